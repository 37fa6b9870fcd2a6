#include "law/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "law/checks.hpp"
#include "law/count.hpp"

namespace comity::law {
namespace {

bool contains(const std::vector<int>& list, int item) { return std::ranges::find(list, item) != list.end(); }

std::string at(const std::string& file, int line) { return fmt::format("{}:{}", file, line); }

base::Fault fault(const Step& step, std::string field, std::string wrong, std::string right) {
    return {at(step.file, step.line), "step " + step.id, std::move(field), std::move(wrong), std::move(right)};
}

// The steps that a case can come to from its filing: through the events that end a step, and through time that runs out.
std::vector<bool> reachable(const Mechanism& mechanism) {
    std::vector<bool> reached(mechanism.steps.size());
    if (reached.empty()) return reached;
    std::vector<int> next{0};
    // The first event of a case opens more than its first step.
    const std::vector<int> filing = mechanism.steps.front().opens;
    for (std::size_t step = 0; step < mechanism.steps.size(); ++step)
        if (!filing.empty() && contains(mechanism.steps[step].opens, filing.front())) next.push_back(static_cast<int>(step));
    while (!next.empty()) {
        const auto step = static_cast<std::size_t>(next.back());
        next.pop_back();
        if (reached[step]) continue;
        reached[step] = true;
        if (mechanism.steps[step].expiry_opens >= 0) next.push_back(mechanism.steps[step].expiry_opens);
        for (const int type : mechanism.steps[step].closes)
            for (const int opened : mechanism.event_types[static_cast<std::size_t>(type)].opens) next.push_back(opened);
    }
    return reached;
}

// An event that ends no step of its own, such as a notice of errors, can come at any time and opens what it opens.
bool opened_at_any_time(const Mechanism& mechanism, const Step& step) {
    return std::ranges::any_of(step.opens, [&](int type) {
        return mechanism.event_types[static_cast<std::size_t>(type)].closes.empty() &&
               !contains(mechanism.steps.front().opens, type);
    });
}

// The steps that some case can come to.
std::vector<bool> within_reach(const Mechanism& mechanism) {
    std::vector<bool> reached = reachable(mechanism);
    for (std::size_t place = 0; place < mechanism.steps.size(); ++place) {
        const Step& step = mechanism.steps[place];
        if (step.track == Track::side && opened_at_any_time(mechanism, step)) reached[place] = true;
    }
    return reached;
}

void check_steps(const Mechanism& mechanism, const std::vector<bool>& reached, base::Faults& faults) {
    for (std::size_t place = 0; place < mechanism.steps.size(); ++place) {
        const Step& step = mechanism.steps[place];
        const int self = static_cast<int>(place);
        const bool by_expiry = std::ranges::find(mechanism.steps, self, &Step::expiry_opens) != mechanism.steps.end();
        if (step.opens.empty() && !by_expiry)
            faults.push_back(fault(step, "opened_by", "nothing opens it", "an event type, or a step whose time runs out"));
        else if (!reached[place])
            faults.push_back(fault(step, "opened_by", "no case can reach it", "an event that ends a step that a case can be in"));
        if (step.closes.empty() && !(step.kind == StepKind::period && (step.expiry_ends || step.expiry_opens >= 0)))
            faults.push_back(fault(step, "closed_by", "nothing ends it", "an event type"));
        if (step.limits.empty())
            faults.push_back(fault(step, "limit", "no version says what its limit is",
                                   "a [[limit]], with unit = \"none\" where there is none"));
    }
}

// The days on which limits come into force or cease, within the days that matter to the step.
std::set<base::Day> turning_points(const Mechanism& mechanism, const Step& step) {
    std::set<base::Day> days;
    const auto add = [&](const Span& span) {
        if (span.from) days.insert(*span.from);
        if (span.to) days.insert(*span.to + std::chrono::days{1});
    };
    add(mechanism.filed);
    if (mechanism.filed.to) days.insert(*mechanism.filed.to);
    add(step.authority.in_force);
    for (const int limit : step.limits) add(in_force(mechanism, mechanism.limits[static_cast<std::size_t>(limit)]));
    return days;
}

std::string on_days(base::Day filed, base::Day opened) {
    if (filed == opened) return "on " + base::to_string(opened);
    return fmt::format("on {} for a filing of {}", base::to_string(opened), base::to_string(filed));
}

base::Fault gap(const Mechanism& mechanism, const Step& step, base::Day filed, base::Day opened, std::string_view opener) {
    const Version* before = nullptr;
    for (const int limit : step.limits) {
        const Version& version =
            mechanism.versions[static_cast<std::size_t>(mechanism.limits[static_cast<std::size_t>(limit)].version)];
        if (version.authority.in_force.from <= opened) before = &version;
    }
    const std::string right =
        before ? fmt::format("a version that goes on where {} ends, or a [[limit]] with unit = \"none\"", before->id)
               : fmt::format("a [[limit]] in a version in force {}, with unit = \"none\" where there is none",
                             on_days(filed, opened));
    return fault(step, "limit", fmt::format("is in no version in force {} when {} opens it", on_days(filed, opened), opener),
                 right);
}

base::Fault conflict(const Mechanism& mechanism, const Step& step, const Rule& rule, base::Day filed, base::Day opened,
                     std::string_view opener) {
    const auto version_of = [&](const Limit& limit) -> const Version& {
        return mechanism.versions[static_cast<std::size_t>(limit.version)];
    };
    const Version& first = version_of(*rule.rivals[0]);
    const Version& second = version_of(*rule.rivals[1]);
    return {at(second.file, rule.rivals[1]->line), "step " + step.id, "limit",
            fmt::format("{} and {} both hold {} when {} opens it", first.id, second.id, on_days(filed, opened), opener),
            fmt::format("replaces = [\"{}\"], or spans that do not overlap", first.id)};
}

// Each day on which a case can be filed with each later day on which the step can open: the first gap, and the first conflict of
// each pair of limits.
void check_limits_of(const Mechanism& mechanism, const Step& step, int opener, base::Faults& faults) {
    const std::string opened_by = opener < 0 ? "expiry" : mechanism.event_types[static_cast<std::size_t>(opener)].id;
    const std::set<base::Day> days = turning_points(mechanism, step);
    std::set<std::vector<const Limit*>> told;
    bool gap_told = false;
    for (const base::Day filed : days) {
        if (!mechanism.filed.holds(filed)) continue;
        for (const base::Day opened : days) {
            if (opened < filed || !step.authority.in_force.holds(opened)) continue;
            const Rule rule = rule_for(mechanism, step, opener, filed, opened);
            if (rule.rivals.empty() && !rule.limit && !std::exchange(gap_told, true))
                faults.push_back(gap(mechanism, step, filed, opened, opened_by));
            if (!rule.rivals.empty() && told.insert(rule.rivals).second)
                faults.push_back(conflict(mechanism, step, rule, filed, opened, opened_by));
        }
    }
}

void check_limits(const Mechanism& mechanism, base::Faults& faults) {
    for (std::size_t place = 0; place < mechanism.steps.size(); ++place) {
        const Step& step = mechanism.steps[place];
        if (step.limits.empty()) continue;
        for (const int opener : step.opens) check_limits_of(mechanism, step, opener, faults);
        const bool by_expiry =
            std::ranges::find(mechanism.steps, static_cast<int>(place), &Step::expiry_opens) != mechanism.steps.end();
        if (by_expiry) check_limits_of(mechanism, step, -1, faults);
        for (const int limit : step.limits)
            for (const int opener : mechanism.limits[static_cast<std::size_t>(limit)].opened_by)
                if (!contains(step.opens, opener))
                    faults.push_back(fault(step, "opened_by",
                                           fmt::format("a limit is for {}, which does not open the step",
                                                       mechanism.event_types[static_cast<std::size_t>(opener)].id),
                                           "one of the step's own opened_by"));
    }
}

void check_outcomes(const Mechanism& mechanism, base::Faults& faults) {
    for (std::size_t place = 0; place < mechanism.outcomes.size(); ++place) {
        const int self = static_cast<int>(place);
        const bool used = std::ranges::find(mechanism.event_types, self, &EventType::ends) != mechanism.event_types.end() ||
                          std::ranges::find(mechanism.steps, self, &Step::if_ended) != mechanism.steps.end();
        if (!used)
            faults.push_back({at(mechanism.file, mechanism.outcomes[place].authority.line),
                              "outcome " + mechanism.outcomes[place].id, "id", "nothing ends a case with it",
                              "an event with ends, or a step with outcome_if_ended_here"});
    }
}

}  // namespace

base::Faults check(const Mechanism& mechanism) {
    base::Faults faults;
    if (mechanism.steps.empty()) faults.push_back({mechanism.file, "", "step", "there is none", "at least one [[step]]"});
    const std::vector<bool> reached = within_reach(mechanism);
    check_steps(mechanism, reached, faults);
    check_suspensions(mechanism, faults);
    check_limits(mechanism, faults);
    check_outcomes(mechanism, faults);
    check_votes(mechanism, reached, faults);
    check_citations(mechanism, faults);
    return faults;
}

}  // namespace comity::law
