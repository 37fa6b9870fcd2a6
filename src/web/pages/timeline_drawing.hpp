#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "web/html/html.hpp"

namespace comity::pages {

// The course of a case as a picture: a lane for each actor, events as marks, clocks as bars. All texts are in the reader's
// language. The days that the picture spans follow from what is drawn.
struct TimelineDrawing {
    enum class Look : std::uint8_t { plain, note, late };
    struct Line {
        std::string text;  // wrapped where it is drawn
        Look look = Look::plain;
    };
    struct Lane {
        std::string name;
        std::string head;  // the name where it stands upright over a narrow column; 12 characters or less read best
    };
    // Known to the day: a disc. To the month or year: a dotted outline over all the days that it can be. Not known: listed
    // under its lane with a hollow mark, away from the scale. Those of one lane and one date share a mark.
    struct Event {
        std::size_t lane = 0;
        std::optional<base::Date> date;
        std::string when;  // the date as it is shown, "27 Jul 2021" or "Date not known"
        std::string what;
    };
    struct Clock {
        std::size_t lane = 0;
        base::Day opens;
        std::optional<base::Day> due;    // empty: no limit
        std::optional<base::Day> ended;  // met, overtaken or run out; empty: it runs on the day shown
        std::vector<Line> label;         // for the broad drawing: "Review: 30 working days,", "met on the day"
        // For the tall drawing: under the event that ended it ("Met on the day"); while it runs, or where no event of its lane
        // ended it, by itself under `when` ("2 Oct 2023", "Draft factual record due; 27 days left"). Empty: no label.
        Line told;
        std::string when;
    };

    std::string id;            // unique on its page; ids within the drawings begin with it
    std::string title;         // for those who don't see it
    base::Day today;           // the day shown: clocks that run end here
    std::string today_label;   // empty: no line for the day shown, as when the case had ended before
    std::string colon = ": ";  // between an actor's name and what it did; French has a no-break space before it
    std::vector<Lane> lanes;
    std::vector<Event> events;
    std::vector<Clock> clocks;
};

// For wide screens and paper: time runs to the right.
void broad(html::Html& h, const TimelineDrawing& drawing);
// For narrow screens: time runs down, all labels in one column.
void tall(html::Html& h, const TimelineDrawing& drawing);

struct TimelineWords {
    std::string event, used, left, due, late, untimed;
    std::string vague;  // in the key only where the drawing has an event that isn't known to the day
};
void key(html::Html& h, const TimelineDrawing& drawing, const TimelineWords& words);

}  // namespace comity::pages
