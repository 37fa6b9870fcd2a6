#pragma once

#include <optional>
#include <span>
#include <vector>

#include "law/evaluate.hpp"

namespace comity::law {

struct Rule {
    const Limit* limit = nullptr;      // null: none is in force, or rivals are
    std::vector<const Limit*> rivals;  // two or more of which none gives way to another; otherwise empty
    friend bool operator==(const Rule&, const Rule&) = default;
};
// The limit of a step that holds where the case was filed and the step opened on these days, by an event of this type (-1: by
// time that ran out). A limit gives way to one in force that replaces its version.
Rule rule_for(const Mechanism& mechanism, const Step& step, int opened_by, std::optional<base::Day> filed, base::Day opened);

struct Count {
    base::Day raw_last_day;
    base::Day due;
    base::Day latest;  // equal to due, or the later reading of a sum of months
};
// Days in abeyance: those after `after`, up to and including `until`.
struct Abeyance {
    base::Day after;
    base::Day until;
};
enum class Vague : std::uint8_t { shortest, longest };  // how a date known to the month or the year is read
// The suspensions of a clock that ended, where both their dates are known; equal in both readings if they are known to the day.
std::vector<Abeyance> abeyances_of(const Clock& clock, Vague reading);

// Counts number and the lead of the limit from a day that is not counted, on a calendar (null only if the limit needs none), less
// the days in abeyance, which are in order and don't overlap. Empty: outside the days that calendars know.
std::optional<Count> count(const Limit& limit, const Calendar* calendar, int number, base::Day start,
                           std::span<const Abeyance> abeyances = {});

}  // namespace comity::law
