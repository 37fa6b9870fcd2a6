#include "exchange/geojson.hpp"

#include "base/json_writer.hpp"

namespace comity::exchange {

void append_geojson(std::string& out, const std::vector<GeoFeature>& features) {
    base::JsonWriter json(out);
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    for (const GeoFeature& feature : features) {
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
        json.key("properties").raw(feature.properties).end_object();
    }
    json.end_array().end_object();
}

}  // namespace comity::exchange
