#include "web/site/map_asked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "collections/collection.hpp"
#include "insight/map_outline.hpp"

namespace comity::site {

namespace {

using collections::Collection, collections::Filter;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t most_found = 100'000;

server::HttpError bad_filter(const base::Fault& fault) {
    return {.status = 400, .code = "bad_filter." + fault.field, .message = base::to_string(fault)};
}

bool names_a_country(std::string_view parameter) { return parameter == "country" || parameter == "party"; }

// What the map itself understands; any other parameter is a facet of some of its layers.
bool common(std::string_view parameter) {
    static constexpr std::string_view names[] = {"q", "from", "to", "bbox", "layer", "after", "limit"};
    return std::ranges::find(names, parameter) != std::end(names);
}

// The facet by which this collection is narrowed to countries: their own, or the Parties concerned.
const collections::Facet* country_facet(const Collection& collection) {
    const collections::Facet* own = collection.facet("country");
    return own ? own : collection.facet("party");
}

// The parameters in the words of one collection; nullopt where it lacks one of them, so that nothing of it is found.
std::optional<Pairs> parameters_for(const Collection& collection, const MapAsked& asked, const server::Request& request,
                                    bool dated) {
    Pairs parameters;
    if (!asked.words.empty()) parameters.emplace_back("q", asked.words);
    for (const std::string& country : asked.countries) {
        const collections::Facet* facet = country_facet(collection);
        if (!facet) return std::nullopt;
        parameters.emplace_back(facet->name, country);
    }
    for (const auto& [name, value] : request.query) {
        if (common(name) || names_a_country(name) || value.empty()) continue;
        if (!collection.facet(name)) return std::nullopt;
        parameters.emplace_back(name, value);
    }
    // What has no dates at all, such as an office, is there at any time.
    if (dated && asked.from) parameters.emplace_back("from", std::to_string(*asked.from));
    if (dated && asked.to) parameters.emplace_back("to", std::to_string(*asked.to));
    return parameters;
}

void read_years(MapAsked& asked, const Filter& common) {
    asked.from = common.from;
    asked.to = common.to;
    if (asked.from && asked.to && *asked.from > *asked.to) std::swap(asked.from, asked.to);
    // Two sliders always send something: at their ends they mean that time doesn't matter.
    if (asked.from && *asked.from <= asked.first_year) asked.from.reset();
    if (asked.to && *asked.to >= asked.last_year) asked.to.reset();
}

void read_common(MapAsked& asked, const server::Request& request) {
    Pairs parameters;
    for (const auto& [name, value] : request.query)
        if (common(name)) parameters.emplace_back(name, value);
    const auto filter = collections::filter_from(*asked.layers.front().collection, parameters);
    if (!filter) throw bad_filter(filter.error().front());
    asked.words = filter->words;
    asked.within = filter->within;
    for (const auto& [name, value] : request.query)
        if (names_a_country(name) && !value.empty() && std::ranges::find(asked.countries, value) == asked.countries.end())
            asked.countries.push_back(value);
    read_years(asked, *filter);
}

void read_layers(MapAsked& asked, const server::Request& request) {
    bool any = false;
    for (const auto& [name, value] : request.query) {
        if (name != "layer" || value.empty()) continue;
        const auto at = std::ranges::find_if(asked.layers,
                                             [&](const MapLayer& layer) { return layer.collection->type->collection == value; });
        if (at == asked.layers.end()) {
            server::HttpError error{
                400, "bad_filter.layer",
                fmt::format("the map has no layer \"{}\"; its layers are named in choices", value.substr(0, 60))};
            for (const MapLayer& layer : asked.layers) error.choices.emplace_back(layer.collection->type->collection);
            throw error;
        }
        at->on = any = true;
    }
    if (!any)
        for (MapLayer& layer : asked.layers) layer.on = true;
}

server::Parameters query_of(const MapAsked& asked, const server::Request& request) {
    server::Parameters query;
    if (!std::ranges::all_of(asked.layers, &MapLayer::on))
        for (const MapLayer& layer : asked.layers)
            if (layer.on) query.push_back({"layer", std::string(layer.collection->type->collection)});
    if (!asked.words.empty()) query.push_back({"q", asked.words});
    for (const std::string& country : asked.countries) query.push_back({"country", country});
    for (const server::Parameter& parameter : request.query)
        if (!common(parameter.name) && !names_a_country(parameter.name) && !parameter.value.empty()) query.push_back(parameter);
    if (asked.from) query.push_back({"from", std::to_string(*asked.from)});
    if (asked.to) query.push_back({"to", std::to_string(*asked.to)});
    return query;
}

// What the words find, by type; one question to the store for all layers.
std::map<std::string, std::vector<store::Found>, std::less<>> found_by_type(const Site& site, MapAsked& asked) {
    std::map<std::string, std::vector<store::Found>, std::less<>> found;
    if (asked.words.empty()) return found;
    std::vector<std::string_view> types;
    for (const MapLayer& layer : asked.layers)
        if (layer.on) types.push_back(layer.collection->type->name);
    store::SearchResult result = site.store().snapshot().search(types, asked.words, most_found);
    for (store::Found& one : result.found) found[one.type].push_back(std::move(one));
    asked.words_ignored = result.query.words_ignored;
    asked.only_best = result.only_best();
    return found;
}

// The Parties' land; the whole world for a body whose Parties are on no map.
insight::Window home_window(const Site& site) {
    std::vector<std::string_view> parties;
    for (const exchange::Party& party : site.profile().parties) parties.emplace_back(party.code);
    const auto land = insight::land_of(parties);
    if (!land) return insight::fitted(insight::whole_world);
    const double x = (land->east - land->west) / 40, y = (land->north - land->south) / 40;
    return insight::fitted(
        {std::max(land->west - x, -180.0), std::max(land->south - y, -90.0), land->east + x, std::min(land->north + y, 90.0)});
}

}  // namespace

std::uint64_t record_number(MapRecord record) { return std::uint64_t{record.layer} << 32U | record.row; }

MapRecord record_of(std::uint64_t number) {
    return {static_cast<std::size_t>(number >> 32U), static_cast<collections::Row>(number & 0xFFFFFFFFU)};
}

std::string box_text(const insight::Window& window) {
    const auto meridian = [](double east) { return east > 180 ? east - 360 : east; };
    return fmt::format("{:.6g},{:.6g},{:.6g},{:.6g}", meridian(window.west), window.south, meridian(window.east), window.north);
}

MapSeen map_seen(const MapAsked& asked) {
    MapSeen seen{.window = asked.home, .spots = {}, .inside_by_layer = {}};
    if (const auto& box = asked.within)
        seen.window = insight::fitted({box->west, box->south, box->east < box->west ? box->east + 360 : box->east, box->north});
    insight::Spots spots(insight::framed(seen.window, MapSeen::width), MapSeen::spacing);
    each_place(asked, [&](MapRecord record, const collections::Point& point) {
        spots.add(point.latitude, point.longitude, record.layer, record_number(record));
    });
    seen.spots = spots.found();
    seen.inside = spots.inside();
    seen.inside_by_layer.resize(asked.layers.size());
    for (const insight::Spot& spot : seen.spots)
        for (std::size_t layer = 0; layer < asked.layers.size(); ++layer) seen.inside_by_layer[layer] += spot.by_layer[layer];
    for (std::size_t i = MapSeen::most_spots; i < seen.spots.size(); ++i) seen.left_out += seen.spots[i].count;
    if (seen.spots.size() > MapSeen::most_spots) seen.spots.resize(MapSeen::most_spots);
    return seen;
}

MapAsked map_asked(const Site& site, const server::Request& request) {
    MapAsked asked{.shelves = site.shelves(), .layers = {}, .words = {}, .countries = {}, .home = home_window(site), .query = {}};
    std::vector<bool> dated;
    for (const Collection& collection : collections::all()) {
        const Shown* pages = shown(collection.type->name);
        if (!collection.placed() || !pages || !site.offers(pages->list)) continue;
        const collections::Shelf& shelf = asked.shelves->of(collection);
        asked.layers.push_back({.collection = &collection, .shelf = &shelf, .rows = {}, .query = {}});
        const int last = shelf.last_year.empty() ? 0 : std::ranges::max(shelf.last_year);
        dated.push_back(last != 0);
        asked.last_year = std::max(asked.last_year, last);
        for (const std::int32_t year : shelf.first_year)
            if (year != 0 && (asked.first_year == 0 || year < asked.first_year)) asked.first_year = year;
    }
    if (asked.layers.empty()) return asked;
    read_common(asked, request);
    read_layers(asked, request);
    asked.query = query_of(asked, request);
    const auto found = found_by_type(site, asked);
    for (std::size_t i = 0; i < asked.layers.size(); ++i) {
        MapLayer& layer = asked.layers[i];
        if (!layer.on) continue;
        const auto parameters = parameters_for(*layer.collection, asked, request, dated[i]);
        if (!parameters) continue;
        const auto filter = collections::filter_from(*layer.collection, *parameters);
        if (!filter) throw bad_filter(filter.error().front());
        static const std::vector<store::Found> none;
        const auto ids = found.find(layer.collection->type->name);
        layer.rows = collections::fulfilling(*layer.shelf, *filter, ids == found.end() ? none : ids->second);
        for (std::size_t row = 0; row < layer.rows.size(); ++row) {
            if (!layer.rows[row]) continue;
            ++layer.count;
            if (!layer.shelf->points[row]) ++layer.nowhere;
        }
        for (const auto& [name, value] : *parameters) layer.query.push_back({name, value});
    }
    return asked;
}

}  // namespace comity::site
