#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/text.hpp"

// Dates, numbers and lists as each language writes them. The words come from data/messages.
namespace comity::base {

std::string short_date(Language language, const Date& date);  // "8 Feb 2021", "Feb 2021", "2021"
std::string short_date(Language language, Day day);
std::string date(Language language, const Date& date);  // "8 February 2021", "February 2021", "2021"
std::string date(Language language, Day day);
std::string long_date(Language language, Day day);                                     // "Monday 8 February 2021"
std::string weekday_date(Language language, Day day);                                  // "Mon 8 Feb 2021"
std::string_view weekday_name(Language language, std::chrono::weekday weekday);        // "Monday", as inside a sentence
std::string_view short_weekday_name(Language language, std::chrono::weekday weekday);  // "Mon"
std::string_view short_month_name(Language language, std::chrono::month month);        // "Feb"

std::string format_number(Language language, std::int64_t number);           // "18,204", "18 204" with a no-break space
std::string duration(Language language, std::int64_t days);                  // "24 days", "7 mo", "3 y 4 mo"
std::string list_of(Language language, std::span<const std::string> items);  // "a, b and c"

}  // namespace comity::base
