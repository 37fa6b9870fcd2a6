#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>

#include "base/messages.hpp"
#include "collections/values.hpp"
#include "exchange/atom.hpp"
#include "exchange/geojson.hpp"
#include "exchange/record_csv.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/collection_asked.hpp"

// The list of a collection in each machine format: the same filters and order as on its page.
namespace comity::api {

namespace {

using base::JsonWriter;
using collections::Item;

constexpr std::size_t rows_on_a_page = 100;
constexpr std::size_t feed_length = 50;  // entries of a feed's page

Spot spot_of(site::Page page, const server::Match& match, const site::ListAsked& asked) {
    return {page, match.language, {}, site::query_of(*asked.collection, asked.filter)};
}

// Which fields of the records are asked for; empty: all. Throws HttpError 400 "bad_filter.fields".
std::vector<std::string> fields_asked(const server::Request& request, const record::RecordType& type) {
    std::vector<std::string> fields;
    std::string_view rest = server::find(request.query, "fields").value_or("");
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view name = rest.substr(0, comma);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (!type.field(name))
            throw server::HttpError{400, "bad_filter.fields",
                                    fmt::format("\"{}\" is no field of a {}", name.substr(0, 60), type.name)};
        fields.emplace_back(name);
    }
    return fields;
}

record::Value chosen_fields(const record::Value& record, const std::vector<std::string>& fields) {
    if (fields.empty()) return record;
    boost::json::object out;
    for (const auto& [name, value] : record.as_object())
        if (name == "id" || std::ranges::find(fields, std::string_view(name)) != fields.end()) out[name] = value;
    return out;
}

std::string next_address(const site::Site& site, Spot spot, const site::ListAsked& asked, std::string_view format) {
    spot.query.push_back({"after", asked.listing.next});
    spot.query.push_back({"limit", std::to_string(asked.filter.limit)});
    return absolute(site, spot, format);
}

std::string address_of(const site::Site& site, const site::ListAsked& asked, std::string_view id, base::Language language,
                       std::string_view format = "") {
    return site.origin() + site::record_address(*asked.collection->type, id, language, format);
}

server::Response list_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Page page = site.page_of(*match.route);
    const site::ListAsked asked = site::list_asked(site, page, request, match, rows_on_a_page);
    const auto fields = fields_asked(request, *asked.collection->type);
    const Spot spot = spot_of(page, match, asked);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("type", asked.collection->type->name).member("count", asked.listing.count);
    json.member("of", asked.listing.of).member("before", asked.listing.before);
    if (asked.words_ignored) json.member("words_ignored", asked.words_ignored);
    if (asked.only_best) json.member("only_best", asked.only_best);
    json.key("facets").begin_object();
    for (std::size_t facet = 0; facet < asked.listing.facets.size(); ++facet) {
        json.key(asked.collection->facets[facet].name).begin_object();
        for (const auto& [value, count] : asked.listing.facets[facet]) json.member(value, count);
        json.end_object();
    }
    json.end_object();
    write_links(json, site, spot);
    json.key("next");
    if (asked.listing.next.empty())
        json.null();
    else
        json.value(next_address(site, spot, asked, "json"));
    json.key("records").begin_array();
    for (const store::Stored& stored : asked.records) {
        record::Value record = chosen_fields(stored.record, fields);
        boost::json::object& links = (record.as_object()["links"] = boost::json::object()).get_object();
        links["html"] = address_of(site, asked, stored.id, match.language);
        links["json"] = address_of(site, asked, stored.id, match.language, "json");
        json.raw(boost::json::serialize(record));
    }
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response list_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::ListAsked asked = site::list_asked(site, site.page_of(*match.route), request, match, collections::most_rows);
    const record::RecordType& type = *asked.collection->type;
    const auto fields = fields_asked(request, type);
    std::string out;
    exchange::append_csv_columns(out, type, fields);
    for (const store::Stored& stored : asked.records) exchange::append_csv_value(out, type, stored.record, fields);
    server::Response response = answered("csv", std::move(out));
    response.headers.push_back(
        {"Link",
         fmt::format("<{}>; rel=\"describedby\"; type=\"application/csvm+json\"",
                     absolute(site, {site::Page::dictionary, match.language, {{"type", std::string(type.name)}}, {}}, "csvm"))});
    if (!asked.listing.next.empty())
        response.headers.push_back(
            {"Link", fmt::format("<{}>; rel=\"next\"",
                                 next_address(site, spot_of(site.page_of(*match.route), match, asked), asked, "csv"))});
    return response;
}

