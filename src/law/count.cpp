#include "law/count.hpp"

#include <algorithm>

#include "law/working_days.hpp"

namespace comity::law {
namespace {

bool contains(const std::vector<int>& list, int item) { return std::ranges::find(list, item) != list.end(); }

bool holds(const Mechanism& mechanism, const Limit& limit, int opened_by, std::optional<base::Day> filed, base::Day opened) {
    if (!limit.opened_by.empty() && !contains(limit.opened_by, opened_by)) return false;
    const Version& version = mechanism.versions[static_cast<std::size_t>(limit.version)];
    if (version.axis == Axis::opened) return in_force(mechanism, limit).holds(opened);
    // A case whose filing is not on the record is taken to be one that the mechanism governs.
    return !filed || in_force(mechanism, limit).holds(*filed);
}

// Those that no other of them replaces.
std::vector<const Limit*> left_standing(const Mechanism& mechanism, const Step& step, int opened_by,
                                        std::optional<base::Day> filed, base::Day opened) {
    std::vector<const Limit*> holding;
    for (const int at : step.limits)
        if (const Limit& limit = mechanism.limits[static_cast<std::size_t>(at)];
            holds(mechanism, limit, opened_by, filed, opened))
            holding.push_back(&limit);
    const auto all = holding;
    std::erase_if(holding, [&](const Limit* limit) {
        return std::ranges::any_of(all, [&](const Limit* other) { return contains(other->replaces, limit->version); });
    });
    return holding;
}

}  // namespace

Rule rule_for(const Mechanism& mechanism, const Step& step, int opened_by, std::optional<base::Day> filed, base::Day opened) {
    Rule rule;
    for (const int at : step.limits) {
        const Limit& limit = mechanism.limits[static_cast<std::size_t>(at)];
        if (!holds(mechanism, limit, opened_by, filed, opened)) continue;
        // Versions are kept in the order in which they begin: a later one can replace what was found, never the other way round.
        if (!rule.limit || contains(limit.replaces, rule.limit->version)) {
            rule.limit = &limit;
            continue;
        }
        auto standing = left_standing(mechanism, step, opened_by, filed, opened);
        if (standing.size() == 1) return {standing.front(), {}};
        return {nullptr, std::move(standing)};
    }
    return rule;
}

namespace {

base::Day pushed(base::Day last, base::Day start, std::span<const Abeyance> abeyances) {
    for (const Abeyance& abeyance : abeyances) {
        const base::Day after = std::max(abeyance.after, start);
        if (after < last && after < abeyance.until) last += abeyance.until - after;
    }
    return last;
}

std::optional<base::Day> working_days_later(const Calendar& calendar, base::Day start, int n,
                                            std::span<const Abeyance> abeyances) {
    for (const Abeyance& abeyance : abeyances) {
        const base::Day after = std::max(abeyance.after, start);
        if (after >= abeyance.until) continue;
        if (start < first_known_day || abeyance.until > last_known_day) return std::nullopt;
        const int before = calendar.count_working_days(start, after);
        if (before >= n) break;
        n -= before;
        start = abeyance.until;
    }
    return calendar.add_working_days(start, n);
}

// Time in which nothing runs is no time in which anything can fall due.
std::optional<base::Day> rolled(const Calendar& calendar, base::Day day, std::span<const Abeyance> abeyances) {
    auto due = calendar.roll_forward(day);
    for (const Abeyance& abeyance : abeyances)
        if (due && day <= abeyance.after && abeyance.after < *due && *due <= abeyance.until)
            due = calendar.roll_forward(abeyance.until + std::chrono::days{1});
    return due;
}

}  // namespace

std::optional<Count> count(const Limit& limit, const Calendar* calendar, int number, base::Day start,
                           std::span<const Abeyance> abeyances) {
    const int total = limit.lead + number;
    Count result{};
    switch (limit.unit) {
        case Unit::calendar: result.raw_last_day = result.latest = add_calendar_days(start, total); break;
        case Unit::working: {
            const auto day = working_days_later(*calendar, start, total, abeyances);
            if (!day) return std::nullopt;
            result.raw_last_day = result.latest = *day;
            break;
        }
        case Unit::month:
        case Unit::year: {
            const MonthSum sum = add_months(start, limit.unit == Unit::year ? 12 * total : total);
            result.raw_last_day = limit.month_end == MonthEnd::next_day ? sum.next : sum.day;
            result.latest = limit.month_end == MonthEnd::last_day ? sum.day : sum.next;
            break;
        }
        case Unit::none: return std::nullopt;
    }
    if (limit.unit != Unit::working) {
        result.raw_last_day = pushed(result.raw_last_day, start, abeyances);
        result.latest = pushed(result.latest, start, abeyances);
    }
    result.due = result.raw_last_day;
    if (limit.roll == Roll::next_working_day) {
        const auto due = rolled(*calendar, result.due, abeyances);
        const auto latest = rolled(*calendar, result.latest, abeyances);
        if (!due || !latest) return std::nullopt;
        result.due = *due;
        result.latest = *latest;
    }
    return result;
}

std::vector<Abeyance> abeyances_of(const Clock& clock, Vague reading) {
    std::vector<Abeyance> found;
    for (const Suspension& suspension : clock.suspensions) {
        if (!suspension.by.date || !suspension.until || !suspension.until->date) continue;
        const base::Date& by = *suspension.by.date;
        const base::Date& until = *suspension.until->date;
        const Abeyance abeyance =
            reading == Vague::shortest ? Abeyance{by.last(), until.first()} : Abeyance{by.first(), until.last()};
        if (abeyance.after < abeyance.until) found.push_back(abeyance);
    }
    return found;
}

bool stands_still(const Clock& clock, base::Day day) {
    return !clock.suspensions.empty() && std::ranges::any_of(abeyances_of(clock, Vague::shortest), [&](const Abeyance& of) {
        return of.after < day && day <= of.until;
    });
}

std::vector<SkippedDay> skipped_days(const Clock& clock) {
    std::vector<SkippedDay> skipped;
    if (!clock.limit || !clock.due || !clock.calendar) return skipped;
    const base::Day first = clock.limit->unit == Unit::working ? *clock.counted_from + std::chrono::days{1} : *clock.raw_last_day;
    for (base::Day day = first; day < *clock.due; day += std::chrono::days{1})
        if (const DayOff* why = clock.calendar->why_off(day); why && !stands_still(clock, day)) skipped.push_back({day, why});
    return skipped;
}

}  // namespace comity::law
