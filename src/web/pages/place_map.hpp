#pragma once

#include <string>
#include <string_view>

#include "web/html/html.hpp"

namespace comity::pages {

// A small locator map: the outline of North America from data/map/north-america.svg and a mark at the place. Nothing is loaded
// for it.
struct PlaceMap {
    std::string id;     // unique on its page
    std::string title;  // for those who don't see it: the place's name
    double latitude = 0;
    double longitude = 0;
    bool approximate = false;  // a ring instead of a dot
    std::string_view country;  // the country to set off: "CAN", "MEX", "USA" or empty
};

// Whether the place is inside the frame of the map.
bool on_map(double latitude, double longitude);
// Writes nothing where the place is not on the map.
void place_map(html::Html& h, const PlaceMap& map);

}  // namespace comity::pages
