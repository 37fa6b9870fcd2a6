#include "web/pages/map_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "insight/map_outline.hpp"

namespace comity::pages {
namespace {

using html::attr, html::cls, html::Html;

double tenth(double value) { return std::round(value * 10) / 10; }

// Corners on a circle, the first on top; every other one at `inner` of the radius.
std::string corners(int count, double radius, double inner = 1) {
    std::string path;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count, r = i % 2 == 0 ? radius : radius * inner;
        path += fmt::format("{}{} {}", i == 0 ? "M" : "L", tenth(r * std::sin(angle)), tenth(-r * std::cos(angle)));
    }
    return path + "z";
}

std::string ring(double radius) {
    const double r = tenth(radius);
    return fmt::format("M{0} 0A{0} {0} 0 1 1 -{0} 0A{0} {0} 0 1 1 {0} 0z", r);
}

std::string upright_cross(double radius) {
    const double r = tenth(radius), w = tenth(radius * 0.42), step = tenth(r - w);
    return fmt::format("M-{1} -{0}h{3}v{2}h{2}v{3}h-{2}v{2}h-{3}v-{2}h-{2}v-{3}h{2}z", r, w, step, tenth(2 * w));
}

std::string box(double half_width, double half_height) {
    const double x = tenth(half_width), y = tenth(half_height);
    return fmt::format("M-{0} -{1}h{2}v{3}h-{2}z", x, y, tenth(2 * x), tenth(2 * y));
}

// Grows with the digits that it must hold and a little with the number.
double radius_of(const MapMark& mark) {
    if (mark.count == 1) return 9;
    const double digits = std::floor(std::log10(mark.count)) + 1;
    return 11 + 4 * digits;
}

void draw(Html& h, const MapMark& mark, const insight::Frame& frame) {
    const double x = tenth(frame.x(insight::seen_from(frame.window, mark.longitude))), y = tenth(frame.y(mark.latitude));
    const std::string at = fmt::format("translate({} {})", x, y);
    const auto shape = [&] {
        const auto group = h.open<"g">(cls("spot", mark.count > 1 ? "many" : ""), attr<"transform">(at),
                                       html::only_if(!mark.section.empty(), attr<"data-section">(mark.section)));
        h.path(attr<"d">(mark_path(mark.shape, radius_of(mark))));
        // A triangle's middle is below the middle of its height.
        if (mark.count > 1) h.svg_text(attr<"y">(mark.shape == MarkShape::triangle ? 9 : 6), std::int64_t{mark.count});
    };
    if (mark.address.empty()) {
        h.g([&] {
            h.title(mark.name);
            shape();
        });
    } else {
        h.a(html::href(mark.address), [&] {
            h.title(mark.name);
            shape();
        });
    }
}

void land(Html& h, const MapDrawing& drawing) {
    std::string others;
    for (const insight::MapOutline& outline : insight::outlines(drawing.frame)) {
        if (std::ranges::find(drawing.countries, outline.country) == drawing.countries.end())
            others += outline.path;
        else
            h.path(cls("land", "concerned"), attr<"d">(outline.path));
    }
    if (!others.empty()) h.path(cls("land"), attr<"d">(others));
}

}  // namespace

std::string mark_path(MarkShape shape, double radius) {
    switch (shape) {
        case MarkShape::disc: return ring(radius);
        case MarkShape::square: return box(radius * 0.9, radius * 0.9);
        case MarkShape::triangle: return corners(3, radius * 1.25);
        case MarkShape::diamond: return corners(4, radius * 1.2);
        case MarkShape::cross: return upright_cross(radius * 1.05);
        case MarkShape::pentagon: return corners(5, radius * 1.1);
        case MarkShape::star: return corners(10, radius * 1.3, 0.55);
        case MarkShape::bar: return box(radius * 1.2, radius * 0.65);
        case MarkShape::several: return ring(radius) + ring(radius + 3.5);
    }
    return {};
}

void map_drawing(Html& h, const MapDrawing& drawing, const std::vector<MapMark>& marks) {
    const std::string title = drawing.id + "-t";
    // A group, not an image: what is inside an image can't be reached, and here are links.
    const auto svg = h.open<"svg">(cls("map", drawing.kind), html::role("group"), attr<"aria-labelledby">(title),
                                   attr<"viewBox">(fmt::format("0 0 {} {}", drawing.frame.width, drawing.frame.height)));
    h.title(html::id(title), drawing.title);
    land(h, drawing);
    for (const MapMark& mark : marks) draw(h, mark, drawing.frame);
}

void key_mark(Html& h, MarkShape shape, std::string_view section) {
    const auto svg = h.open<"svg">(cls("map-key"), attr<"viewBox">("-14 -14 28 28"), attr<"width">(24), attr<"height">(24),
                                   attr<"aria-hidden">(true));
    const auto group = h.open<"g">(cls("spot"), attr<"data-section">(section));
    h.path(attr<"d">(mark_path(shape, 9)));
}

}  // namespace comity::pages
