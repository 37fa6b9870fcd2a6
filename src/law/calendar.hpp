#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"
#include "law/authority.hpp"

namespace comity::law {

// When a day off falls.
struct Weekend {};  // Saturday and Sunday
struct FixedDate {
    std::chrono::month_day date;
    bool monday_if_sunday = false;    // a law moves it to the Monday when it falls on a Sunday
    bool monday_if_saturday = false;  // to the Monday when it falls on a Saturday
    bool friday_if_saturday = false;  // to the Friday before when it falls on a Saturday
};
struct NthWeekday {  // "first Monday of September"
    std::chrono::month month;
    std::chrono::weekday weekday;
    unsigned nth;  // 1 to 5; 0: the last of the month
};
struct WeekdayBefore {  // "the Monday before 25 May": strictly before
    std::chrono::weekday weekday;
    std::chrono::month_day date;
};
struct FromEaster {  // Good Friday is -2, Easter Monday +1
    int days;
};
struct OneDay {
    base::Day day;
};
struct YearEnd {  // from a day of one year to a day of the next or of the same year, both included
    std::chrono::month_day first;
    std::chrono::month_day last;
};
using DayRule = std::variant<Weekend, FixedDate, NthWeekday, WeekdayBefore, FromEaster, OneDay, YearEnd>;

struct DayOff {
    std::string id;
    base::Text name;
    DayRule rule;
    Authority authority;
    int every_years = 1;  // it falls in first_year and in every such year after it
    int first_year = 0;   // 0: in every year
};

// The first and last day that calendars know. Sums that leave them have no result.
inline constexpr base::Day first_known_day = std::chrono::sys_days{std::chrono::year{1980} / 1 / 1};
inline constexpr base::Day last_known_day = std::chrono::sys_days{std::chrono::year{2119} / 12 / 31};
inline constexpr std::size_t most_days_off = 2000;

// The days off of one office, dated and sourced. Made by calendar_from; every day is worked out then, so that sums of working
// days are two look-ups.
class Calendar {
  public:
    // At most most_days_off entries.
    Calendar(std::string id, base::Text name, Authority authority, std::vector<DayOff> days_off, Span covers, std::string file);

    const std::string& id() const { return id_; }
    const base::Text& name() const { return name_; }
    const Authority& authority() const { return authority_; }
    const std::vector<DayOff>& days_off() const { return days_off_; }
    const Span& covers() const {
        return covers_;
    }  // the days for which its entries were collected; open: for as long as in force
    const std::string& file() const { return file_; }

    // Why the day is not worked, or null. Where there are several reasons, the first in the file's order.
    const DayOff* why_off(base::Day day) const;
    bool is_working(base::Day day) const { return why_off(day) == nullptr; }
    // How far the days off in (start, end] can be trusted: the weakest of them, each by the best of its reasons. Verified where
    // there is none.
    Confidence confidence_of_days_off(base::Day start, base::Day end) const;

    // The nth working day after start; start itself is not counted; 0 gives start. Empty outside the known days.
    std::optional<base::Day> add_working_days(base::Day start, int n) const;
    // Working days in (start, end]; negative if end is before start. Both within the known days.
    int count_working_days(base::Day start, base::Day end) const;
    // The day itself if it is worked, otherwise the next working day. Empty outside the known days.
    std::optional<base::Day> roll_forward(base::Day day) const;

  private:
    std::string id_;
    base::Text name_;
    Authority authority_;
    std::vector<DayOff> days_off_;
    Span covers_;
    std::string file_;
    std::vector<std::uint16_t> reasons_;         // per known day, 1 + the first entry that makes it a day off; 0: worked
    std::vector<std::uint32_t> working_before_;  // per known day, the working days before it
    std::vector<base::Day> working_days_;
    std::vector<std::uint32_t> derived_before_;   // per known day, the days off before it that are no better than derived
    std::vector<std::uint32_t> recalled_before_;  // the same for recalled
};

// Reads one calendar from TOML, such as data/law/calendars/secretariat-montreal.toml.
std::expected<std::shared_ptr<const Calendar>, base::Faults> calendar_from(const SourceFile& file);

// Western Easter Sunday of a Gregorian year.
base::Day easter_sunday(int year);

}  // namespace comity::law
