// A calendar's file from outside. What can be read counts: a sum of working days and its count agree, and what rolls forward ends
// on a day that is worked.
#include <algorithm>

#include "base/fault.hpp"
#include "law/calendar.hpp"

namespace {

using namespace comity;

void count_from(const law::Calendar& calendar, base::Day start) {
    for (const int number : {0, 1, 5, 30, 180}) {
        const auto end = calendar.add_working_days(start, number);
        if (!end) continue;
        COMITY_ASSERT(calendar.count_working_days(start, *end) == number);
        COMITY_ASSERT(number == 0 || calendar.is_working(*end));
    }
    const auto rolled = calendar.roll_forward(start);
    COMITY_ASSERT(!rolled || (*rolled >= start && calendar.is_working(*rolled)));
    COMITY_ASSERT(calendar.is_working(start) <=
                  (calendar.confidence_of_days_off(start - std::chrono::days{1}, start) == law::Confidence::verified));
    const bool known = law::first_known_day <= start && start <= law::last_known_day;
    COMITY_ASSERT(!known || calendar.is_working(start) == (rolled == start));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto calendar = law::calendar_from({"law/calendars/office.toml", text});
    if (!calendar) {
        COMITY_ASSERT(!calendar.error().empty());
        COMITY_ASSERT(std::ranges::all_of(calendar.error(), [](const base::Fault& fault) { return !fault.wrong.empty(); }));
        return 0;
    }
    const int known_days = static_cast<int>((law::last_known_day - law::first_known_day).count());
    for (int after = -40; after <= known_days + 40; after += 97)
        count_from(**calendar, law::first_known_day + std::chrono::days{after});
    return 0;
}
