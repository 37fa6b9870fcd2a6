#include <algorithm>

#include "collections/collection.hpp"
#include "web/site/route_rows.hpp"
#include "web/site/routes.hpp"

// The rows of the map, and of the interface for geographic information systems behind it.
namespace comity::site {

namespace {

using server::Cost;
using server::QueryParameter;

std::vector<QueryParameter> map_parameters() {
    std::vector<QueryParameter> query{
        {"layer", "A collection that is shown, by its name; without it, all that have places", "grants", true},
        {"q", "Full text in three languages", "water"},
        {"country", "Only what is in this country or concerns this Party, ISO 3166-1 alpha-3", "MEX", true},
        {"party", "The same as country", "MEX", true},
        {"from", "In this year or later; what has no dates at all is always there", "2005"},
        {"to", "In this year or earlier", "2024"},
        {"bbox", "The window: west,south,east,north in degrees. Without it the map shows the Parties' land, data is not narrowed",
         "-141,14,-52,84"},
        {"after", "GeoJSON and CSV, cursor: the record after which to go on, collection~id", "grants~napeca-2011-2012"},
        {"limit", "GeoJSON and CSV: at most so many records, 1 to 1000", "100"}};
    for (const collections::Collection& collection : collections::all())
        for (const collections::Facet& facet : collection.facets)
            if (collection.placed() && std::ranges::find(query, facet.name, &QueryParameter::name) == query.end())
                query.push_back({facet.name, "As in the lists that have it; nothing is shown of the others", "", true});
    return query;
}

server::Route get(std::vector<std::string_view> paths, std::string_view summary, std::vector<std::string_view> formats,
                  std::vector<QueryParameter> query = {}) {
    return {.paths = std::move(paths),
            .handler = {},
            .cost = Cost::ordinary,
            .summary = summary,
            .formats = std::move(formats),
            .query = std::move(query)};
}

}  // namespace

void add_map_rows(std::vector<Row>& table) {
    table.push_back(
        {Page::map, get({"/en/map", "/fr/carte", "/es/mapa"}, "Where things are: every collection with places, on one map",
                        {"html", "json", "csv", "geojson"}, map_parameters())});
    table.push_back({Page::ogc, get({"/ogc"}, "OGC API - Features: the landing page", {"json"})});
    table.push_back({Page::ogc_conformance, get({"/ogc/conformance"}, "OGC API - Features: what it conforms to", {"json"})});
    table.push_back({Page::ogc_collections, get({"/ogc/collections"}, "OGC API - Features: the collections", {"json"})});
    table.push_back(
        {Page::ogc_collection, get({"/ogc/collections/{collection}"}, "OGC API - Features: one collection", {"json"})});
    table.push_back(
        {Page::ogc_items,
         get({"/ogc/collections/{collection}/items"}, "OGC API - Features: the records of a collection as features",
             {"geojson", "json"},
             {{"bbox",
               "Only features in this box: west,south,east,north in degrees, or six numbers with heights, which are ignored",
               "-141,14,-52,84"},
              {"datetime", "Only features of this day or interval (RFC 3339): 2013-05-24, 2013-01-01/2014-12-31, 2013-01-01/..",
               "2013-01-01/2014-12-31"},
              {"limit", "At most so many features; more than 1000 are never given", "100"},
              {"after", "Cursor: the id after which to go on; follow the link \"next\"", ""},
              {"q", "Full text in three languages", "water"},
              {.name = "filter",
               .summary = "The filters of the collection's list by their names, as properties of the features: country=MEX",
               .any_name = true}})});
    table.push_back({Page::ogc_item,
                     get({"/ogc/collections/{collection}/items/{id}"}, "OGC API - Features: one feature", {"geojson", "json"})});
}

}  // namespace comity::site
