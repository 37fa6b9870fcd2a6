#include "web/site/landing.hpp"

#include "base/messages.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/api/schemas.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/sections.hpp"

// The landing pages of the sections, for programs.
namespace comity::api {

namespace {

using base::JsonWriter;
using site::LandingPart;

struct Written {
    const site::Site& site;
    const collections::Shelves& shelves;
    base::Language language;
};

std::string list_address(const Written& to, const LandingPart& part, const server::Parameters& query) {
    return to.site.origin() + site::address(site::shown(part.collection->type->name)->list, to.language, {}, "json", query);
}

void write_record_at(JsonWriter& json, const Written& to, const LandingPart& part, std::size_t at) {
    const collections::Item& item = *part.rows[at];
    const record::RecordType& type = *part.collection->type;
    json.begin_object().member("id", item.id);
    write_text(json, "title", item.title);
    write_date(json, "date", item.date);
    write_date(json, "end", item.end);
    if (!part.depths.empty()) json.member("depth", part.depths[at]);
    if (!part.terms.empty()) {
        const council::OfficeTerm& term = part.terms[at];
        json.key("office").begin_object().member("id", term.id).member("office", term.office);
        write_text(json, "title", term.title);
        write_date(json, "start_date", term.start_date);
        json.end_object();
    }
    json.key("links").begin_object();
    json.member("html", to.site.origin() + site::record_address(type, item.id, to.language));
    json.member("json", to.site.origin() + site::record_address(type, item.id, to.language, "json"));
    json.end_object().end_object();
}

void write_part(JsonWriter& json, const Written& to, const LandingPart& part) {
    json.begin_object().member("part", part.name).member("type", part.collection->type->name).member("count", part.count);
    json.member("list", list_address(to, part, part.query));
    if (part.by) {
        json.member("by", part.by->name).key("values").begin_array();
        for (const auto& [value, count] : part.values) {
            json.begin_object().member("value", value);
            json.member("name", site::facet_value(to.site, to.shelves, *part.by, value, to.language)).member("count", count);
            json.member("list", list_address(to, part, {{std::string(part.by->name), value}})).end_object();
        }
        json.end_array();
    } else {
        json.key("records").begin_array();
        for (std::size_t at = 0; at < part.rows.size(); ++at) write_record_at(json, to, part, at);
        json.end_array();
    }
    json.end_object();
}

}  // namespace

server::Response landing_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const site::Page page = site.page_of(*match.route);
    const site::Landing landing = site::landing_asked(site, page, match.language);
    const Written to{site, *landing.shelves, match.language};
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("section", exchange::section_names[static_cast<std::size_t>(landing.section)]);
    json.member("name", site::section_name(site.profile(), landing.section, match.language));
    json.key("parts").begin_array();
    for (const LandingPart& part : landing.parts) write_part(json, to, part);
    json.end_array();
    write_links(json, site, {page, match.language, {}, {}});
    json.end_object();
    return answered("json", std::move(out));
}

void write_landing_schema(JsonWriter& json) {
    json.key("SectionPage").raw(R"json({"type":"object","properties":{"section":{"type":"string"},"name":{"type":"string"},
"parts":{"type":"array","items":{"type":"object","properties":{"part":{"type":"string","description":"What it shows"},
"type":{"type":"string","description":"The record type"},"count":{"type":"integer","description":"Of all that are meant"},
"list":{"type":"string","format":"uri","description":"The list that has them all"},
"by":{"type":"string","description":"The facet that is counted, where values are counted"},
"values":{"type":"array","items":{"type":"object","properties":{"value":{"type":"string"},"name":{"type":"string"},
"count":{"type":"integer"},"list":{"type":"string","format":"uri"}},"required":["value","name","count","list"],
"additionalProperties":false}},
"records":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"title":{"$ref":"#/components/schemas/Text"},
"date":{"type":["string","null"]},"end":{"type":["string","null"]},
"depth":{"type":"integer","description":"How deep it stands in the tree of bodies"},
"office":{"type":"object","description":"The term of a person in office"},"links":{"$ref":"#/components/schemas/Links"}},
"required":["id","title","date","end","links"],"additionalProperties":false}}},
"required":["part","type","count","list"],"additionalProperties":false}},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["section","name","parts","links","languages"],"additionalProperties":false})json");
}

}  // namespace comity::api
