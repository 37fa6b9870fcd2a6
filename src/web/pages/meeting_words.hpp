#pragma once

#include <optional>
#include <string>

#include "body/council/meeting.hpp"
#include "web/pages/field_values.hpp"

// When and where a meeting is, in words: the same on its page, in the calendar and above the list.
namespace comity::pages {

// From the first day to the last as <time> elements; `moved` days are struck through and said to be former ones.
void days_shown(html::Html& h, const ValueView& view, const std::optional<base::Date>& first,
                const std::optional<base::Date>& last, bool moved = false);

// "In person and online", "Online only"; "" where the record does not tell.
std::string how_text(const base::Words& words, const std::string& format);

// The place, and how one takes part.
void place_shown_of(html::Html& h, const ValueView& view, const council::Meeting& meeting);

// "Moved; it was planned for ~14 Jun 2016 – 15 Jun 2016, Tuxtla Gutiérrez~": a paragraph for each former schedule.
void moved_shown(html::Html& h, const ValueView& view, const council::Meeting& meeting);

}  // namespace comity::pages
