#include "insight/map_outline.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "base/embedded.hpp"
#include "base/fault.hpp"

namespace comity::insight {
namespace {

struct Point {
    double x, y;
};

struct Ring {
    std::vector<Point> points;  // degrees
    Window box;
    double area = 0;  // square degrees
};

struct Country {
    std::string_view code;
    std::vector<Ring> rings;
};

using World = std::vector<Country>;

void measure(Ring& ring) {
    ring.box = {ring.points[0].x, ring.points[0].y, ring.points[0].x, ring.points[0].y};
    Point before = ring.points.back();
    for (const Point& point : ring.points) {
        ring.box = {std::min(ring.box.west, point.x), std::min(ring.box.south, point.y), std::max(ring.box.east, point.x),
                    std::max(ring.box.north, point.y)};
        ring.area += (before.x * point.y - point.x * before.y) / 2;
        before = point;
    }
    ring.area = std::abs(ring.area);
}

// A path of M, l and z, as script/base-map writes it.
std::vector<Ring> read_rings(std::string_view path, double per_degree) {
    std::vector<Ring> rings;
    int x = 0, y = 0, at = 0;
    const char* const end = path.data() + path.size();
    for (const char* c = path.data(); c != end;) {
        if (*c == 'M') rings.emplace_back(), x = y = 0;
        if (*c != '-' && (*c < '0' || *c > '9')) {
            ++c;
            continue;
        }
        int step = 0;
        c = std::from_chars(c, end, step).ptr;
        (at++ % 2 == 0 ? x : y) += step;
        if (at % 2 == 0) rings.back().points.push_back({x / per_degree, -y / per_degree});
    }
    for (Ring& ring : rings) measure(ring);
    return rings;
}

World read_world(std::string_view name) {
    const auto file = base::embedded("data/map/" + std::string(name));
    COMITY_ASSERT(file.has_value());
    std::string_view text = *file;
    double per_degree = 0;
    const std::string_view scale = quoted(text, "data-per-degree=\"");
    COMITY_ASSERT(std::from_chars(scale.data(), scale.data() + scale.size(), per_degree).ec == std::errc{});
    World world;
    while (text.find("<path data-country=\"") != std::string_view::npos) {
        const std::string_view code = quoted(text, "<path data-country=\"");
        world.push_back({code, read_rings(quoted(text, " d=\""), per_degree)});
    }
    return world;
}

// The finer one where half the world or less is shown: on the whole of it nobody could see the difference.
const World& world_for(const Window& window) {
    static const World far = read_world("world.svg"), near = read_world("world-near.svg");
    return window.east - window.west > 180 ? far : near;
}

// Sutherland and Hodgman: the ring without what is beyond one edge. The edge is where `coordinate` is `limit`; `sign` 1 keeps
// what is greater, -1 what is less.
std::vector<Point> cut(const std::vector<Point>& ring, double Point::* coordinate, double limit, double sign) {
    std::vector<Point> kept;
    kept.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Point& to = ring[i];
        const double before = sign * (from.*coordinate - limit), now = sign * (to.*coordinate - limit);
        if ((before < 0) != (now < 0)) {
            const double part = before / (before - now);
            kept.push_back({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
        }
        if (now >= 0) kept.push_back(to);
    }
    return kept;
}

void append_number(std::string& path, int number) {
    std::array<char, 12> digits{};
    path.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

// So far outside the frame that the line along the cut isn't seen.
constexpr double margin = 6;
void append(std::string& path, std::vector<Point> ring, const Ring& whole, const Frame& frame, double detail) {
    const bool inside = frame.x(whole.box.west) >= -margin && frame.x(whole.box.east) <= frame.width + margin &&
                        frame.y(whole.box.north) >= -margin && frame.y(whole.box.south) <= frame.height + margin;
    if (!inside) {
        ring = cut(ring, &Point::x, -margin, 1);
        ring = cut(ring, &Point::x, frame.width + margin, -1);
        ring = cut(ring, &Point::y, -margin, 1);
        ring = cut(ring, &Point::y, frame.height + margin, -1);
    }
    int x = 0, y = 0, points = 0;
    const std::size_t start = path.size();
    for (const Point& point : ring) {
        if (points > 0 && std::abs(point.x - x) < detail && std::abs(point.y - y) < detail) continue;
        const int to_x = static_cast<int>(std::lround(point.x)), to_y = static_cast<int>(std::lround(point.y));
        if (points == 0) {
            path += 'M';
            append_number(path, to_x);
            path += ' ';
            append_number(path, to_y);
            path += 'l';
        } else {
            if (points > 1 && to_x >= x) path += ' ';
            append_number(path, to_x - x);
            if (to_y >= y) path += ' ';
            append_number(path, to_y - y);
        }
        x = to_x, y = to_y;
        ++points;
    }
    if (points < 3)
        path.resize(start);
    else
        path += 'z';
}

// A ring as the frame sees it: the world goes on beside itself, for a window or a ring across the 180th meridian.
void append_ring(std::string& path, const Ring& ring, const Frame& frame, double detail) {
    for (const double turn : {-360.0, 0.0, 360.0}) {
        Ring seen{{}, ring.box, ring.area};
        seen.box.west += turn;
        seen.box.east += turn;
        const Window& window = frame.window;
        if (seen.box.east < window.west || seen.box.west > window.east || seen.box.north < window.south ||
            seen.box.south > window.north)
            continue;
        std::vector<Point> points;
        points.reserve(ring.points.size());
        for (const Point& point : ring.points) points.push_back({frame.x(point.x + turn), frame.y(point.y)});
        append(path, std::move(points), seen, frame, detail);
    }
}

}  // namespace

std::string_view quoted(std::string_view& text, std::string_view start) {
    const std::size_t at = text.find(start);
    COMITY_ASSERT(at != std::string_view::npos);
    text.remove_prefix(at + start.size());
    const std::string_view inside = text.substr(0, text.find('"'));
    text.remove_prefix(inside.size());
    return inside;
}

std::vector<MapOutline> outlines(const Frame& frame, double detail) {
    std::vector<MapOutline> found;
    for (const Country& country : world_for(frame.window)) {
        std::string path;
        for (const Ring& ring : country.rings) append_ring(path, ring, frame, detail);
        if (!path.empty()) found.push_back({country.code, std::move(path)});
    }
    return found;
}

std::optional<Window> land_of(const std::vector<std::string_view>& countries) {
    std::optional<Window> land;
    for (const Country& country : world_for(whole_world)) {
        if (std::ranges::find(countries, country.code) == countries.end()) continue;
        const double largest = std::ranges::max(country.rings, {}, &Ring::area).area;
        for (const Ring& ring : country.rings) {
            if (ring.area < largest / 10) continue;
            if (!land) land = ring.box;
            land = {std::min(land->west, ring.box.west), std::min(land->south, ring.box.south),
                    std::max(land->east, ring.box.east), std::max(land->north, ring.box.north)};
        }
    }
    return land;
}

}  // namespace comity::insight
