#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"

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

// One feature; what else it has besides its properties ("links") follows as members, already JSON.
void append_feature(base::JsonWriter& json, const GeoFeature& feature, std::string_view member = {}, std::string_view value = {});
// A whole collection.
void append_geojson(std::string& out, const std::vector<GeoFeature>& features);

}  // namespace comity::exchange
