#include "exchange/json_ld.hpp"

#include "exchange/language_tagged.hpp"

namespace comity::exchange {

namespace {

using base::JsonWriter;

JsonWriter& begin(JsonWriter& json, std::string_view type) { return json.begin_object().member("@type", type); }

void filers(JsonWriter& json, const std::vector<LdFiler>& all) {
    if (all.empty()) return;
    json.key("author").begin_array();
    for (const LdFiler& filer : all)
        begin(json, filer.organization ? "Organization" : "Person").member("name", filer.name).end_object();
    json.end_array();
}

void subjects(JsonWriter& json, const LdSubmission& submission) {
    json.key("about").begin_array();
    for (const LdCountry& party : submission.parties) {
        begin(json, "Country").member("identifier", party.code);
        append_tagged(json, "name", party.name);
        json.end_object();
    }
    for (const base::Text& law : submission.laws) {
        begin(json, "Legislation");
        append_tagged(json, "name", law);
        json.end_object();
    }
    json.end_array();
    if (submission.matters.empty()) return;
    json.key("keywords").begin_array();
    for (const base::Text& matter : submission.matters) {
        begin(json, "DefinedTerm");
        append_tagged(json, "name", matter);
        json.end_object();
    }
    json.end_array();
}

void place_member(JsonWriter& json, const LdPlace& place) {
    json.key("spatialCoverage");
    begin(json, "Place");
    append_tagged(json, "name", place.name);
    if (!place.country.empty()) {
        json.key("address");
        begin(json, "PostalAddress").member("addressCountry", place.country).end_object();
    }
    if (place.point) {
        json.key("geo");
        begin(json, "GeoCoordinates")
            .member("latitude", place.point->latitude)
            .member("longitude", place.point->longitude)
            .end_object();
    }
    json.end_object();
}

void parts(JsonWriter& json, const std::vector<LdPart>& all) {
    if (all.empty()) return;
    json.key("hasPart").begin_array();
    for (const LdPart& part : all) {
        begin(json, "DigitalDocument");
        append_tagged(json, "name", part.title);
        if (!part.address.empty()) json.member("url", part.address);
        if (part.date) json.member("dateCreated", base::to_string(*part.date));
        if (!part.languages.empty()) {
            json.key("inLanguage").begin_array();
            for (const std::string& language : part.languages) json.value(language);
            json.end_array();
        }
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void append_json_ld(std::string& out, const LdSubmission& submission) {
    JsonWriter json(out);
    json.begin_object().member("@context", "https://schema.org").member("@type", "CreativeWork");
    json.member("@id", submission.address).member("url", submission.address).member("identifier", submission.id);
    append_tagged(json, "name", submission.title);
    append_tagged(json, "abstract", submission.summary);
    if (submission.filed) json.member("dateCreated", base::to_string(*submission.filed));
    append_tagged(json, "creativeWorkStatus", submission.status);
    filers(json, submission.filers);
    subjects(json, submission);
    if (submission.place) place_member(json, *submission.place);
    parts(json, submission.parts);
    if (!submission.sources.empty()) {
        json.key("citation").begin_array();
        for (const std::string& source : submission.sources) json.value(source);
        json.end_array();
    }
    json.key("publisher");
    begin(json, "GovernmentOrganization")
        .member("name", submission.publisher)
        .member("url", submission.publisher_address)
        .end_object();
    json.end_object();
}

}  // namespace comity::exchange
