#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "law/evaluate.hpp"

// The clocks that a step leads to, worked out ahead of what happens.
namespace comity::law {

// A step that opens on a day, and what is known of the rest.
struct Opening {
    int step = 0;
    std::string_view event;  // type of the event that opens it; "expiry" where time that ran out does
    base::Day day{};
    std::optional<base::Day> filed;               // of the case; a step that the filing opens need not say it
    std::string_view party;                       // may be empty
    std::vector<std::pair<int, base::Day>> ends;  // steps and the days on which they really ended
    std::vector<int> extended;                    // steps for which a longer time was notified in time
};

// One of the events with which a step can end, or "expiry", and what it brings.
struct Onward {
    std::string_view event;
    std::vector<int> opens;  // steps, in the order of the process; one that does not come later in it is a return to it
    int outcome = -1;        // it ends the case so
};

// How a step came to be opened.
struct Way {
    std::size_t from = 0;  // index of the clock that ended
    std::string_view event;
    std::optional<base::Day> day;  // empty: that clock has no day on which it ends
};

enum class EndsBy : std::uint8_t {
    given,    // on the day that was given
    due,      // taken to be met, or to run out, on its due day
    unknown,  // no due date, and no day was given
};

struct ClockAhead {
    Clock clock;            // Moment::event is an index in CourseAhead::events
    std::vector<Way> ways;  // empty for the first; else all that lead here, the one that was followed first
    EndsBy ends_by = EndsBy::unknown;
    std::optional<base::Day> ends;
    std::vector<Onward> onward;
    bool ends_too_early = false;  // the day given is before the step opened: it was not used
};

struct CourseAhead {
    std::vector<Event> events;       // what opens the steps and what was given
    std::vector<ClockAhead> clocks;  // in the order of the process; each step at most once
    std::vector<int> unused;         // steps with a day of their own, or a longer time, that have no use for it
};

// Each step is taken to end on the day given for it, else on its due day. Where several ways lead to a step, that which opens it
// last is followed; ways back to an earlier step are named and not followed. A clock whose end is not known opens what follows
// without a date.
CourseAhead course_ahead(const Mechanism& mechanism, const Opening& opening);

// Whether an event of this type files the case.
bool is_filing(const Mechanism& mechanism, std::string_view event);

// Whether the time limits of a step are not the same for every event that opens it.
bool depends_on_opener(const Mechanism& mechanism, const Step& step);

}  // namespace comity::law
