#include "web/pages/course_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace comity::pages {
namespace {

// Units of the drawing: the bar begins at 2 and a year is 13 wide.
constexpr double start = 2, year = 13, longest = 10 * year, shortest = 3, point = 6, gap = 2;

double tenth(double value) { return std::round(value * 10) / 10; }

double length(base::Day from, base::Day to) {
    const double years = static_cast<double>((to - from).count()) / 365.25;
    return tenth(std::clamp(years * year, 0.0, longest));
}

// The gaps that leave something of the bar on both sides, from left to right and apart from each other.
std::vector<double> gaps(const CourseDrawing& drawing, double run) {
    std::vector<double> found;
    for (const base::Day step : drawing.steps) {
        const double x = start + length(drawing.from, step) - gap / 2;
        if (step > drawing.from && x >= start + 1.5 && x + gap <= start + run - 1) found.push_back(tenth(x));
    }
    std::ranges::sort(found);
    double last = 0;
    std::erase_if(found, [&](double x) {
        const bool close = x < last + gap + 1;
        if (!close) last = x;
        return close;
    });
    return found;
}

}  // namespace

void course(html::Html& h, const CourseDrawing& drawing) {
    using html::attr, html::cls;
    const auto svg = h.open<"svg">(cls("course"), attr<"viewBox">("0 0 136 14"), attr<"width">(136), attr<"height">(14),
                                   attr<"aria-hidden">(true));
    h.path(cls("scale"), attr<"d">("M1 0v13.5h132M67 13.5v-4M132.5 13.5v-4"));
    const double run = std::max(length(drawing.from, drawing.to), shortest);
    if (drawing.end == CourseDrawing::End::unknown) {
        h.path(cls("lost"), attr<"d">(fmt::format("M2 7H{}", start + std::max(run, 10.0))));
        return;
    }
    if (drawing.end == CourseDrawing::End::going) {
        const double square = std::min(run, longest + start - point);
        h.path(cls("run", "going"), attr<"d">(fmt::format("M2 2h{}l6 5l-6 5H2z", square)));
    } else {
        h.path(cls("run"), attr<"d">(fmt::format("M2 2h{}v10H2z", run)));
    }
    for (const double x : gaps(drawing, run)) h.path(cls("step"), attr<"d">(fmt::format("M{} 2h2v10h-2z", x)));
}

}  // namespace comity::pages
