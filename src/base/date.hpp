#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace comity::base {

using Day = std::chrono::sys_days;

enum class Precision : std::uint8_t { year, month, day };

// A calendar date with the precision that is known of it (EDTF level 0, ISO 8601-2): "2013", "2013-05" or "2013-05-24".
// Years 1 to 9999, Gregorian. Always a real date; made by parse_date or from a Day.
class Date {
  public:
    constexpr Date() = default;  // 0001, year precision: for containers only
    explicit constexpr Date(Day day) : first_(day), precision_(Precision::day) {}
    constexpr Date(Day first, Precision precision) : first_(first), precision_(precision) {}

    constexpr Precision precision() const { return precision_; }
    // The first and the last day that the date can mean; equal for a precise date.
    constexpr Day first() const { return first_; }
    Day last() const;
    // The day, where it is known to the day.
    constexpr std::optional<Day> day() const { return precision_ == Precision::day ? std::optional(first_) : std::nullopt; }
    int year() const;

    // The order of lists: by first possible day, a vaguer date before a more precise one that begins on the same day.
    friend constexpr auto operator<=>(const Date&, const Date&) = default;

  private:
    Day first_{std::chrono::year{1} / 1 / 1};
    Precision precision_ = Precision::year;
};

// Whether every day that a can mean is before every day that b can mean. Neither certainly_before(a, b) nor
// certainly_before(b, a) holds for dates that overlap, such as 2013-05 and 2013-05-24.
bool certainly_before(const Date& a, const Date& b);

// Takes "YYYY", "YYYY-MM" or "YYYY-MM-DD". The error is a sentence fragment that says what is wrong with the text,
// such as "2013-02-30 is not a day of the calendar".
std::expected<Date, std::string> parse_date(std::string_view text);
// "YYYY-MM-DD" only.
std::expected<Day, std::string> parse_day(std::string_view text);

std::string to_string(const Date& date);
std::string to_string(Day day);  // "YYYY-MM-DD"

}  // namespace comity::base
