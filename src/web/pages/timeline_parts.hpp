#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "web/pages/timeline_drawing.hpp"

// What the two drawings of a timeline share. Positions along the time axis are in units of the drawing, rounded to a tenth.
namespace comity::pages {

double tenth(double value);

// Days on an axis from start to end; days outside are drawn at its ends.
struct DayScale {
    base::Day first, last;
    double start, end;
    bool dated;  // false: nothing of the drawing has a date, and the axis says nothing

    double at(base::Day day) const;
    double unit() const;  // of a day
};
// From the first to the last day that is drawn, with some room on both sides. The axis begins and ends at 0.
DayScale scale_of(const TimelineDrawing& drawing);

// The events of one lane and one date.
struct Occasion {
    std::size_t lane;
    base::Date date;
    std::string_view when;
    std::vector<std::string_view> what;
};
std::vector<Occasion> occasions_of(const TimelineDrawing& drawing);  // by date

// For each clock the track of its lane on which its bar is drawn, so that bars of one track don't overlap; tracks count from 0.
struct Tracks {
    std::vector<std::size_t> of_clock;
    std::vector<std::size_t> in_lane;  // how many there are, 1 or more
};
Tracks tracks_of(const TimelineDrawing& drawing);

struct BarPiece {
    std::string_view look;  // the class: used, left, late, untimed
    base::Day from, to;
};
std::vector<BarPiece> pieces_of(const TimelineDrawing::Clock& clock, base::Day today);

// From where to where the mark of a date reaches, and its middle: a disc of `least` width, or all the days that it can be.
struct MarkSpan {
    double from, to;
    double middle() const { return tenth((from + to) / 2); }
};
MarkSpan mark_of(const DayScale& scale, const base::Date& date, double least);

struct Grid {
    std::vector<double> years, quarters;
    std::vector<std::pair<double, int>> labels;
};
// Labels stand at least `room` apart and from the end of the axis; quarters are left out where they would be closer than that
// by half.
Grid grid_of(const DayScale& scale, double room);

struct TextLine {
    std::string_view text;
    std::string_view look;  // the class, or empty
};
std::string_view class_of(TimelineDrawing::Look look);
// Lines below each other, `dy` apart; `ends`: x is where they end.
void text_block(html::Html& h, double x, double y, bool ends, int dy, std::span<const TextLine> lines);
void hatch(html::Html& h, std::string_view id);

}  // namespace comity::pages
