#include "exchange/geojson.hpp"

namespace comity::exchange {

void append_feature(base::JsonWriter& json, const GeoFeature& feature, std::string_view member, std::string_view value) {
    json.begin_object().member("type", "Feature").member("id", feature.id).key("geometry");
    if (feature.point)
        json.begin_object()
            .member("type", "Point")
            .key("coordinates")
            .begin_array()
            .value(feature.point->longitude)  // the standard's order: east first
            .value(feature.point->latitude)
            .end_array()
            .end_object();
    else
        json.null();
    json.key("properties").raw(feature.properties);
    if (!member.empty()) json.key(member).raw(value);
    json.end_object();
}

void append_geojson(std::string& out, const std::vector<GeoFeature>& features) {
    base::JsonWriter json(out);
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    for (const GeoFeature& feature : features) append_feature(json, feature);
    json.end_array().end_object();
}

}  // namespace comity::exchange
