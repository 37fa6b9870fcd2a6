#include <algorithm>

#include "insight/chart.hpp"

namespace comity::insight {

namespace {

using Anchor = Svg::Anchor;

// A shape for each kind, filled and outlined by turns, so that they differ in black and white.
void mark(Svg& svg, std::size_t kind, double x, double y, double size) {
    const double r = size / 2;
    switch (kind) {
        case 0: svg.circle(x, y, r, "bar"); return;
        case 1: svg.rect(x - r + 1, y - r + 1, size - 2, size - 2, "outline"); return;
        case 2:
            svg.path("M" + coordinate(x - r) + " " + coordinate(y + r) + "h" + coordinate(size) + "L" + coordinate(x) + " " +
                         coordinate(y - r) + "Z",
                     "bar");
            return;
        default:
            svg.path("M" + coordinate(x - r) + " " + coordinate(y) + "l" + coordinate(r) + " " + coordinate(-r) + "l" +
                         coordinate(r) + " " + coordinate(r) + "l" + coordinate(-r) + " " + coordinate(r) + "Z",
                     "outline");
    }
}

// The key, from left to right, in lines. Answers where it ends.
double key(Svg& svg, const MarkChart& chart, const Canvas& canvas) {
    const double font = font_of(canvas.shape);
    double x = 0, y = font;
    for (std::size_t kind = 0; kind < chart.kinds.size(); ++kind) {
        const double needs = 22 + text_width(chart.kinds[kind], font) + 24;
        if (x > 0 && x + needs > width_of(canvas.shape)) {
            x = 0;
            y += font + 8;
        }
        mark(svg, kind, x + 8, y - font / 3, 13);
        svg.text(x + 22, y, "label", chart.kinds[kind]);
        x += needs;
    }
    return y + 14;
}

std::size_t longest(const MarkChart& chart) {
    std::size_t most = 1;
    for (const auto& column : chart.columns) most = std::max(most, column.marks.size());
    return most;
}

double upright(Svg& svg, const MarkChart& chart, double top, double font) {
    const double across = 960 / std::max(1.0, static_cast<double>(chart.columns.size()));
    const double step = std::min({across, 24.0, 420 / static_cast<double>(longest(chart))}), size = step * 0.72;
    const double ground = top + step * static_cast<double>(longest(chart)) + font + 8;
    svg.line(0, ground, 960, ground, "axis");
    // A label for each column only where there is room for it.
    const std::size_t every = across >= 40 ? 1 : 5;
    for (std::size_t at = 0; at < chart.columns.size(); ++at) {
        const auto& column = chart.columns[at];
        const double x = across * (static_cast<double>(at) + 0.5);
        double y = ground - step / 2 - 2;
        for (const std::size_t kind : column.marks) {
            mark(svg, kind, x, y, size);
            y -= step;
        }
        if (!column.marks.empty()) svg.text(x, y + step / 2 - 4, "soft", std::to_string(column.marks.size()), Anchor::middle);
        if (at % every == 0) svg.text(x, ground + font + 5, "label", column.label, Anchor::middle);
    }
    return ground + font + 10;
}

double lying(Svg& svg, const MarkChart& chart, double top, double font) {
    constexpr double left = 44;
    const double step = std::min(19.0, (340 - left - 28) / static_cast<double>(longest(chart))), size = step * 0.74;
    double y = top;
    for (const auto& column : chart.columns) {
        y += 20;
        svg.text(0, y, "label", column.label);
        double x = left + step / 2;
        for (const std::size_t kind : column.marks) {
            mark(svg, kind, x, y - font / 3, size);
            x += step;
        }
        if (!column.marks.empty()) svg.text(x, y, "soft", std::to_string(column.marks.size()));
    }
    return y + 8;
}

}  // namespace

std::string draw(const MarkChart& chart, const Canvas& canvas) {
    Svg svg;
    const double font = font_of(canvas.shape), top = key(svg, chart, canvas);
    const double height = canvas.shape == Shape::broad ? upright(svg, chart, top, font) : lying(svg, chart, top, font);
    return svg.finished(canvas, height);
}

}  // namespace comity::insight
