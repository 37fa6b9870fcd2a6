#include "body/registry/explained.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/clock_name.hpp"
#include "record/codec.hpp"

namespace comity::registry {

law::Explanation explained(const CaseOn& on, const law::Clock& clock, const ActorName& actor_name, const base::Words& words) {
    std::vector<law::EventTold> told;
    for (const DocketEvent& event : on.of->events) {
        const bool sure = event.provenance.confidence == record::Confidence::sourced;
        told.push_back({&event.note, sure ? std::string_view() : record::code_of(event.provenance.confidence)});
    }
    return law::explain(clock,
                        {.mechanism = *on.mechanism,
                         .events = on.events,
                         .findings = on.evaluation.findings,
                         .told = told,
                         .filed = filed(on),
                         .on = on.on,
                         .known_to = on.of->submission.as_of.first(),
                         .actor = actor_name(clock.step->actor, clock.party)},
                        words);
}

std::vector<const law::Clock*> clocks_named(const CaseOn& on, std::string_view name) {
    std::vector<const law::Clock*> found;
    for (const law::Clock& clock : on.evaluation.clocks)
        if (clock.step->id == name) found.push_back(&clock);
    if (found.empty())
        if (const law::Clock* one = law::find_clock(on.evaluation, name)) found.push_back(one);
    return found;
}

std::vector<std::string> steps_with_clocks(const CaseOn& on) {
    std::vector<std::string> steps;
    for (const law::Clock& clock : on.evaluation.clocks)
        if (std::ranges::find(steps, clock.step->id) == steps.end()) steps.push_back(clock.step->id);
    return steps;
}

law::Sheet sheet_of(const CaseOn& on, const std::vector<const law::Clock*>& clocks, const ActorName& actor_name,
                    std::string_view address, const base::Words& words) {
    const base::Language language = words.language();
    const Submission& submission = on.of->submission;
    law::Sheet sheet;
    sheet.title =
        words("explain.title", {{"id", submission.id},
                                {"title", base::shown(submission.title, language).text},
                                {"step", clocks.empty() ? "" : base::shown(clocks.front()->step->name, language).text}});
    sheet.head = {words("explain.on", {{"day", base::long_date(language, on.on)}}),
                  std::string(base::shown(on.mechanism->name, language).text),
                  words("explain.as_of", {{"date", base::date(language, submission.as_of)}})};
    if (clocks.size() > 1) sheet.head.push_back(words.plural("explain.clocks", static_cast<std::int64_t>(clocks.size())));
    for (const law::Clock* clock : clocks) sheet.clocks.push_back(explained(on, *clock, actor_name, words));
    if (!address.empty()) sheet.foot = words("explain.address", {{"address", address}});
    return sheet;
}

}  // namespace comity::registry
