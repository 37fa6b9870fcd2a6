#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "insight/chart.hpp"

namespace comity::insight {

namespace {

using Anchor = Svg::Anchor;

struct Box {
    double left = 0, top = 0, width = 0, height = 0;
    double most_x = 1, most_y = 1;
    double x(double value) const { return left + width * std::min(value, most_x) / most_x; }
    double y(double value) const { return top + height * (1 - std::min(value, most_y) / most_y); }
};

std::string move(char command, double x, double y) { return command + coordinate(x) + " " + coordinate(y); }

// A line that goes level until the next point. Corners stand on whole units and those that are none are left out: the many points
// of a curve are most of what a page of drawings weighs.
class Stairs {
  public:
    Stairs(char command, double x, double y) : x_(std::round(x)), y_(std::round(y)), drawn_(x_), path_(move(command, x_, y_)) {}

    void to(double x, double y) {
        x_ = std::round(x);
        if (std::round(y) == y_) return;
        y_ = std::round(y);
        level();
        path_ += "V" + coordinate(y_);
    }
    std::string finished() {
        level();
        return path_;
    }

  private:
    void level() {
        if (x_ != drawn_) path_ += "H" + coordinate(x_);
        drawn_ = x_;
    }

    double x_, y_, drawn_;
    std::string path_;
};

std::string steps(const Box& box, const Panel& panel) {
    Stairs stairs('M', box.x(0), box.y(panel.start));
    for (const Point& point : panel.points) stairs.to(box.x(point.x), box.y(point.y));
    return stairs.finished();
}

// The band, where there is one: along its upper edge and back along the lower.
std::string band(const Box& box, const Panel& panel) {
    std::vector<Point> points;
    std::ranges::copy_if(panel.points, std::back_inserter(points), [](const Point& p) { return p.lower && p.upper; });
    if (points.size() < 2) return "";
    Stairs there('M', box.x(points.front().x), box.y(*points.front().upper));
    for (const Point& point : points) there.to(box.x(point.x), box.y(*point.upper));
    // The lower edge is level up to each point too, so on the way back a step comes before its level.
    Stairs back('L', box.x(points.back().x), box.y(*points.back().lower));
    for (std::size_t at = points.size() - 1; at > 0; --at) back.to(box.x(points[at].x), box.y(*points[at - 1].lower));
    back.to(box.x(points.front().x), box.y(*points.front().lower));
    return there.finished() + back.finished() + "Z";
}

void grid(Svg& svg, const CurveChart& chart, const Box& box, double font) {
    for (const Tick& tick : chart.y_ticks) {
        svg.line(box.left, box.y(tick.at), box.left + box.width, box.y(tick.at), tick.at == 0 ? "axis" : "grid");
        svg.text(box.left - 8, box.y(tick.at) + font / 3, "soft", tick.label, Anchor::end);
    }
    for (const Tick& tick : chart.x_ticks) {
        svg.line(box.x(tick.at), box.top + box.height, box.x(tick.at), box.top + box.height + 5, "axis");
        svg.text(box.x(tick.at), box.top + box.height + font + 8, "soft", tick.label, Anchor::middle);
    }
}

void panel_in(Svg& svg, const CurveChart& chart, const Panel& panel, const Box& box, double font) {
    grid(svg, chart, box, font);
    if (const std::string d = band(box, panel); !d.empty()) svg.path(d, "band");
    svg.path(steps(box, panel), "curve");
    for (const double x : panel.seen) {
        const auto after = std::ranges::upper_bound(panel.points, x, {}, &Point::x);
        const double y = box.y(after == panel.points.begin() ? panel.start : std::prev(after)->y);
        svg.line(box.x(x), y - 6, box.x(x), y + 6, "seen");
    }
    if (panel.half) {
        svg.path(move('M', box.left, box.y(0.5)) + "H" + coordinate(box.x(*panel.half)) + "V" + coordinate(box.y(0)), "half");
        svg.text(box.x(*panel.half) + 8, box.y(0) - 10, "strong", panel.half_label);
    }
    if (!panel.points.empty() && !panel.note.empty()) {
        const double x = box.x(panel.points.back().x), y = box.y(panel.points.back().y);
        svg.text(std::min(x, box.left + box.width), y - 10, "strong", panel.note, Anchor::end);
    }
    if (panel.at_risk.empty()) return;
    const double below = box.top + box.height + 2 * font + 22;
    svg.text(0, below, "soft", chart.at_risk_label);
    for (const Tick& tick : panel.at_risk) svg.text(box.x(tick.at), below + font + 5, "label", tick.label, Anchor::middle);
}

}  // namespace

std::string draw(const CurveChart& chart, const Canvas& canvas) {
    const bool broad = canvas.shape == Shape::broad, alone = chart.panels.size() == 1;
    const double font = font_of(canvas.shape), width = width_of(canvas.shape), axis = broad ? 54 : 46;
    const std::size_t across = broad && !alone ? 3 : 1;
    const double cell = width / static_cast<double>(across), inside = cell - axis - (alone ? 12 : 22);
    const double height = alone ? (broad ? 330 : 230) : 170;
    Svg svg;
    double top = 12, tallest = 0;
    for (std::size_t at = 0; at < chart.panels.size(); ++at) {
        const Panel& panel = chart.panels[at];
        const std::size_t column = at % across;
        if (column == 0 && at > 0) {
            top += tallest + 22;
            tallest = 0;
        }
        const double left = static_cast<double>(column) * cell;
        // Panels of one row begin on one line: every heading has room for two lines.
        const auto heading = wrapped(panel.title, cell - 16, font);
        double y = top;
        for (const std::string& line : heading) svg.text(left, y += font + 3, "strong", line);
        const double head = panel.title.empty() ? 0 : (broad ? 2.0 : static_cast<double>(heading.size())) * (font + 3) + 14;
        const Box box{.left = left + axis,
                      .top = top + head,
                      .width = inside,
                      .height = height,
                      .most_x = chart.most_x,
                      .most_y = chart.most_y};
        panel_in(svg, chart, panel, box, font);
        tallest = std::max(tallest, head + height + font + 14 + (panel.at_risk.empty() ? 0 : 2 * font + 20));
    }
    return svg.finished(canvas, top + tallest);
}

}  // namespace comity::insight
