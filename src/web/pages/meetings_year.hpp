#pragma once

#include <set>
#include <vector>

#include "body/council/meeting.hpp"
#include "collections/listing.hpp"
#include "web/pages/field_values.hpp"

// The meetings of a year, read for the calendar.
namespace comity::pages {

struct MeetingEntry {
    council::Meeting meeting;
    base::Text title;
    std::optional<std::size_t> former;  // the place in moved_from of the days that it once had; empty: those that it has

    std::optional<base::Date> first() const;
    std::optional<base::Date> last() const;
};

struct MeetingYear {
    int year = 0;
    std::vector<MeetingEntry> entries;  // by their first day
    std::size_t count = 0;              // meetings of the year; more than the entries where they are too many
    std::set<int> years;                // that have one, or once had
};

// The year asked for; without it this year, or the last one before it that has a meeting, or the first one after it.
MeetingYear meeting_year(const ValueView& view, const collections::Filter& filter, std::optional<int> asked);

// The twelve months.
void year_grid(html::Html& h, const ValueView& view, const MeetingYear& of);
// The anchor of a day in the list below the months.
std::string day_anchor(base::Day day);

}  // namespace comity::pages
