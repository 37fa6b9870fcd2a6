#include "web/api/schemas.hpp"

// What the answers of the map and of OGC API - Features are made of.
namespace comity::api {

namespace {

constexpr NamedSchema answers[] = {
    {"Bbox", R"json({"type":"array","items":{"type":"number"},"minItems":4,"maxItems":4,
"description":"West, south, east, north in degrees"})json"},
    {"Map", R"json({"type":"object","properties":{"bbox":{"$ref":"#/components/schemas/Bbox"},
"inside":{"type":"integer","description":"Records in the box"},
"left_out":{"type":"integer","description":"Of those, records at places beyond the largest ones"},
"words_ignored":{"type":"integer"},
"only_best":{"type":"integer","description":"The words are in more records: so many that answer them best are shown and counted"},
"layers":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"title":{"type":"string"},
"shown":{"type":"boolean"},"count":{"type":"integer"},"inside":{"type":"integer"},"without_place":{"type":"integer"}},
"required":["id","title","shown","count","inside","without_place"],"additionalProperties":false}},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"},
"places":{"type":"array","description":"What is drawn as one mark, the largest first","items":{"type":"object","properties":{
"latitude":{"type":"number"},"longitude":{"type":"number"},"bbox":{"$ref":"#/components/schemas/Bbox"},
"count":{"type":"integer"},"by_layer":{"type":"object","additionalProperties":{"type":"integer"}},
"records":{"type":"array","description":"The first of them","items":{"type":"object","properties":{"layer":{"type":"string"},
"id":{"type":"string"},"title":{"type":"string"},"address":{"type":"string","format":"uri"}},
"required":["layer","id","title","address"],"additionalProperties":false}}},
"required":["latitude","longitude","bbox","count","by_layer","records"],"additionalProperties":false}}},
"required":["bbox","inside","left_out","layers","links","languages","places"],"additionalProperties":false})json"},
    {"OgcLinks", R"json({"type":"array","items":{"type":"object","properties":{"href":{"type":"string","format":"uri"},
"rel":{"type":"string"},"type":{"type":"string"}},"required":["href","rel","type"]}})json"},
    {"OgcLandingPage", R"json({"type":"object","properties":{"title":{"type":"string"},"description":{"type":"string"},
"links":{"$ref":"#/components/schemas/OgcLinks"}},"required":["links"]})json"},
    {"OgcConformance", R"json({"type":"object","properties":{"conformsTo":{"type":"array","items":{"type":"string"}}},
"required":["conformsTo"]})json"},
    {"OgcCollection", R"json({"type":"object","properties":{"id":{"type":"string"},"title":{"type":"string"},
"description":{"type":"string"},"itemType":{"const":"feature"},"crs":{"type":"array","items":{"type":"string"}},
"extent":{"type":"object","properties":{"spatial":{"type":"object"},"temporal":{"type":"object"}}},
"links":{"$ref":"#/components/schemas/OgcLinks"}},"required":["id","links"]})json"},
    {"OgcCollections", R"json({"type":"object","properties":{"links":{"$ref":"#/components/schemas/OgcLinks"},
"collections":{"type":"array","items":{"$ref":"#/components/schemas/OgcCollection"}}},"required":["links","collections"]})json"},
    {"OgcFeature", R"json({"type":"object","properties":{"type":{"const":"Feature"},"id":{"type":"string"},
"geometry":{"type":["object","null"]},"properties":{"type":"object"},"links":{"$ref":"#/components/schemas/OgcLinks"}},
"required":["type","id","geometry","properties"]})json"},
    {"OgcFeatures", R"json({"type":"object","properties":{"type":{"const":"FeatureCollection"},
"links":{"$ref":"#/components/schemas/OgcLinks"},
"timeStamp":{"type":"string","format":"date-time","description":"The day for which it is written"},
"numberMatched":{"type":"integer","description":"Left out where it is not known: see only_best"},
"only_best":{"type":"integer","description":"The words are in more records: so many that answer them best are shown and counted"},
"numberReturned":{"type":"integer"},
"features":{"type":"array","items":{"$ref":"#/components/schemas/OgcFeature"}}},
"required":["type","links","timeStamp","numberReturned","features"]})json"},
};

}  // namespace

void write_map_schemas(base::JsonWriter& json) {
    for (const NamedSchema& answer : answers) json.key(answer.name).raw(answer.schema);
}

}  // namespace comity::api
