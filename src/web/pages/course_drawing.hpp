#pragma once

#include <cstdint>
#include <vector>

#include "base/date.hpp"
#include "web/html/html.hpp"

namespace comity::pages {

// How long a case has run, as a small bar on a scale of 0 to 10 years that is the same for every row of a list; longer ones fill
// the scale. For the eye only: the text beside it must say the same.
struct CourseDrawing {
    enum class End : std::uint8_t {
        closed,   // ends square
        going,    // ends in a point
        unknown,  // it is over, but not known since when: dotted
    };
    base::Day from;
    base::Day to;  // the day it ended, the day shown, or the last day that is known of it
    End end = End::closed;
    std::vector<base::Day> steps;  // gaps in the bar; those outside it or at its ends are left out
};

void course(html::Html& h, const CourseDrawing& drawing);

}  // namespace comity::pages
