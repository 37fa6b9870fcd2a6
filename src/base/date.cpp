#include "base/date.hpp"

#include <fmt/format.h>

namespace comity::base {

namespace {

// The number that the digits text[at, at+count) spell, or -1.
int number(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string excerpt(std::string_view text) { return std::string(text.substr(0, 40)); }

}  // namespace

using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

Day Date::last() const {
    const year_month_day ymd{first_};
    switch (precision_) {
        case Precision::year: return ymd.year() / 12 / 31;
        case Precision::month: return ymd.year() / ymd.month() / std::chrono::last;
        case Precision::day: return first_;
    }
    return first_;
}

int Date::year() const { return static_cast<int>(year_month_day{first_}.year()); }

bool certainly_before(const Date& a, const Date& b) { return a.last() < b.first(); }

std::expected<Date, std::string> parse_date(std::string_view text) {
    const auto wrong = [&](std::string_view why) { return std::unexpected(fmt::format("\"{}\" {}", excerpt(text), why)); };
    const bool shaped = (text.size() == 4 || text.size() == 7 || text.size() == 10) && (text.size() < 7 || text[4] == '-') &&
                        (text.size() < 10 || text[7] == '-');
    const int y = number(text, 0, 4);
    const int m = text.size() >= 7 ? number(text, 5, 2) : 1;
    const int d = text.size() == 10 ? number(text, 8, 2) : 1;
    if (!shaped || y < 0 || m < 0 || d < 0)
        return wrong("is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known");
    if (y < 1) return wrong("has no year from 0001 to 9999");
    if (m < 1 || m > 12) return wrong("has no month from 01 to 12");
    const year_month_day ymd = year{y} / month{static_cast<unsigned>(m)} / static_cast<unsigned>(d);
    if (!ymd.ok()) return wrong("is not a day of the calendar");
    return Date(Day{ymd}, text.size() == 4 ? Precision::year : text.size() == 7 ? Precision::month : Precision::day);
}

std::expected<Day, std::string> parse_day(std::string_view text) {
    auto date = parse_date(text);
    if (!date) return std::unexpected(date.error());
    if (!date->day()) return std::unexpected(fmt::format("\"{}\" needs a day; write YYYY-MM-DD", excerpt(text)));
    return *date->day();
}

std::string to_string(const Date& date) {
    const year_month_day ymd{date.first()};
    switch (date.precision()) {
        case Precision::year: return fmt::format("{:04}", static_cast<int>(ymd.year()));
        case Precision::month:
            return fmt::format("{:04}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()));
        case Precision::day: return to_string(date.first());
    }
    return {};
}

std::string to_string(Day day) {
    const year_month_day ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

}  // namespace comity::base
