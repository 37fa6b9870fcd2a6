#include "law/diff.hpp"

namespace comity::law {

namespace {

using base::JsonWriter;

void write_text(JsonWriter& json, std::string_view name, const base::Text& text) {
    json.key(name).begin_object();
    for (const base::Language language : base::languages) json.member(base::code(language), base::shown(text, language).text);
    json.end_object();
}

void write_authority(JsonWriter& json, const Authority& authority) {
    json.member("provision", authority.provision).member("source", authority.source);
    json.member("confidence", code(authority.confidence));
}

void write_saying(JsonWriter& json, std::string_view name, const std::optional<Saying>& saying) {
    json.key(name);
    if (!saying) {
        json.null();
        return;
    }
    json.begin_object();
    write_text(json, "text", saying->text);
    json.key("version");
    if (saying->version.empty())
        json.null();
    else
        json.value(saying->version);
    write_authority(json, saying->authority);
    json.key("facts").begin_object();
    for (const Fact& fact : saying->facts) json.member(fact.field, fact.code);
    json.end_object().end_object();
}

void write_part(JsonWriter& json, const Difference& part) {
    json.begin_object().member("subject", code(part.subject)).member("id", part.id).member("change", code(part.change()));
    json.key("opened_by").begin_array();
    for (const base::Text& opener : part.opened_by) json.value(base::shown(opener, base::Language::en).text);
    json.end_array().key("changed").begin_array();
    for (const std::string_view field : part.changed) json.value(field);
    json.end_array();
    write_saying(json, "before", part.before);
    write_saying(json, "after", part.after);
    json.end_object();
}

void write_parts(JsonWriter& json, std::string_view name, const std::vector<Difference>& parts) {
    json.key(name).begin_array();
    for (const Difference& part : parts) write_part(json, part);
    json.end_array();
}

void write_edition(JsonWriter& json, std::string_view name, const EditionTold& edition) {
    json.key(name).begin_object().member("edition", edition.name).member("mechanism", edition.mechanism);
    json.member("day", base::to_string(edition.day)).key("versions").begin_array();
    for (const EditionTold::InForce& version : edition.versions) {
        json.begin_object().member("id", version.id);
        write_text(json, "name", version.name);
        write_authority(json, version.authority);
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace

void write_members(JsonWriter& json, const Diff& diff) {
    write_edition(json, "before", diff.before);
    write_edition(json, "after", diff.after);
    json.key("counts").begin_object();
    for (const Alteration change : {Alteration::changed, Alteration::added, Alteration::removed, Alteration::same})
        json.member(code(change), diff.count(change));
    json.end_object().key("steps").begin_array();
    for (const StepDifference& step : diff.steps) {
        json.begin_object().member("id", step.id);
        write_text(json, "name", step.name);
        json.member("change", code(step.change));
        write_parts(json, "parts", step.parts);
        json.end_object();
    }
    json.end_array();
    write_parts(json, "rules", diff.rules);
}

}  // namespace comity::law
