#include "exchange/skos.hpp"

#include "exchange/language_tagged.hpp"

namespace comity::exchange {

namespace {

using base::JsonWriter;

void addresses(JsonWriter& json, std::string_view name, const std::vector<std::string>& all) {
    if (all.empty()) return;
    json.key(name).begin_array();
    for (const std::string& address : all) json.begin_object().member("@id", address).end_object();
    json.end_array();
}

void write_concept(JsonWriter& json, const SkosScheme& scheme, const SkosConcept& one) {
    json.begin_object().member("@id", one.address).member("@type", "skos:Concept").member("skos:notation", one.notation);
    append_tagged(json, "skos:prefLabel", one.name);
    append_tagged(json, "skos:definition", one.definition);
    addresses(json, "skos:inScheme", {scheme.address});
    addresses(json, "skos:topConceptOf", {scheme.address});
    addresses(json, "skos:broadMatch", one.broader);
    addresses(json, "skos:exactMatch", one.same);
    json.end_object();
}

}  // namespace

void append_skos(std::string& out, const std::vector<SkosScheme>& schemes) {
    JsonWriter json(out);
    json.begin_object().key("@context").begin_object().member("skos", "http://www.w3.org/2004/02/skos/core#").end_object();
    json.key("@graph").begin_array();
    for (const SkosScheme& scheme : schemes) {
        json.begin_object().member("@id", scheme.address).member("@type", "skos:ConceptScheme");
        append_tagged(json, "skos:prefLabel", scheme.name);
        std::vector<std::string> top;
        for (const SkosConcept& one : scheme.concepts) top.push_back(one.address);
        addresses(json, "skos:hasTopConcept", top);
        json.end_object();
        for (const SkosConcept& one : scheme.concepts) write_concept(json, scheme, one);
    }
    json.end_array().end_object();
}

}  // namespace comity::exchange
