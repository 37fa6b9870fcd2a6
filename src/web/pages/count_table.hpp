#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "web/html/html.hpp"

namespace comity::pages {

// The count of a clock as a calendar of weeks, Monday to Sunday, from the day it opened to the day it is due.
struct CountTable {
    struct CountedDay {
        base::Day day;
        int number = 0;    // 0: not counted
        std::string word;  // why it is off, in a word such as "closed"; a day can be counted and off, as the raw last day may be
    };
    // The weeks that a long count leaves out.
    struct LeftOut {
        int first_number, last_number;  // numbers counted in them
        base::Day first, last;          // their first and last day after the opening
        int skipped;                    // days that were not counted
    };
    struct Words {
        std::string week_of;
        std::array<std::string, 7> weekdays;  // from Monday
        std::string opens;  // short words, of six letters or less, as in a day: on a phone a cell is 40 pixels wide
        std::string due;    // on a due date that has no number
        std::function<std::string(base::Day)> monday;  // head of a row: "18 Sep"
        std::function<std::string(const std::optional<LeftOut>&)> caption;
    };
    base::Day opens;
    base::Day due;
    std::vector<CountedDay> days;  // after opens, up to due, by day
    Words words;
};

// More than ten weeks: only the last two of the count and those up to the due date, and the caption is told what was left out.
void count_table(html::Html& h, const CountTable& table);

}  // namespace comity::pages