server::Response list_geojson(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::ListAsked asked = site::rows_asked(site, site.page_of(*match.route), request, match, collections::most_rows);
    std::vector<exchange::GeoFeature> features;
    for (const Item* item : asked.listing.rows) {
        std::string properties;
        JsonWriter json(properties);
        json.begin_object().member("title", in_language(item->title, match.language));
        write_date(json, "date", item->date);
        write_date(json, "end", item->end);
        json.member("address", address_of(site, asked, item->id, match.language)).end_object();
        std::optional<exchange::Point> point;
        if (item->point) point = exchange::Point{item->point->latitude, item->point->longitude};
        features.push_back({item->id, point, std::move(properties)});
    }
    std::string out;
    exchange::append_geojson(out, features);
    return answered("geojson", std::move(out));
}

exchange::AtomEntry feed_entry(const site::Site& site, const site::ListAsked& asked, const Item& item,
                               const record::Value& record, base::Language language, base::Day today) {
    const base::Shown title = base::shown(item.title, language);
    // A day that is still to come is no day on which something was changed.
    const base::Day day = item.date ? std::min(item.date->first(), today) : today;
    exchange::AtomEntry entry{
        .id = address_of(site, asked, item.id, base::Language::en),
        .title = std::string(title.text),
        .summary = in_language(collections::text_at(record, asked.collection->summary), language),
        .language = title.language,
        .updated = day,
        .published = {},
        .links = {{"alternate", address_of(site, asked, item.id, language), "text/html", std::string(base::code(language))}},
        .categories = {}};
    if (item.date) entry.published = day;
    return entry;
}

server::Response list_atom(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Page page = site.page_of(*match.route);
    const site::ListAsked asked = site::list_asked(site, page, request, match, feed_length);
    const Spot spot = spot_of(page, match, asked);
    const base::Words words(match.language);
    const std::string language(base::code(match.language));
    const std::string title = fmt::format("collection.{}.title", asked.collection->type->collection);
    exchange::AtomFeed feed{.id = absolute(site, {page, base::Language::en, {}, spot.query}, "atom"),
                            .title = fmt::format("{} · {}", words(title.c_str()), publisher(site, match.language)),
                            .subtitle = {},
                            .language = match.language,
                            .author = publisher(site, match.language),
                            .author_address = absolute(site, {site::Page::home, match.language, {}, {}}),
                            .updated = site.today(),
                            .links = {{"self", absolute(site, spot, "atom"), "application/atom+xml", language}},
                            .entries = {}};
    for (const base::Language other : site.languages())
        feed.links.push_back(
            {"alternate", absolute(site, {page, other, {}, spot.query}), "text/html", std::string(base::code(other))});
    if (!asked.listing.next.empty())
        feed.links.push_back({"next", next_address(site, spot, asked, "atom"), "application/atom+xml", language});
    for (std::size_t i = 0; i < asked.records.size(); ++i)
        feed.entries.push_back(
            feed_entry(site, asked, *asked.listing.rows[i], asked.records[i].record, match.language, site.today()));
    if (!feed.entries.empty()) feed.updated = std::ranges::max(feed.entries, {}, &exchange::AtomEntry::updated).updated;
    std::string out;
    exchange::append_atom(out, feed);
    return answered("atom", std::move(out));
}

}  // namespace

Answer collection_list(std::string_view format) {
    if (format == "json") return list_json;
    if (format == "csv") return list_csv;
    if (format == "atom") return list_atom;
    if (format == "geojson") return list_geojson;
    if (format == "ics") return list_ics;
    return nullptr;
}

}  // namespace comity::api
