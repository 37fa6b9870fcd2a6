#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "insight/map_frame.hpp"

// The countries of the world, from data/map, as far as a map shows them. Nothing is loaded for them.
namespace comity::insight {

struct MapOutline {
    std::string_view country;  // ISO 3166-1 alpha-3; empty where the standard has no code
    std::string path;          // in whole units of the frame
};

// What of each country is in the frame, cut off just outside it. Steps and islands smaller than `detail` units are left out.
std::vector<MapOutline> outlines(const Frame& frame, double detail = 1.5);

// The window around the land of these countries, without islands far smaller than the rest. Empty where none is on the map.
std::optional<Window> land_of(const std::vector<std::string_view>& countries);

// What stands in quotes after `start`, in a file of data/map; the text is moved past it. That it is there is our own doing.
std::string_view quoted(std::string_view& text, std::string_view start);

}  // namespace comity::insight
