#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/messages.hpp"
#include "exchange/csv.hpp"
#include "exchange/geojson.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/map_asked.hpp"

// The map for programs: what is drawn as JSON, the records themselves as GeoJSON and CSV.
namespace comity::api {

namespace {

using base::JsonWriter;
using collections::Item;
using site::MapAsked, site::MapRecord;

constexpr std::size_t most_records = 1'000;

std::string_view layer_id(const MapAsked& asked, std::size_t layer) { return asked.layers[layer].collection->type->collection; }

const Item& item_of(const MapAsked& asked, MapRecord record) { return *asked.layers[record.layer].shelf->items[record.row]; }

std::string address_of(const site::Site& site, const MapAsked& asked, MapRecord record, base::Language language) {
    return site.origin() +
           site::record_address(*asked.layers[record.layer].collection->type, item_of(asked, record).id, language);
}

// The records of the answer, in the order of layers and ids.
struct Page {
    std::vector<MapRecord> records;
    std::string next;  // cursor, "" at the end
};

bool in_box(const std::optional<collections::Box>& box, const collections::Point& point) {
    return !box || insight::holds({box->west, box->south, box->east < box->west ? box->east + 360 : box->east, box->north},
                                  point.latitude, point.longitude);
}

std::size_t limit_of(const server::Request& request) {
    const std::string_view text = server::find(request.query, "limit").value_or("");
    if (text.empty()) return most_records;
    std::size_t limit = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (error != std::errc() || end != text.data() + text.size() || limit < 1 || limit > most_records)
        throw server::HttpError{400, "bad_filter.limit", "the limit is not a number of records; write 1 to 1000"};
    return limit;
}

// Where the cursor stands: after all rows of the layers before `layer`, and after this id in it.
struct Cursor {
    std::size_t layer = 0;
    std::string_view id;
};

Cursor cursor_of(const MapAsked& asked, const server::Request& request) {
    const std::string_view text = server::find(request.query, "after").value_or("");
    if (text.empty()) return {};
    const std::size_t mark = std::min(text.find('~'), text.size());
    for (std::size_t layer = 0; layer < asked.layers.size(); ++layer)
        if (layer_id(asked, layer) == text.substr(0, mark) && mark + 1 < text.size()) return {layer, text.substr(mark + 1)};
    throw server::HttpError{400, "bad_filter.after",
                            "that is no cursor of this map; follow the link \"next\" of the page before"};
}

Page page_of(const MapAsked& asked, const server::Request& request) {
    const std::size_t limit = limit_of(request);
    const Cursor after = cursor_of(asked, request);
    Page page;
    site::each_place(asked, [&](MapRecord record, const collections::Point& point) {
        if (!page.next.empty() || record.layer < after.layer || !in_box(asked.within, point)) return;
        if (record.layer == after.layer && item_of(asked, record).id <= after.id) return;
        if (page.records.size() < limit) return page.records.push_back(record);
        const MapRecord last = page.records.back();
        page.next = fmt::format("{}~{}", layer_id(asked, last.layer), item_of(asked, last).id);
    });
    return page;
}

Spot spot_of(const MapAsked& asked, base::Language language) {
    Spot spot{site::Page::map, language, {}, asked.query};
    if (const auto& box = asked.within)
        spot.query.push_back({"bbox", fmt::format("{},{},{},{}", box->west, box->south, box->east, box->north)});
    return spot;
}

// What is not all there goes on in the header, where both formats can say it.
server::Response paged(const site::Site& site, const server::Request& request, const server::Match& match, const MapAsked& asked,
                       const Page& page, std::string body) {
    server::Response response = answered(match.format, std::move(body));
    if (page.next.empty()) return response;
    Spot spot = spot_of(asked, match.language);
    spot.query.push_back({"after", page.next});
    spot.query.push_back({"limit", std::to_string(limit_of(request))});
    response.headers.push_back({"Link", fmt::format("<{}>; rel=\"next\"", absolute(site, spot, match.format))});
    return response;
}

void write_box(JsonWriter& json, const insight::Window& window) {
    json.begin_array().value(window.west).value(window.south).value(window.east).value(window.north).end_array();
}

void write_layers(JsonWriter& json, const MapAsked& asked, const site::MapSeen& seen, const base::Words& words) {
    json.key("layers").begin_array();
    for (std::size_t i = 0; i < asked.layers.size(); ++i) {
        const site::MapLayer& layer = asked.layers[i];
        const std::string title = fmt::format("collection.{}.title", layer_id(asked, i));
        json.begin_object().member("id", layer_id(asked, i)).member("title", words(title.c_str())).member("shown", layer.on);
        json.member("count", layer.count).member("inside", seen.inside_by_layer[i]).member("without_place", layer.nowhere);
        json.end_object();
    }
    json.end_array();
}

void write_spot(JsonWriter& json, const site::Site& site, const MapAsked& asked, const insight::Spot& spot,
                base::Language language) {
    json.begin_object().member("latitude", spot.latitude).member("longitude", spot.longitude).key("bbox");
    write_box(json, spot.box);
    json.member("count", std::int64_t{spot.count}).key("by_layer").begin_object();
    for (std::size_t i = 0; i < asked.layers.size(); ++i)
        if (spot.by_layer[i]) json.member(layer_id(asked, i), std::int64_t{spot.by_layer[i]});
    json.end_object().key("records").begin_array();
    for (const std::uint64_t number : spot.first) {
        const MapRecord record = site::record_of(number);
        json.begin_object().member("layer", layer_id(asked, record.layer)).member("id", item_of(asked, record).id);
        json.member("title", in_language(item_of(asked, record).title, language));
        json.member("address", address_of(site, asked, record, language)).end_object();
    }
    json.end_array().end_object();
}

}  // namespace

server::Response map_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const MapAsked asked = site::map_asked(site, request);
    const site::MapSeen seen = site::map_seen(asked);
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("bbox");
    write_box(json, seen.window);
    json.member("inside", seen.inside).member("left_out", seen.left_out);
    if (asked.words_ignored) json.member("words_ignored", asked.words_ignored);
    if (asked.only_best) json.member("only_best", asked.only_best);
    write_layers(json, asked, seen, base::Words(match.language));
    write_links(json, site, spot_of(asked, match.language));
    json.key("places").begin_array();
    for (const insight::Spot& spot : seen.spots) write_spot(json, site, asked, spot, match.language);
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response map_csv(const site::Site& site, const server::Request& request, const server::Match& match) {
    const MapAsked asked = site::map_asked(site, request);
    const Page page = page_of(asked, request);
    std::string out;
    exchange::append_csv_row(out, {"layer", "id", "title", "date", "end", "latitude", "longitude", "address"});
    for (const MapRecord record : page.records) {
        const Item& item = item_of(asked, record);
        exchange::append_csv_row(out, {layer_id(asked, record.layer), item.id, in_language(item.title, match.language),
                                       item.date ? base::to_string(*item.date) : "", item.end ? base::to_string(*item.end) : "",
                                       fmt::format("{}", item.point->latitude), fmt::format("{}", item.point->longitude),
                                       address_of(site, asked, record, match.language)});
    }
    return paged(site, request, match, asked, page, std::move(out));
}

server::Response map_geojson(const site::Site& site, const server::Request& request, const server::Match& match) {
    const MapAsked asked = site::map_asked(site, request);
    const Page page = page_of(asked, request);
    std::vector<exchange::GeoFeature> features;
    for (const MapRecord record : page.records) {
        const Item& item = item_of(asked, record);
        std::string properties;
        JsonWriter json(properties);
        json.begin_object()
            .member("layer", layer_id(asked, record.layer))
            .member("title", in_language(item.title, match.language));
        write_date(json, "date", item.date);
        write_date(json, "end", item.end);
        json.member("address", address_of(site, asked, record, match.language)).end_object();
        // Ids are unique in their collection, features in the whole answer.
        features.push_back({fmt::format("{}/{}", layer_id(asked, record.layer), item.id),
                            exchange::Point{item.point->latitude, item.point->longitude}, std::move(properties)});
    }
    std::string out;
    exchange::append_geojson(out, features);
    return paged(site, request, match, asked, page, std::move(out));
}

}  // namespace comity::api
