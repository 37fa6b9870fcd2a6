#include "law/evaluation_json.hpp"
#include "web/api/answers.hpp"
#include "web/api/case_seen.hpp"
#include "web/api/parts.hpp"

// The proof of a clock as data, as plain text and as Markdown.
namespace comity::api {

namespace {

using base::JsonWriter;

Spot spot_of(const CaseSeen& seen, const server::Match& match) {
    return {site::Page::clock, match.language, match.captured, seen.days};
}

law::Sheet sheet_of(const site::Site& site, const CaseSeen& seen, const server::Match& match, const base::Words& words) {
    return registry::sheet_of(seen.on, site::clocks_asked(seen.on, match["step"]),
                              site::actor_names(site, seen.on, match.language), absolute(site, spot_of(seen, match)), words);
}

void write_explanation(JsonWriter& json, const law::Explanation& explanation, const base::Words& words) {
    json.begin_object().member("step", explanation.step).member("actor", explanation.actor).member("state", explanation.state);
    json.key("entries").begin_array();
    for (const law::Entry& entry : explanation.entries) {
        json.begin_object().member("term", entry.term).key("says").begin_array();
        for (const law::Sentence& sentence : entry.sentences) json.value(law::plain_text(sentence, words));
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

}  // namespace

server::Response clock_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const auto clocks = site::clocks_asked(seen.on, match["step"]);
    const base::Words words(match.language);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("submission", seen.of->submission.id).member("step", clocks.front()->step->id);
    json.member("mechanism", seen.on.mechanism->id).member("on", base::to_string(seen.on.on)).key("clocks").begin_array();
    for (const law::Clock* clock : clocks) law::write_json(json, *seen.on.mechanism, *clock, match.language);
    json.end_array().key("explanations").begin_array();
    for (const law::Explanation& explanation : sheet_of(site, seen, match, words).clocks)
        write_explanation(json, explanation, words);
    json.end_array();
    write_links(json, site, spot_of(seen, match));
    json.end_object();
    return answered("json", std::move(out));
}

server::Response clock_txt(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const base::Words words(match.language);
    return answered("txt", law::plain_text(sheet_of(site, seen, match, words), words));
}

server::Response clock_md(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const base::Words words(match.language);
    return answered("md", law::markdown(sheet_of(site, seen, match, words), words));
}

}  // namespace comity::api
