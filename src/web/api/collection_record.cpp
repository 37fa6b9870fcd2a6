#include <boost/json/serialize.hpp>

#include <algorithm>

#include "base/fault.hpp"
#include "collections/relations.hpp"
#include "exchange/citation.hpp"
#include "exchange/schema_org.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/public_record.hpp"

// One record of a collection in each machine format.
namespace comity::api {

namespace {

using base::JsonWriter;

constexpr std::size_t most_related = 1'000;  // of each field that names the record

// What names the record: for each field the type that has it and the ids.
void write_named_by(JsonWriter& json, const site::Site& site, const site::RecordAsked& asked, base::Language language) {
    json.key("named_by").begin_array();
    for (const collections::Relation& relation :
         collections::naming(site.store().snapshot(), asked.type().name, asked.stored.id, most_related)) {
        json.begin_object().member("type", relation.type->name).member("field", relation.path).member("count", relation.count);
        json.key("records").begin_array();
        for (const std::string& id : relation.ids) {
            json.begin_object().member("id", id);
            const std::string address = site::record_address(*relation.type, id, language, "json");
            if (!address.empty()) json.member("address", site.origin() + address);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

server::Response record_json(const site::Site& site, const server::Request&, const server::Match& match) {
    const site::Page page = site.page_of(*match.route);
    const site::RecordAsked asked = site::record_asked(site, page, match);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("type", asked.type().name);
    write_text(json, "title", asked.title);
    json.member("version", asked.stored.version);
    json.key("record").raw(boost::json::serialize(asked.stored.record));
    write_named_by(json, site, asked, match.language);
    write_links(json, site, {page, match.language, match.captured, {}});
    json.end_object();
    return answered("json", std::move(out));
}

template <class Write>
server::Response in_standard(const site::Site& site, const server::Match& match, std::string_view format, Write write) {
    const site::RecordAsked asked = site::record_asked(site, site.page_of(*match.route), match);
    std::string out;
    site::as_public_record(site, asked, [&](const exchange::PublicRecord& record) { write(out, record); });
    return answered(format, std::move(out));
}

server::Response record_jsonld(const site::Site& site, const server::Request&, const server::Match& match) {
    return in_standard(site, match, "jsonld", exchange::append_schema_org);
}

template <void (*append)(std::string&, const exchange::Citation&)>
server::Response citation(const site::Site& site, const server::Match& match, std::string_view format) {
    return in_standard(site, match, format, [&](std::string& out, const exchange::PublicRecord& record) {
        append(out, exchange::cite(record, match.language, site.today()));
    });
}

server::Response record_linkset(const site::Site& site, const server::Request&, const server::Match& match) {
    const site::RecordAsked asked = site::record_asked(site, site.page_of(*match.route), match);
    std::string out;
    site::as_public_record(site, asked, [&](const exchange::PublicRecord& record) {
        exchange::append_linkset(out, site::signposts(site, asked, record, match.language));
    });
    return answered("linkset", std::move(out));
}

server::Response record_csl(const site::Site& site, const server::Request&, const server::Match& match) {
    return citation<exchange::append_csl_json>(site, match, "csl");
}
server::Response record_bib(const site::Site& site, const server::Request&, const server::Match& match) {
    return citation<exchange::append_bibtex>(site, match, "bib");
}
server::Response record_ris(const site::Site& site, const server::Request&, const server::Match& match) {
    return citation<exchange::append_ris>(site, match, "ris");
}

}  // namespace

Answer collection_record(std::string_view format) {
    if (format == "json") return record_json;
    if (format == "jsonld") return record_jsonld;
    if (format == "csl") return record_csl;
    if (format == "bib") return record_bib;
    if (format == "ris") return record_ris;
    if (format == "ics") return record_ics;
    if (format == "linkset") return record_linkset;
    return nullptr;
}

}  // namespace comity::api
