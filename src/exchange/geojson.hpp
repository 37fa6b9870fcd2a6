#pragma once

#include <optional>
#include <string>
#include <vector>

// GeoJSON (RFC 7946).
namespace comity::exchange {

struct Point {
    double latitude;   // degrees north, -90 to 90
    double longitude;  // degrees east, -180 to 180
};

struct GeoFeature {
    std::string id;
    std::optional<Point> point;  // a feature without a place has the geometry null, as the standard has it
    std::string properties;      // one JSON object
};

void append_geojson(std::string& out, const std::vector<GeoFeature>& features);

}  // namespace comity::exchange
