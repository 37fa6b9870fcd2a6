#include "law/working_days.hpp"

namespace comity::law {

using namespace std::chrono;

MonthSum add_months(base::Day start, int months) {
    const year_month_day from{start};
    const year_month to = from.year() / from.month() + std::chrono::months{months};
    const year_month_day same = to / from.day();
    if (same.ok()) return {sys_days{same}, sys_days{same}, false};
    return {sys_days{to / last}, sys_days{(to + std::chrono::months{1}) / 1}, true};
}

}  // namespace comity::law
