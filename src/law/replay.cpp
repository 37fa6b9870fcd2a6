#include "law/replay.hpp"

#include <algorithm>

namespace comity::law {
namespace {

constexpr std::array<std::string_view, 8> keeping_codes{"in-time",  "past-target", "late",    "running",
                                                        "no-limit", "overtaken",   "ran-out", "not-known"};
constexpr std::array<std::string_view, comparisons> comparison_codes{"compared",   "limit-added",  "limit-removed",
                                                                     "no-limit",   "dates",        "opened-otherwise",
                                                                     "not-opened", "step-unknown", "only-there"};
constexpr std::array<std::string_view, 4> change_codes{"none", "worse", "better", "not-known"};

Keeping keeping_of(const Clock& clock, base::Day known_to) {
    const bool beyond_sources = !clock.met_by && clock.due && *clock.due > known_to;
    switch (clock.state) {
        case ClockState::met: return Keeping::in_time;
        case ClockState::met_late: return Keeping::late;
        case ClockState::late: return beyond_sources ? Keeping::not_known : Keeping::late;
        case ClockState::past_target: return beyond_sources ? Keeping::not_known : Keeping::past_target;
        case ClockState::open:
        case ClockState::suspended: return Keeping::running;
        case ClockState::superseded: return Keeping::overtaken;
        case ClockState::elapsed: return Keeping::ran_out;
        case ClockState::untimed: break;
    }
    const bool none = clock.limit ? clock.limit->unit == Unit::none : clock.missing == Missing::rule;
    return none ? Keeping::no_limit : Keeping::not_known;
}

ReplayedSide side_of(const Clock& clock, base::Day known_to) {
    return {.limit = clock.limit,
            .version = clock.version,
            .due = clock.due,
            .extended = clock.extended,
            .state = clock.state,
            .missing = clock.missing,
            .days_late = clock.days_late,
            .keeping = keeping_of(clock, known_to)};
}

// Nobody can be measured by a period, or once another event had settled the matter.
bool judged(const std::optional<ReplayedSide>& side) { return side && side->keeping <= Keeping::no_limit; }
int weight(const ReplayedSide& side) { return side.keeping == Keeping::late ? 2 : side.keeping == Keeping::past_target ? 1 : 0; }

Change change_of(const ReplayedClock& clock) {
    if (!judged(clock.was) || !judged(clock.would)) return Change::not_known;
    const int was = weight(*clock.was), would = weight(*clock.would);
    return would > was ? Change::worse : would < was ? Change::better : Change::none;
}

Comparison compared(const ReplayedSide& was, const ReplayedSide& would) {
    const auto no_limit = [](const ReplayedSide& side) {
        return side.limit ? side.limit->unit == Unit::none : side.missing == Missing::rule;
    };
    if (was.due && would.due) return Comparison::compared;
    if (no_limit(was) && no_limit(would)) return Comparison::no_limit;
    if (no_limit(was) && would.due) return Comparison::limit_added;
    if (was.due && no_limit(would)) return Comparison::limit_removed;
    return Comparison::dates;
}

bool same_step(const Clock& a, const Clock& b) { return a.step->id == b.step->id && a.party == b.party; }
// Time that ran out opens on another day under other limits, and is the same opening.
bool same_opening(const Clock& a, const Clock& b) {
    return a.opened_by.event == b.opened_by.event && a.opened_by.type == b.opened_by.type;
}

// The clock of the other evaluation that stands for this one; a bit of `taken` for each that has its match.
const Clock* match(const Clock& clock, const std::vector<Clock>& others, std::vector<bool>& taken, bool same) {
    for (std::size_t at = 0; at < others.size(); ++at) {
        if (taken[at] || !same_step(clock, others[at]) || same_opening(clock, others[at]) != same) continue;
        taken[at] = true;
        return &others[at];
    }
    return nullptr;
}

ReplayedClock beside(const Clock& clock, const Clock* other, const Mechanism& under, base::Day known_to) {
    ReplayedClock result{.step = clock.step,
                         .party = clock.party,
                         .opened_by = clock.opened_by,
                         .met_by = clock.met_by,
                         .was = side_of(clock, known_to)};
    if (!other) {
        result.comparison = find_step(under, clock.step->id) ? Comparison::not_opened : Comparison::step_unknown;
        return result;
    }
    result.would = side_of(*other, known_to);
    if (!same_opening(clock, *other)) {
        result.comparison = Comparison::opened_otherwise;
        return result;
    }
    result.comparison = compared(*result.was, *result.would);
    if (result.comparison == Comparison::compared) result.shift = static_cast<int>((*other->due - *clock.due).count());
    result.change = change_of(result);
    return result;
}

ReplayedCase replayed(const ReplayCase& of, const Mechanism& under, base::Day on, const Evaluation& was) {
    const Evaluation would = evaluate(under, of.events, on);
    ReplayedCase result{.of = &of};
    std::vector<bool> taken(would.clocks.size());
    std::vector<const Clock*> others(was.clocks.size());
    for (const bool same : {true, false})  // whoever has the same opening goes first
        for (std::size_t at = 0; at < was.clocks.size(); ++at)
            if (!others[at]) others[at] = match(was.clocks[at], would.clocks, taken, same);
    for (std::size_t at = 0; at < was.clocks.size(); ++at)
        result.clocks.push_back(beside(was.clocks[at], others[at], under, of.known_to));
    for (std::size_t at = 0; at < would.clocks.size(); ++at) {
        const Clock& clock = would.clocks[at];
        if (taken[at]) continue;
        result.clocks.push_back({.step = clock.step,
                                 .party = clock.party,
                                 .opened_by = clock.opened_by,
                                 .met_by = clock.met_by,
                                 .would = side_of(clock, of.known_to),
                                 .comparison = Comparison::only_there});
    }
    for (const int event : was.order) {
        const std::string_view type = of.events[static_cast<std::size_t>(event)].type;
        if (event_type(under, type) < 0 && event_type(*of.mechanism, type) >= 0) result.unknown_events.push_back(event);
    }
    for (const ReplayedClock& clock : result.clocks) {
        result.worse |= clock.change == Change::worse;
        result.better |= clock.change == Change::better;
    }
    return result;
}

struct Shifts {
    ReplaySummary* summary;
    std::vector<int> days;
};

void add(Shifts& to, const ReplayedClock& clock) {
    ReplaySummary& sum = *to.summary;
    ++sum.clocks;
    ++sum.by_comparison[static_cast<std::size_t>(clock.comparison)];
    if (clock.shift) to.days.push_back(*clock.shift);
    if (clock.change == Change::not_known) return;
    ++sum.judged;
    sum.late_was += clock.was->keeping == Keeping::late;
    sum.late_would += clock.would->keeping == Keeping::late;
    sum.past_target_was += clock.was->keeping == Keeping::past_target;
    sum.past_target_would += clock.would->keeping == Keeping::past_target;
    sum.worse += clock.change == Change::worse;
    sum.better += clock.change == Change::better;
}

void finish(Shifts& of) {
    if (of.days.empty()) return;
    std::ranges::sort(of.days);
    const std::size_t middle = of.days.size() / 2;
    of.summary->median_shift = of.days.size() % 2 == 1 ? of.days[middle] : (of.days[middle - 1] + of.days[middle]) / 2.0;
    of.summary->least_shift = of.days.front();
    of.summary->most_shift = of.days.back();
}

void sum_up(Replay& result, const Mechanism& under) {
    std::vector<const Step*> steps;
    for (const Step& step : under.steps) steps.push_back(&step);
    const auto place = [&](const Step& step) {
        return static_cast<std::size_t>(
            std::ranges::find(steps, step.id, [](const Step* known) -> const std::string& { return known->id; }) - steps.begin());
    };
    for (const ReplayedCase& each : result.cases)
        for (const ReplayedClock& clock : each.clocks)
            if (place(*clock.step) == steps.size()) steps.push_back(clock.step);
    std::vector<ReplaySummary> sums(steps.size());
    std::vector<Shifts> shifts;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        sums[at].step = steps[at];
        shifts.push_back({&sums[at], {}});
    }
    Shifts all{&result.all, {}};
    for (const ReplayedCase& each : result.cases) {
        result.worse += each.worse;
        result.better += each.better;
        for (const ReplayedClock& clock : each.clocks) {
            add(shifts[place(*clock.step)], clock);
            add(all, clock);
        }
    }
    for (Shifts& each : shifts) finish(each);
    finish(all);
    std::ranges::copy_if(sums, std::back_inserter(result.steps), [](const ReplaySummary& sum) { return sum.clocks > 0; });
}

}  // namespace

std::string_view code(Keeping keeping) { return keeping_codes[static_cast<std::size_t>(keeping)]; }
std::string_view code(Comparison comparison) { return comparison_codes[static_cast<std::size_t>(comparison)]; }
std::string_view code(Change change) { return change_codes[static_cast<std::size_t>(change)]; }

Replay replay(const Mechanism& under, std::span<const ReplayCase> cases, base::Day on) {
    Replay result;
    for (const ReplayCase& of : cases) {
        const Evaluation was = evaluate(*of.mechanism, of.events, on);
        if (was.stage) result.cases.push_back(replayed(of, under, on, was));
    }
    sum_up(result, under);
    return result;
}

}  // namespace comity::law
