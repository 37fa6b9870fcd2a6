#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "collections/listing.hpp"
#include "exchange/geojson.hpp"
#include "web/api/answers.hpp"
#include "web/api/ogc_parts.hpp"
#include "web/api/parts.hpp"

// The records of a collection as features. They go in the order of their ids, so a cursor is an id.
namespace comity::api {

namespace {

using base::JsonWriter;
using collections::Collection, collections::Item, collections::Row, collections::Shelf;
using site::Page;

constexpr std::size_t features_on_a_page = 100;
constexpr std::size_t most_features = 1'000;
constexpr std::size_t most_found = 100'000;

server::HttpError wrong(std::string_view parameter, std::string message) {
    return {.status = 400, .code = fmt::format("bad_filter.{}", parameter), .message = std::move(message)};
}

// Days, both included.
struct Interval {
    base::Day first = base::Day::min(), last = base::Day::max();
};

// The day of "2013-05-24" or "2013-05-24T13:00:00Z".
base::Day day_of(std::string_view text) {
    const auto day = base::parse_day(text.substr(0, 10));
    if (!day || (text.size() > 10 && text[10] != 'T' && text[10] != 't'))
        throw wrong("datetime",
                    fmt::format("\"{}\" is no day or interval; write 2013-05-24, 2013-01-01/2014-12-31 or 2013-01-01/..",
                                text.substr(0, 60)));
    return *day;
}

std::optional<Interval> interval_asked(const server::Request& request) {
    const std::string_view text = server::find(request.query, "datetime").value_or("");
    if (text.empty()) return std::nullopt;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return Interval{day_of(text), day_of(text)};
    const auto open = [](std::string_view end) { return end.empty() || end == ".."; };
    const std::string_view from = text.substr(0, slash), to = text.substr(slash + 1);
    Interval interval;
    if (!open(from)) interval.first = day_of(from);
    if (!open(to)) interval.last = day_of(to);
    if (interval.first > interval.last)
        throw wrong("datetime", "the interval ends before it begins; write the earlier day first");
    return interval;
}

bool meets(const Item& item, const Interval& interval) {
    if (!item.date) return false;
    return item.date->first() <= interval.last && (item.end ? *item.end : *item.date).last() >= interval.first;
}

// "a,b,c,d,e,f" without its heights.
std::string flat_box(std::string_view box) {
    if (std::ranges::count(box, ',') != 5) return std::string(box);
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t comma = std::min(box.find(','), box.size());
        parts.push_back(box.substr(0, comma));
        if (comma == box.size()) break;
        box.remove_prefix(comma + 1);
    }
    return fmt::format("{},{},{},{}", parts[0], parts[1], parts[3], parts[4]);
}

std::size_t limit_asked(const server::Request& request) {
    const std::string_view text = server::find(request.query, "limit").value_or("");
    if (text.empty()) return features_on_a_page;
    std::size_t limit = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (error != std::errc() || end != text.data() + text.size() || limit < 1)
        throw wrong("limit", fmt::format("\"{}\" is not a number of features; write 1 to 1000", text.substr(0, 60)));
    return std::min(limit, most_features);  // as the standard has it: too many is not a fault
}

// The filter of the request in the words of the list. Throws HttpError 400 for a parameter that this collection does not have.
collections::Filter filter_asked(const Collection& collection, const server::Request& request) {
    static constexpr std::string_view own[] = {"datetime", "limit", "after"};
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const auto& [name, value] : request.query) {
        if (std::ranges::find(own, std::string_view(name)) != std::end(own)) continue;
        if (name != "q" && name != "bbox" && !collection.facet(name)) {
            server::HttpError error{400, "unknown_parameter",
                                    fmt::format("\"{}\" is no filter of this collection", name.substr(0, 60))};
            error.choices = {"bbox", "datetime", "limit", "after", "q"};
            for (const collections::Facet& facet : collection.facets) error.choices.emplace_back(facet.name);
            throw error;
        }
        parameters.emplace_back(name, name == "bbox" ? flat_box(value) : value);
    }
    auto filter = collections::filter_from(collection, parameters);
    if (!filter) throw wrong(filter.error().front().field, base::to_string(filter.error().front()));
    return *std::move(filter);
}

