#pragma once

#include <optional>

#include "base/date.hpp"

namespace comity::law {

// A sum of months (or years) from a day. Where the month of arrival has no such day (31 January and one month), the law seldom
// says which day is meant: both readings are given and ambiguous is set.
struct MonthSum {
    base::Day day;   // the same day of the month; if ambiguous, the last day of the month of arrival
    base::Day next;  // equal to day; if ambiguous, the first day of the month after it
    bool ambiguous = false;
};
MonthSum add_months(base::Day start, int months);

// The nth calendar day after start, which is not counted.
constexpr base::Day add_calendar_days(base::Day start, int n) { return start + std::chrono::days{n}; }

}  // namespace comity::law
