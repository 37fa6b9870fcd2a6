#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "insight/svg.hpp"
#include "insight/table.hpp"

namespace comity::insight {

// What a code is called in the reader's language. `list` says of what it is one: "step", "party", "agreement", "outcome",
// "actor", "version", "point", "matter", "stage", "year".
struct Naming {
    base::Language language = base::Language::en;
    std::function<std::string(std::string_view list, std::string_view code)> name;
};

// A figure as a drawing: inside a page, or a file of its own with heading and looks. There is always one; where there is
// nothing to show it says so.
std::string draw(const Retrospective& of, Figure figure, const Naming& naming, Shape shape, bool file);

// How many rows of open cases and how many ends a drawing shows at most; the table has all.
inline constexpr std::size_t most_open_drawn = 40, most_ends_drawn = 6;

std::string days_text(const base::Words& words, double days);          // "1 day", "62½ days", "1,166 days"
std::string percent_text(const base::Words& words, double share);      // "33%", "33 %"
std::string share_text(const base::Words& words, const Share& share);  // "9 of 27: 33% (19 to 52)"
std::string group_name(const Naming& naming, const Group& group);      // "All", "Mexico", "Guidelines of 2012"
std::string time_note(const base::Words& words, const TimeRow& row);   // "86 days, n = 25"
std::string step_name(const Naming& naming, std::string_view step);    // "From filing to the end" for ""

}  // namespace comity::insight
