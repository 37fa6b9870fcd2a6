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

}  // namespace

const Limit* limit_for(const Mechanism& mechanism, const Step& step, int opened_by, std::optional<base::Day> filed,
                       base::Day opened) {
    const Limit* found = nullptr;
    for (const int at : step.limits) {
        const Limit& limit = mechanism.limits[static_cast<std::size_t>(at)];
        if (!holds(mechanism, limit, opened_by, filed, opened)) continue;
        // Versions are kept in the order in which they begin: a later one can replace what was found, never the other way round.
        if (!found || contains(limit.replaces, found->version)) found = &limit;
    }
    return found;
}

std::optional<Count> count(const Limit& limit, int number, base::Day start) {
    const int total = limit.lead + number;
    Count result{};
    switch (limit.unit) {
        case Unit::calendar: result.raw_last_day = result.latest = add_calendar_days(start, total); break;
        case Unit::working: {
            const auto day = limit.calendar->add_working_days(start, total);
            if (!day) return std::nullopt;
            result.raw_last_day = result.latest = *day;
            break;
        }
        case Unit::month:
        case Unit::year: {
            const MonthSum sum = add_months(start, limit.unit == Unit::year ? 12 * total : total);
            result.raw_last_day = sum.day;
            result.latest = sum.next;
            break;
        }
        case Unit::none: return std::nullopt;
    }
    result.due = result.raw_last_day;
    if (limit.roll == Roll::next_working_day) {
        const auto due = limit.calendar->roll_forward(result.due);
        const auto latest = limit.calendar->roll_forward(result.latest);
        if (!due || !latest) return std::nullopt;
        result.due = *due;
        result.latest = *latest;
    }
    return result;
}

std::vector<SkippedDay> skipped_days(const Clock& clock) {
    std::vector<SkippedDay> skipped;
    if (!clock.limit || !clock.due || !clock.limit->calendar) return skipped;
    const base::Day first = clock.limit->unit == Unit::working ? *clock.counted_from + std::chrono::days{1} : *clock.raw_last_day;
    for (base::Day day = first; day < *clock.due; day += std::chrono::days{1})
        if (const DayOff* why = clock.limit->calendar->why_off(day)) skipped.push_back({day, why});
    return skipped;
}

}  // namespace comity::law
