#pragma once

#include <string>
#include <string_view>

#include "web/html/html.hpp"

namespace comity::pages {

// A small locator map: the outline of North America from data/map/north-america.svg, or for a place outside it the countries
// around the place, and a mark at it. Nothing is loaded for it.
struct PlaceMap {
    std::string id;     // unique on its page
    std::string title;  // for those who don't see it: the place's name
    double latitude = 0;
    double longitude = 0;
    bool approximate = false;  // a ring instead of a dot
    std::string_view country;  // the country to set off, ISO 3166-1 alpha-3, or empty
};

// Writes nothing where the place is nowhere on earth.
void place_map(html::Html& h, const PlaceMap& map);

}  // namespace comity::pages
