#include <fmt/format.h>

#include <algorithm>

#include "base/messages.hpp"
#include "insight/map_frame.hpp"
#include "web/api/answers.hpp"
#include "web/api/ogc_parts.hpp"
#include "web/api/parts.hpp"

// OGC API - Features, part 1 (OGC 17-069r4): what there is. Its features are in ogc_items.cpp.
namespace comity::api {

namespace {

using base::JsonWriter;
using collections::Collection;
using collections::Shelf;
using site::Page;

// The interface is described in OpenAPI 3.1, which the standard has no class for: oas30 would not be true.
constexpr std::string_view conformance[] = {"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                                            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson"};
constexpr std::string_view crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

std::string words_of(const Collection& collection, std::string_view what, const base::Words& words) {
    const std::string key = fmt::format("collection.{}.{}", collection.type->collection, what);
    return std::string(words(key.c_str()));
}

// Around all places that a collection has, and from its first day to its last; null where it has none.
void write_extent(JsonWriter& json, const Shelf& shelf) {
    std::optional<insight::Window> box;
    std::optional<base::Date> first, last;
    for (const auto& point : shelf.points) {
        if (!point) continue;
        if (!box) box = {point->longitude, point->latitude, point->longitude, point->latitude};
        box = {std::min(box->west, point->longitude), std::min(box->south, point->latitude),
               std::max(box->east, point->longitude), std::max(box->north, point->latitude)};
    }
    for (const auto& item : shelf.items) {
        if (!item->date) continue;
        if (!first || item->date->first() < first->first()) first = item->date;
        const base::Date& end = item->end ? *item->end : *item->date;
        if (!last || end.last() > last->last()) last = end;
    }
    if (!box && !first) return;
    json.key("extent").begin_object();
    if (box) {
        json.key("spatial").begin_object().key("bbox").begin_array().begin_array();
        json.value(box->west).value(box->south).value(box->east).value(box->north);
        json.end_array().end_array().member("crs", crs84).end_object();
    }
    if (first) {
        json.key("temporal").begin_object().key("interval").begin_array().begin_array();
        json.value(base::to_string(first->first()) + "T00:00:00Z").value(base::to_string(last->last()) + "T23:59:59Z");
        json.end_array().end_array().end_object();
    }
    json.end_object();
}

void write_collection(JsonWriter& json, const site::Site& site, const Shelf& shelf, const base::Words& words) {
    const Collection& collection = *shelf.of;
    const std::string id(collection.type->collection);
    json.begin_object().member("id", id).member("title", words_of(collection, "title", words));
    json.member("description", words_of(collection, "lead", words)).member("itemType", "feature");
    json.key("crs").begin_array().value(crs84).end_array();
    write_extent(json, shelf);
    json.key("links").begin_array();
    write_link(json, "self", "application/json", ogc_address(site, Page::ogc_collection, {{"collection", id}}));
    write_link(json, "items", "application/geo+json", ogc_address(site, Page::ogc_items, {{"collection", id}}));
    write_link(json, "alternate", "text/html",
               site.origin() + site::address(site::shown(collection.type->name)->list, words.language()));
    json.end_array().end_object();
}

}  // namespace

void write_link(JsonWriter& json, std::string_view rel, std::string_view type, std::string_view address) {
    json.begin_object().member("href", address).member("rel", rel).member("type", type).end_object();
}

std::string ogc_address(const site::Site& site, Page page, const server::Parameters& captured, const server::Parameters& query) {
    return site.origin() + site::address(page, base::Language::en, captured, "", query);
}

bool ogc_offers(const site::Site& site, const Collection& collection) {
    const site::Shown* pages = site::shown(collection.type->name);
    return pages && site.offers(pages->list);
}

const Shelf& ogc_shelf(const site::Site& site, const collections::Shelves& shelves, const server::Match& match) {
    const std::string_view id = match["collection"];
    for (const Collection& collection : collections::all())
        if (collection.type->collection == id && ogc_offers(site, collection)) return shelves.of(collection);
    throw server::HttpError{404, "no_collection", fmt::format("there is no collection \"{}\"", id.substr(0, 60))};
}

server::Response ogc_landing(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const base::Words words(match.language);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("title", publisher(site, match.language)).member("description", words("api.ogc.description"));
    json.key("links").begin_array();
    write_link(json, "self", "application/json", ogc_address(site, Page::ogc));
    write_link(json, "service-desc", "application/vnd.oai.openapi+json;version=3.1", ogc_address(site, Page::openapi));
    write_link(json, "conformance", "application/json", ogc_address(site, Page::ogc_conformance));
    write_link(json, "data", "application/json", ogc_address(site, Page::ogc_collections));
    write_link(json, "alternate", "text/html", site.origin() + site::address(Page::map, match.language));
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response ogc_conformance(const site::Site&, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("conformsTo").begin_array();
    for (const std::string_view one : conformance) json.value(one);
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response ogc_collections(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto shelves = site.shelves();
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("links").begin_array();
    write_link(json, "self", "application/json", ogc_address(site, Page::ogc_collections));
    json.end_array().key("collections").begin_array();
    for (const Collection& collection : collections::all())
        if (ogc_offers(site, collection)) write_collection(json, site, shelves->of(collection), base::Words(match.language));
    json.end_array().end_object();
    return answered("json", std::move(out));
}

server::Response ogc_collection(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto shelves = site.shelves();
    std::string out;
    JsonWriter json(out);
    write_collection(json, site, ogc_shelf(site, *shelves, match), base::Words(match.language));
    return answered("json", std::move(out));
}

}  // namespace comity::api
