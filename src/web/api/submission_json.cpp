#include "exchange/json_ld.hpp"
#include "law/evaluation_json.hpp"
#include "record/codes.hpp"
#include "web/api/answers.hpp"
#include "web/api/case_seen.hpp"
#include "web/api/parts.hpp"

// One case as JSON, and in the words of schema.org.
namespace comity::api {

namespace {

using base::JsonWriter;

Spot spot_of(const CaseSeen& seen, base::Language language) {
    Spot spot{site::Page::submission, language, {{"id", seen.of->submission.id}}, {}};
    spot.query = seen.days;
    return spot;
}

template <class T>
void write_records(JsonWriter& json, std::string_view name, const std::vector<T>& records) {
    json.key(name).begin_array();
    for (const T& record : records) write_record(json, T::type(), &record);
    json.end_array();
}

// Where the case stands, in short; "evaluation" proves it.
void write_standing(JsonWriter& json, const registry::Standing& standing) {
    json.key("standing").begin_object();
    json.member("status", standing.status == registry::Status::open ? "open" : "closed");
    write_date(json, "filed", standing.filed);
    write_code(json, "stage", standing.stage);
    write_code(json, "outcome", standing.outcome);
    write_date(json, "ended", standing.ended);
    write_code(json, "turn_actor", standing.turn_actor);
    write_code(json, "turn_step", standing.turn_step);
    write_day(json, "due", standing.due);
    json.member("overdue", standing.overdue).end_object();
}

base::Text code_label(std::string_view list, const std::string& code) {
    if (const record::Code* known = record::find_code(list, code)) return known->label;
    base::Text text;
    text[base::Language::en] = code;
    return text;
}

base::Text status_text(const law::Evaluation& evaluation) {
    if (evaluation.outcome) return evaluation.outcome->name;
    return evaluation.stage->name;
}

base::Text law_name(const registry::Law& law) {
    base::Text name = law.name;
    if (!law.citation.empty())
        for (std::string& text : name.in)
            if (!text.empty()) text += ", " + law.citation;
    return name;
}

// Only where the case has some.
void write_assertions(JsonWriter& json, const registry::CaseOn& on) {
    const auto courses = registry::assertions_on(on);
    if (courses.empty()) return;
    json.key("assertions").begin_array();
    for (const law::AssertionCourse& course : courses) {
        const law::Evaluation& evaluation = course.evaluation;
        json.begin_object().member("assertion", course.assertion);
        write_code(json, "stage", evaluation.stage ? evaluation.stage->id : "");
        write_code(json, "outcome", evaluation.outcome ? evaluation.outcome->id : "");
        write_date(json, "ended", evaluation.ended && evaluation.ended_by ? evaluation.ended_by->date : std::nullopt);
        json.key("events").begin_array();
        for (const int event : course.events) json.value(event);
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace

server::Response submission_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const Spot spot = spot_of(seen, match.language);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("on", base::to_string(seen.on.on));
    write_known(json, seen.known);
    json.member("version", seen.of->version);
    json.key("submission");
    write_record(json, registry::Submission::type(), &seen.of->submission);
    write_standing(json, registry::standing(seen.on));
    write_records(json, "filers", seen.of->filers);
    write_records(json, "events", seen.of->events);
    write_records(json, "documents", seen.of->documents);
    json.key("evaluation");
    law::write_json(json, seen.on.evaluation, seen.on.events, seen.on.on, match.language);
    write_assertions(json, seen.on);
    write_links(json, site, spot);
    json.member("event_log", absolute(site, {site::Page::events, match.language, spot.captured, {}}));
    json.end_object();
    return answered("json", std::move(out));
}

server::Response submission_jsonld(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const registry::Submission& submission = seen.of->submission;
    exchange::LdSubmission ld{.address = absolute(site, {site::Page::submission, match.language, {{"id", submission.id}}, {}}),
                              .id = submission.id,
                              .title = submission.title,
                              .summary = submission.summary,
                              .filed = registry::filed(seen.on),
                              .status = status_text(seen.on.evaluation),
                              .sources = submission.provenance.sources,
                              .publisher = publisher(site, match.language),
                              .publisher_address = absolute(site, {site::Page::home, match.language, {}, {}})};
    for (const registry::Filer& filer : seen.of->filers)  // those who are not named are no author that could be told
        if (!filer.name.empty()) ld.filers.push_back({filer.name, filer.kind == registry::FilerKind::organization});
    for (const std::string& party : submission.parties) ld.parties.push_back({code_label("countries", party), party});
    for (const registry::Law& law : submission.laws) ld.laws.push_back(law_name(law));
    for (const std::string& matter : submission.matters) ld.matters.push_back(code_label("matters", matter));
    if (submission.place) ld.place = {submission.place->name, submission.place->country, point_of(submission.place)};
    for (const registry::Document& document : seen.of->documents)
        ld.parts.push_back({document.title, document.url, document.languages, document.date});
    std::string out;
    exchange::append_json_ld(out, ld);
    return answered("jsonld", std::move(out));
}

}  // namespace comity::api
