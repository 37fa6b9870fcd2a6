#include <algorithm>
#include <map>

#include "insight/parts.hpp"

namespace comity::insight {

namespace {

using Days = std::map<std::string_view, std::int64_t>;  // by actor; "" nobody knows whose

// An event that ended the case in the step in which it was, rather than showing that it had long gone further.
bool stopped_there(const Observed& of, const law::Clock& clock) {
    const law::Evaluation& evaluation = of.on.evaluation;
    if (!evaluation.ended_by || !clock.superseded_by || clock.superseded_by->event != evaluation.ended_by->event) return false;
    const int type = law::event_type(*of.on.mechanism, clock.superseded_by->type);
    return type >= 0 && of.on.mechanism->event_types[static_cast<std::size_t>(type)].closes.empty();
}

// Until when it is known that the step was still waiting for its actor.
std::optional<base::Day> waited_until(const Observed& of, const law::Clock& clock) {
    const auto day = [](const std::optional<law::Moment>& moment) {
        return moment && moment->date ? moment->date->day() : std::nullopt;
    };
    if (clock.met_by) return day(clock.met_by);
    if (clock.state == law::ClockState::elapsed) return clock.due;
    if (clock.superseded_by) return stopped_there(of, clock) ? day(clock.superseded_by) : std::nullopt;
    return of.on.on;
}

// The days of a case from filing to its end, handed to the actors of the main steps; none is handed out twice.
Days whose_days(const Observed& of, base::Day filed, base::Day ended) {
    std::vector<std::pair<base::Day, const law::Clock*>> opened;
    for (const law::Clock& clock : of.on.evaluation.clocks)
        if (clock.step->track == law::Track::main && clock.opened_by.date && clock.opened_by.date->day())
            opened.emplace_back(*clock.opened_by.date->day(), &clock);
    std::ranges::stable_sort(opened, {}, [](const auto& pair) { return pair.first; });
    Days days;
    base::Day handed_out = filed;
    for (std::size_t at = 0; at < opened.size(); ++at) {
        const auto& [from, clock] = opened[at];
        auto until = waited_until(of, *clock);
        if (!until) continue;
        // What opens next, opens because this one is behind the case.
        const auto next = std::find_if(opened.begin() + static_cast<std::ptrdiff_t>(at), opened.end(),
                                       [&, day = from](const auto& other) { return other.first > day; });
        if (next != opened.end()) until = std::min(*until, next->first);
        until = std::min(*until, ended);
        const base::Day begins = std::max(from, handed_out);
        if (*until <= begins) continue;
        days[clock->step->actor] += (*until - begins).count();
        handed_out = *until;
    }
    std::int64_t known = 0;
    for (const auto& [actor, count] : days) known += count;
    days[""] = (ended - filed).count() - known;
    return days;
}

std::optional<double> median(std::vector<Observation> observed) { return quantile(kaplan_meier(observed), 0.5); }

}  // namespace

std::vector<TurnRow> turns(std::span<const Observed> cases, std::vector<LeftOut>& left_out) {
    std::vector<std::pair<const Observed*, Days>> ledger;
    for (const Observed& of : cases) {
        if (!of.filed)
            leave_out(left_out, Reason::filing_not_to_the_day, of.id);
        else if (!of.is_open() && !of.ended)
            leave_out(left_out, Reason::end_not_to_the_day, of.id);
        else if (of.ended.value_or(of.on.on) < *of.filed)
            leave_out(left_out, Reason::wrong_order, of.id);
        else
            ledger.emplace_back(&of, whose_days(of, *of.filed, of.ended.value_or(of.on.on)));
    }
    std::vector<TurnRow> rows;
    for (const Group& group : groups_of(cases)) {
        std::map<std::string_view, std::pair<TurnRow, std::vector<Observation>>> actors;
        std::int64_t all = 0;
        for (const auto& [of, days] : ledger) {
            if (!holds(group, *of)) continue;
            for (const auto& [actor, count] : days) {
                if (count == 0) continue;
                auto& [row, observed] = actors[actor];
                row.days += count;
                all += count;
                row.cases.push_back(of->id);
                observed.push_back({static_cast<int>(count), 1});
            }
        }
        const auto first = static_cast<std::ptrdiff_t>(rows.size());
        for (auto& [actor, counted] : actors) {
            TurnRow& row = rows.emplace_back(std::move(counted.first));
            row.group = group;
            row.actor = actor;
            row.share = static_cast<double>(row.days) / static_cast<double>(all);
            row.median = median(std::move(counted.second));
        }
        // The longest first, what is not known last.
        std::stable_sort(rows.begin() + first, rows.end(), [](const TurnRow& a, const TurnRow& b) {
            return a.actor.empty() != b.actor.empty() ? b.actor.empty() : a.days > b.days;
        });
    }
    return rows;
}

}  // namespace comity::insight
