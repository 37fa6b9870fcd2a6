#pragma once

#include <optional>

#include "law/evaluate.hpp"

namespace comity::law {

// The limit of a step that holds where the case was filed and the step opened on these days, by an event of this type (-1: by
// time that ran out). A limit gives way to one in force that replaces its version. Null: none is in force.
const Limit* limit_for(const Mechanism& mechanism, const Step& step, int opened_by, std::optional<base::Day> filed,
                       base::Day opened);

struct Count {
    base::Day raw_last_day;
    base::Day due;
    base::Day latest;  // equal to due, or the later reading of a sum of months
};
// Counts number and the lead of the limit from a day that is not counted. Empty: outside the days that calendars know.
std::optional<Count> count(const Limit& limit, int number, base::Day start);

}  // namespace comity::law
