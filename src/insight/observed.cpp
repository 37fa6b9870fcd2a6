#include "insight/observed.hpp"

#include <algorithm>
#include <set>

namespace comity::insight {

namespace {

std::optional<base::Day> to_the_day(const std::optional<base::Date>& date) { return date ? date->day() : std::nullopt; }

Passage passage_of(const Observed& of, const law::Clock& clock) {
    Passage passage{.of = &of, .clock = &clock, .opened = to_the_day(clock.opened_by.date), .running = clock.running()};
    const auto done = clock.met_by ? to_the_day(clock.met_by->date) : std::nullopt;
    if (clock.missing == law::Missing::opening_event)
        passage.why = Reason::opening_not_on_record;
    else if (clock.state == law::ClockState::elapsed)
        passage.why = Reason::ran_out;
    else if (clock.superseded_by)
        passage.why = Reason::overtaken;
    else if (!passage.opened)
        passage.why = Reason::opening_not_to_the_day;
    else if (clock.met_by && !done)
        passage.why = Reason::end_not_to_the_day;
    else if (done && *done < *passage.opened)
        passage.why = Reason::wrong_order;
    else
        passage.days = static_cast<int>((done.value_or(of.on.on) - *passage.opened).count());
    return passage;
}

}  // namespace

std::string_view code(Reason reason) {
    switch (reason) {
        case Reason::filing_not_to_the_day: return "filing-not-to-the-day";
        case Reason::end_not_to_the_day: return "end-not-to-the-day";
        case Reason::opening_not_on_record: return "opening-not-on-record";
        case Reason::opening_not_to_the_day: return "opening-not-to-the-day";
        case Reason::wrong_order: return "wrong-order";
        case Reason::overtaken: return "overtaken";
        case Reason::ran_out: return "ran-out";
        case Reason::not_yet_due: return "not-yet-due";
        case Reason::no_due_date: return "no-due-date";
        case Reason::extension_not_on_record: return "extension-not-on-record";
    }
    return "";
}

void leave_out(std::vector<LeftOut>& list, Reason reason, std::string_view id) {
    auto at = std::ranges::find(list, reason, &LeftOut::reason);
    if (at == list.end()) at = list.insert(std::ranges::upper_bound(list, reason, {}, &LeftOut::reason), {reason, {}});
    at->cases.push_back(id);
}

std::size_t count(const std::vector<LeftOut>& list) {
    std::size_t sum = 0;
    for (const LeftOut& one : list) sum += one.cases.size();
    return sum;
}

base::Day known_to(const registry::Case& of) {
    base::Day day = of.submission.as_of.first();
    for (const registry::DocketEvent& event : of.events)
        if (event.date) day = std::max(day, event.date->last());
    return day;
}

std::vector<Observed> observe(const registry::Docket& docket, const law::Mechanisms& mechanisms, base::Day day,
                              const law::Mechanism* under) {
    std::vector<Observed> cases;
    cases.reserve(docket.cases.size());
    for (const registry::Case& of : docket.cases) {
        if (under && law::find_mechanism(mechanisms, of.submission.agreement) != under) continue;
        Observed seen{.on = registry::case_on(of, mechanisms, std::min(day, known_to(of))), .id = of.submission.id};
        const law::Evaluation& evaluation = seen.on.evaluation;
        if (!evaluation.stage) continue;
        seen.filed = to_the_day(registry::filed(seen.on));
        if (evaluation.ended && evaluation.ended_by) seen.ended = to_the_day(evaluation.ended_by->date);
        cases.push_back(std::move(seen));
    }
    return cases;
}

std::vector<Passage> passages(std::span<const Observed> cases) {
    std::vector<Passage> all;
    for (const Observed& of : cases)
        for (const law::Clock& clock : of.on.evaluation.clocks) all.push_back(passage_of(of, clock));
    return all;
}

std::vector<Group> groups_of(std::span<const Observed> cases) {
    std::set<std::string_view> parties, agreements;
    for (const Observed& of : cases) {
        const registry::Submission& submission = of.on.of->submission;
        parties.insert(submission.parties.begin(), submission.parties.end());
        agreements.insert(submission.agreement);
    }
    std::vector<Group> groups{{"all", ""}};
    for (const std::string_view party : parties) groups.push_back({"party", party});
    for (const std::string_view agreement : agreements) groups.push_back({"agreement", agreement});
    return groups;
}

bool holds(const Group& group, const Observed& of) {
    const registry::Submission& submission = of.on.of->submission;
    if (group.by == "party") return std::ranges::find(submission.parties, group.value) != submission.parties.end();
    if (group.by == "agreement") return submission.agreement == group.value;
    return group.by == "all";
}

bool holds(const Group& group, const Passage& passage) {
    if (group.by == "party" && !passage.clock->party.empty()) return passage.clock->party == group.value;
    if (group.by == "version") return passage.clock->version && passage.clock->version->id == group.value;
    return holds(group, *passage.of);
}

}  // namespace comity::insight
