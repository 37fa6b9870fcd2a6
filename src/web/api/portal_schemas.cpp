#include "web/api/schemas.hpp"

// What the answers about the record as a whole are made of, about fact sheets and how to file.
namespace comity::api {

namespace {

constexpr NamedSchema answers[] = {
    {"FactSheets", R"json({"type":"object","description":"Two editions of an instrument's fact sheet","properties":{
"instrument":{"type":"string"},"earlier":{"type":"object","properties":{"edition":{"type":"string"},"date":{"type":["string","null"]},
"source":{"type":["string","null"]}},"required":["edition","date","source"]},"now":{"type":"object","properties":{"edition":{
"type":["string","null"]}},"required":["edition"]},"fields":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},
"language":{"enum":["en","fr","es"]},"earlier":{"type":["string","null"],"description":"null: not shown by this edition"},"now":{"type":["string","null"]},
"change":{"enum":["same","changed","only-earlier","only-now"]}},"required":["field","language","earlier","now","change"]}},"links":{"type":"object"},
"languages":{"type":"object"}},"required":["instrument","earlier","now","fields","links","languages"]})json"},
    {"TextCounts",
     R"json({"type":"array","description":"For each language: written in it, translated, translated from an older original, and missing","items":{"type":"object","properties":{"language":{"enum":["en","fr","es"]},"original":{"type":"integer"},
"translated":{"type":"integer"},"stale":{"type":"integer"},"missing":{"type":"integer"}},
"required":["language","original","translated","stale","missing"],"additionalProperties":false}})json"},
    {"Coverage", R"json({"type":"object","properties":{"all":{"type":"object","properties":{"records":{"type":"integer"},
"texts":{"type":"integer"},"languages":{"$ref":"#/components/schemas/TextCounts"}},"required":["records","texts","languages"],
"additionalProperties":false},"types":{"type":"array","items":{"type":"object","properties":{"type":{"type":"string"},
"name":{"type":"string"},"records":{"type":"integer"},"texts":{"type":"integer"},
"languages":{"$ref":"#/components/schemas/TextCounts"}},"required":["type","name","records","texts","languages"],
"additionalProperties":false}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},"required":["all","types","links","languages"],
"additionalProperties":false})json"},
    {"SearchResults", R"json({"type":"object","properties":{"q":{"type":"string"},
"count":{"type":"integer","description":"Exact up to counted_up_to, then one more"},"counted_up_to":{"type":"integer"},
"counts":{"type":"object","additionalProperties":{"type":"integer"}},"did_you_mean":{"type":["string","null"]},
"links":{"type":"object"},"languages":{"type":"object"},"next":{"type":["string","null"]},
"results":{"type":"array","items":{"type":"object","properties":{"type":{"type":"string"},"id":{"type":"string"},
"title":{"$ref":"#/components/schemas/Text"},"links":{"type":"object"}},"required":["type","id","title","links"]}}},
"required":["q","count","counts","did_you_mean","links","next","results"],"additionalProperties":false})json"},
    {"HowToFile",
     R"json({"type":"object","description":"The rules of one day for those who file on it; without a mechanism none takes filings",
"properties":{"on":{"$ref":"#/components/schemas/Day"},"mechanism":{"type":["string","null"]},
"process":{"type":"string","format":"uri","description":"All that the law's files say of the mechanism"},
"filed":{"$ref":"#/components/schemas/Span"},"authority":{"$ref":"#/components/schemas/Authority"},
"criteria":{"type":"array","items":{"type":"object"}},"rules":{"type":"array","items":{"type":"object"}},
"bars":{"type":"array","items":{"type":"object"}},"reservations":{"type":"array","items":{"type":"object"}},
"steps":{"type":"array","items":{"type":"object"}},
"times":{"type":"array","description":"Days from the opening of a step to its end in the cases so far; without a step, from filing to the end",
"items":{"type":"object","properties":{"step":{"type":["string","null"]},"done":{"type":"integer"},"running":{"type":"integer"},
"lower_quartile":{"type":["number","null"]},"median":{"type":["number","null"]},"upper_quartile":{"type":["number","null"]}},
"required":["step","done","running","lower_quartile","median","upper_quartile"],"additionalProperties":false}},
"send_to":{"type":"object","properties":{"address":{"type":"array","items":{"type":"string"}},
"office":{"type":["string","null"],"description":"Its record"}},"required":["address","office"],"additionalProperties":false},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["on","mechanism","send_to","links","languages"],"additionalProperties":false})json"},
};

}  // namespace

void write_portal_schemas(base::JsonWriter& json) {
    for (const NamedSchema& answer : answers) json.key(answer.name).raw(answer.schema);
}

}  // namespace comity::api