exchange::GeoFeature feature_of(const site::Site& site, const Shelf& shelf, const Item& item, base::Language language) {
    const Collection& collection = *shelf.of;
    exchange::GeoFeature feature{.id = site::in_address(item.id), .point = {}, .properties = {}};
    if (item.point) feature.point = {item.point->latitude, item.point->longitude};
    JsonWriter json(feature.properties);
    json.begin_object().member("title", in_language(item.title, language));
    write_date(json, "date", item.date);
    write_date(json, "end", item.end);
    for (std::size_t i = 0; i < collection.facets.size(); ++i) {
        json.key(collection.facets[i].name).begin_array();
        for (const auto& [facet, value] : item.values)
            if (facet == i) json.value(value);
        json.end_array();
    }
    json.member("address", site.origin() + site::record_address(*collection.type, item.id, language)).end_object();
    return feature;
}

struct Found {
    std::vector<const Item*> items;  // of this page
    std::size_t matched = 0;
    std::size_t only_best = 0;  // so many of the best, where the words are in more records than a search ranks
    std::string next;           // cursor, "" at the end
};

Found find(const site::Site& site, const Shelf& shelf, const server::Request& request, std::size_t limit) {
    const collections::Filter filter = filter_asked(*shelf.of, request);
    const auto interval = interval_asked(request);
    const std::string after = site::from_address(server::find(request.query, "after").value_or(""));
    Found found;
    std::vector<store::Found> matching;
    if (!filter.words.empty()) {
        store::SearchResult result = site.store().snapshot().search({shelf.of->type->name}, filter.words, most_found);
        matching = std::move(result.found);
        found.only_best = result.only_best();
    }
    const std::vector<bool> rows = collections::fulfilling(shelf, filter, matching);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row] || (interval && !meets(*shelf.items[row], *interval))) continue;
        ++found.matched;
        const Item& item = *shelf.items[row];
        if (!found.next.empty() || item.id <= after) continue;
        if (found.items.size() < limit)
            found.items.push_back(&item);
        else
            found.next = found.items.back()->id;
    }
    return found;
}

}  // namespace

server::Response ogc_items(const site::Site& site, const server::Request& request, const server::Match& match) {
    const auto shelves = site.shelves();
    const Shelf& shelf = ogc_shelf(site, *shelves, match);
    const std::size_t limit = limit_asked(request);
    const Found found = find(site, shelf, request, limit);
    const std::string id(shelf.of->type->collection);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("type", "FeatureCollection").key("links").begin_array();
    write_link(json, "self", "application/geo+json", ogc_address(site, Page::ogc_items, {{"collection", id}}, request.query));
    if (!found.next.empty()) {
        server::Parameters query = request.query;
        std::erase_if(query, [](const server::Parameter& p) { return p.name == "after" || p.name == "limit"; });
        query.push_back({"after", site::in_address(found.next)});
        query.push_back({"limit", std::to_string(limit)});
        write_link(json, "next", "application/geo+json", ogc_address(site, Page::ogc_items, {{"collection", id}}, query));
    }
    write_link(json, "collection", "application/json", ogc_address(site, Page::ogc_collection, {{"collection", id}}));
    json.end_array().member("timeStamp", base::to_string(shelves->today) + "T00:00:00Z");  // the day for which it is written
    // The standard lets the number be left out where it isn't known.
    if (found.only_best)
        json.member("only_best", found.only_best);
    else
        json.member("numberMatched", found.matched);
    json.member("numberReturned", found.items.size()).key("features").begin_array();
    for (const Item* item : found.items) exchange::append_feature(json, feature_of(site, shelf, *item, match.language));
    json.end_array().end_object();
    return answered(match.format, std::move(out));
}

server::Response ogc_item(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto shelves = site.shelves();
    const Shelf& shelf = ogc_shelf(site, *shelves, match);
    const std::string id = site::from_address(match["id"]);
    const Item* item = shelf.find(id);
    if (!item)
        throw server::HttpError{404, "no_record",
                                fmt::format("the record has no {} \"{}\"", shelf.of->type->name, id.substr(0, 60))};
    const std::string collection(shelf.of->type->collection);
    std::string links;
    JsonWriter link(links);
    link.begin_array();
    write_link(link, "self", "application/geo+json",
               ogc_address(site, Page::ogc_item, {{"collection", collection}, {"id", site::in_address(id)}}));
    write_link(link, "collection", "application/json", ogc_address(site, Page::ogc_collection, {{"collection", collection}}));
    write_link(link, "alternate", "text/html", site.origin() + site::record_address(*shelf.of->type, id, match.language));
    write_link(link, "alternate", "application/json",
               site.origin() + site::record_address(*shelf.of->type, id, match.language, "json"));
    link.end_array();
    std::string out;
    JsonWriter json(out);
    exchange::append_feature(json, feature_of(site, shelf, *item, match.language), "links", links);
    return answered(match.format, std::move(out));
}

}  // namespace comity::api
