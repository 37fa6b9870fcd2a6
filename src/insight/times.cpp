#include <algorithm>
#include <functional>

#include "insight/parts.hpp"

namespace comity::insight {

namespace {

void set_quartiles(TimeRow& row, const std::vector<Observation>& observed) {
    const auto curve = kaplan_meier(observed);
    row.lower_quartile = quantile(curve, 0.25);
    row.median = quantile(curve, 0.5);
    row.upper_quartile = quantile(curve, 0.75);
    row.median_bounds = quantile_bounds(curve, 0.5);
}

TimeRow time_in_step(std::span<const Passage> passages, std::string_view step, const Group& group,
                     const std::function<bool(const Passage&)>& counted) {
    TimeRow row{.group = group, .step = step};
    std::vector<Observation> observed;
    for (const Passage& passage : passages) {
        if (passage.clock->step->id != step || !counted(passage)) continue;
        row.main = passage.clock->step->track == law::Track::main;
        if (!passage.days) {
            leave_out(row.left_out, passage.why, passage.of->id);
            continue;
        }
        (passage.running ? row.running : row.done).push_back(passage.of->id);
        observed.push_back({*passage.days, passage.running ? 0 : 1});
    }
    set_quartiles(row, observed);
    return row;
}

// From filing to the end, whatever it was.
TimeRow whole_time(std::span<const Observed> cases, const Group& group, const std::function<bool(const Observed&)>& counted) {
    TimeRow row{.group = group};
    std::vector<Observation> observed;
    for (const Observed& of : cases) {
        if (!counted(of)) continue;
        const auto days = of.filed ? (of.ended.value_or(of.on.on) - *of.filed).count() : 0;
        if (!of.filed) {
            leave_out(row.left_out, Reason::filing_not_to_the_day, of.id);
        } else if (!of.is_open() && !of.ended) {
            leave_out(row.left_out, Reason::end_not_to_the_day, of.id);
        } else if (days < 0) {
            leave_out(row.left_out, Reason::wrong_order, of.id);
        } else {
            (of.is_open() ? row.running : row.done).push_back(of.id);
            observed.push_back({static_cast<int>(days), of.is_open() ? 0 : 1});
        }
    }
    set_quartiles(row, observed);
    return row;
}

bool measured(const TimeRow& row) { return !row.done.empty() || !row.running.empty(); }
bool anything(const TimeRow& row) { return measured(row) || !row.left_out.empty(); }

// A day on which the rules changed: a version of a mechanism that came into force, or a mechanism that took filings from then on.
struct Change {
    std::string_view id;
    std::string_view mechanism;  // on both sides; "" where the mechanism itself changed
    base::Day day;
};

// The two that readers of this record ask about, where the law has them.
std::vector<Change> changes(const law::Mechanisms& mechanisms) {
    std::vector<Change> found;
    if (const law::Mechanism* naaec = law::find_mechanism(mechanisms, "naaec"))
        for (const law::Version& version : naaec->versions)
            if (version.id == "guidelines-2012" && version.authority.in_force.from)
                found.push_back({version.id, naaec->id, *version.authority.in_force.from});
    if (const law::Mechanism* usmca = law::find_mechanism(mechanisms, "usmca"); usmca && usmca->filed.from)
        found.push_back({usmca->id, "", *usmca->filed.from});
    return found;
}

// A passage belongs to the side on which it opened, a case to the side on which it was filed; where the mechanism changed, a
// case stays with that of its filing, and only what opened under the last rules before is set beside it.
bool on_side(const Change& change, bool after, const law::Mechanism& mechanism, std::optional<base::Day> day,
             std::optional<base::Day> since) {
    if (!day) return false;
    if (!change.mechanism.empty()) return mechanism.id == change.mechanism && (*day >= change.day) == after;
    return after ? mechanism.id == change.id : mechanism.id != change.id && (!since || *day >= *since);
}

}  // namespace

std::vector<std::string_view> steps_of(const law::Mechanisms& mechanisms) {
    std::vector<std::string_view> steps;
    for (const law::Mechanism& mechanism : mechanisms.list) {
        auto place = steps.begin();
        for (const law::Step& step : mechanism.steps) {
            auto at = std::ranges::find(steps, step.id);
            if (at == steps.end()) at = steps.insert(place, step.id);
            place = at + 1;
        }
    }
    return steps;
}

std::vector<Group> versions_of(std::span<const Passage> passages, const law::Mechanisms& mechanisms) {
    std::vector<Group> groups;
    for (const law::Mechanism& mechanism : mechanisms.list)
        for (const law::Version& version : mechanism.versions)
            if (std::ranges::any_of(passages, [&](const Passage& p) { return p.clock->version == &version; }))
                groups.push_back({"version", version.id});
    return groups;
}

std::vector<TimeRow> times(std::span<const Observed> cases, std::span<const Passage> passages,
                           const law::Mechanisms& mechanisms) {
    std::vector<Group> groups = groups_of(cases);
    std::vector<TimeRow> rows;
    for (const Group& group : groups) {
        TimeRow row = whole_time(cases, group, [&](const Observed& of) { return holds(group, of); });
        if (anything(row)) rows.push_back(std::move(row));
    }
    std::ranges::copy(versions_of(passages, mechanisms), std::back_inserter(groups));
    for (const std::string_view step : steps_of(mechanisms))
        for (const Group& group : groups) {
            TimeRow row = time_in_step(passages, step, group, [&](const Passage& p) { return holds(group, p); });
            if (anything(row)) rows.push_back(std::move(row));
        }
    return rows;
}

std::vector<TimeRow> times_under(const registry::Docket& docket, const law::Mechanisms& mechanisms,
                                 const law::Mechanism& mechanism, base::Day on) {
    const std::vector<Observed> cases = observe(docket, mechanisms, on, &mechanism);
    const std::vector<Passage> ways = passages(cases);
    const Group group{"agreement", mechanism.id};
    std::vector<TimeRow> rows{whole_time(cases, group, [](const Observed&) { return true; })};
    for (const law::Step& step : mechanism.steps)
        rows.push_back(time_in_step(ways, step.id, group, [](const Passage&) { return true; }));
    std::erase_if(rows, [](const TimeRow& row) { return !measured(row); });
    return rows;
}

std::vector<Comparison> comparisons(std::span<const Observed> cases, std::span<const Passage> passages,
                                    const law::Mechanisms& mechanisms) {
    std::vector<Comparison> list;
    std::optional<base::Day> since;
    for (const Change& change : changes(mechanisms)) {
        Comparison comparison{.id = change.id, .day = change.day, .rows = {}};
        const auto add = [&](TimeRow before, TimeRow after) {
            if (!measured(before) || !measured(after)) return;
            comparison.rows.push_back(std::move(before));
            comparison.rows.push_back(std::move(after));
        };
        const auto case_side = [&](bool after) {
            return
                [&change, after, since](const Observed& of) { return on_side(change, after, *of.on.mechanism, of.filed, since); };
        };
        const auto passage_side = [&](bool after) {
            return [&change, after, since](const Passage& p) {
                return on_side(change, after, *p.of->on.mechanism, p.opened, since);
            };
        };
        const Group before{change.id, "before"}, after{change.id, "after"};
        add(whole_time(cases, before, case_side(false)), whole_time(cases, after, case_side(true)));
        for (const std::string_view step : steps_of(mechanisms))
            add(time_in_step(passages, step, before, passage_side(false)),
                time_in_step(passages, step, after, passage_side(true)));
        list.push_back(std::move(comparison));
        since = change.day;
    }
    return list;
}

}  // namespace comity::insight
