#pragma once

#include <optional>
#include <string>
#include <vector>

#include "insight/svg.hpp"

// The three kinds of drawings that the retrospective is made of. Texts come ready; a chart knows nothing of submissions.
namespace comity::insight {

struct Tick {
    double at = 0;
    std::string label;
};

// Rows with a mark each along one scale.
struct Bar {
    enum class Look : std::uint8_t {
        bar,    // from 0 to `to`
        range,  // from `from` to `to`, with a stroke at `middle` (an arrow, if it is beyond the scale); open to the right without
                // `to`
        whisker,  // a point at `middle` on a line from `from` to `to`
        none,     // a row without a mark: its note says why
    };
    std::string heading;  // begins a group of rows; "" for none
    std::string label;
    std::string note;  // its value in words
    Look look = Look::bar;
    std::optional<double> from, to, middle;
    bool outlined = false;  // told apart from the row above, as "before" from "after"
};
struct BarChart {
    double most = 1;  // the right end of the scale
    std::vector<Tick> ticks;
    std::vector<Bar> bars;
};
std::string draw(const BarChart& chart, const Canvas& canvas);

// Step curves with their bands, a panel each.
struct Point {
    double x = 0, y = 0;
    std::optional<double> lower, upper;
};
struct Panel {
    std::string title;  // "" for none
    std::string note;   // at the end of the curve
    double start = 0;   // the curve's height before its first point
    std::vector<Point> points;
    std::vector<double> seen;    // where something was seen for the last time: small strokes on the curve
    std::optional<double> half;  // where the curve comes down to a half
    std::string half_label;      // "half: 2 y 1 mo"
    std::vector<Tick> at_risk;   // numbers below the scale
};
struct CurveChart {
    double most_x = 1, most_y = 1;
    std::vector<Tick> x_ticks, y_ticks;
    std::string at_risk_label;
    std::vector<Panel> panels;
};
std::string draw(const CurveChart& chart, const Canvas& canvas);

// A mark for each thing, in columns; upright when broad, as rows when tall. A mark's shape tells its kind.
struct MarkChart {
    struct Column {
        std::string label;
        std::vector<std::size_t> marks;  // the kind of each
    };
    std::vector<std::string> kinds;  // named in the key; at most four shapes
    std::vector<Column> columns;
};
std::string draw(const MarkChart& chart, const Canvas& canvas);

}  // namespace comity::insight
