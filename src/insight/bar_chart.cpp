#include <algorithm>

#include "insight/chart.hpp"

namespace comity::insight {

namespace {

using Anchor = Svg::Anchor;

constexpr double thickness = 12;  // of a mark

struct Frame {
    double left = 0, right = 0;  // the scale's ends
    double most = 1;
    double x(double value) const { return left + (right - left) * std::min(value, most) / most; }
};

// Broad drawings have the labels left of the scale and the notes right of it, as wide as the longest needs.
Frame frame_of(const BarChart& chart, Shape shape) {
    if (shape == Shape::tall) return {.left = 2, .right = width_of(shape) - 8, .most = chart.most};
    double notes = 0, labels = 0;
    for (const Bar& bar : chart.bars) {
        notes = std::max(notes, text_width(bar.note, font_of(shape)));
        labels = std::max(labels, text_width(bar.label, font_of(shape)));
    }
    return {.left = std::min(labels, 284.0) + 28, .right = width_of(shape) - notes - 28, .most = chart.most};
}

// A mark that is hidden behind nothing: at least as wide as can be seen.
void mark(Svg& svg, const Frame& frame, const Bar& bar, double y) {
    constexpr double least = 2.5;
    const std::string_view filled = bar.outlined ? "outline" : "bar", ranged = bar.outlined ? "outline" : "range";
    switch (bar.look) {
        case Bar::Look::none: return;
        case Bar::Look::bar:
            svg.rect(frame.left, y - thickness / 2,
                     std::max(frame.x(bar.to.value_or(0)) - frame.left, bar.to.value_or(0) > 0 ? least : 0), thickness, filled);
            return;
        case Bar::Look::range:
            if (bar.from) {
                const double from = frame.x(*bar.from), to = bar.to ? frame.x(*bar.to) : frame.right + 6;
                svg.rect(from, y - thickness / 2, std::max(to - from, least), thickness, bar.to ? ranged : "open-range");
            }
            if (bar.middle && *bar.middle > frame.most)  // beyond the scale
                svg.path("M" + coordinate(frame.right - 8) + " " + coordinate(y - 7) + "l9 7l-9 7", "beyond");
            else if (bar.middle)
                svg.line(frame.x(*bar.middle), y - 9, frame.x(*bar.middle), y + 9, "middle");
            return;
        case Bar::Look::whisker:
            if (bar.from && bar.to) {
                const double from = frame.x(*bar.from), to = frame.x(*bar.to);
                svg.path("M" + coordinate(from) + " " + coordinate(y - 5) + "v10M" + coordinate(from) + " " + coordinate(y) +
                             "H" + coordinate(to) + "M" + coordinate(to) + " " + coordinate(y - 5) + "v10",
                         "whisker");
            }
            if (bar.middle) svg.circle(frame.x(*bar.middle), y, 6.5, bar.outlined ? "outline" : "dot");
            return;
    }
}

// Labels of the scale, each where it leaves room for the one after it; the last one, which names the unit, always.
void scale(Svg& svg, const BarChart& chart, const Frame& frame, double top, double bottom, double font) {
    double room = width_of(Shape::broad);
    for (auto tick = chart.ticks.rbegin(); tick != chart.ticks.rend(); ++tick) {
        const double x = frame.x(tick->at), wide = text_width(tick->label, font);
        svg.line(x, top, x, bottom, tick->at == 0 ? "axis" : "grid");
        const bool at_edge = frame.left < 10;
        const Anchor anchor = at_edge && tick->at >= chart.most ? Anchor::end
                              : at_edge && tick->at == 0        ? Anchor::start
                                                                : Anchor::middle;
        const double begins = anchor == Anchor::end ? x - wide : anchor == Anchor::start ? x : x - wide / 2;
        if (begins + wide + 6 > room) continue;
        room = begins;
        svg.text(x, top - 8, "soft", tick->label, anchor);
        if (chart.bars.size() > 14) svg.text(x, bottom + font + 4, "soft", tick->label, anchor);
    }
}

}  // namespace

std::string draw(const BarChart& chart, const Canvas& canvas) {
    const Frame frame = frame_of(chart, canvas.shape);
    const bool broad = canvas.shape == Shape::broad;
    const double font = font_of(canvas.shape), top = font + 12;
    Svg marks;
    double y = top + 4;
    for (const Bar& bar : chart.bars) {
        if (!bar.heading.empty()) {
            y += 12;
            for (const std::string& line : wrapped(bar.heading, broad ? 640 : 330, font)) {
                y += font + 4;
                marks.text(0, y, "strong", line);
            }
            y += 6;
        }
        if (broad) {
            const auto lines = wrapped(bar.label, frame.left - 24, font);
            const double height = std::max(26.0, static_cast<double>(lines.size()) * 19 + 7), middle = y + height / 2;
            for (std::size_t at = 0; at < lines.size(); ++at)
                marks.text(0, middle + 5.5 + 19 * (static_cast<double>(at) - static_cast<double>(lines.size() - 1) / 2), "label",
                           lines[at]);
            mark(marks, frame, bar, middle);
            marks.text(frame.right + 20, middle + 5.5, "note", bar.note);
            y += height;
        } else {
            const bool beside = text_width(bar.label + "  " + bar.note, font) <= width_of(canvas.shape);
            for (const std::string& line : wrapped(bar.label, width_of(canvas.shape), font)) {
                y += font + 3;
                marks.text(0, y, "label", line);
            }
            if (!beside) y += font + 3;
            marks.text(width_of(canvas.shape), y, "note", bar.note, Anchor::end);
            mark(marks, frame, bar, y + 14);
            y += bar.look == Bar::Look::none ? 6 : 31;
        }
    }
    Svg svg;
    scale(svg, chart, frame, top, y + 4, font);
    svg.append(marks);
    return svg.finished(canvas, y + 8 + (chart.bars.size() > 14 ? font + 4 : 0));
}

}  // namespace comity::insight
