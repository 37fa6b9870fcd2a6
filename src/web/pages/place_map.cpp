#include "web/pages/place_map.hpp"

#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "base/embedded.hpp"
#include "base/fault.hpp"

namespace comity::pages {
namespace {

using html::attr, html::cls;

// data/map/north-america.svg, read once.
struct BaseMap {
    struct Country {
        std::string_view code, outline;
    };
    std::string_view frame;  // the viewBox
    double width, height;
    double latitude, longitude, scale, x, y;  // of the projection, as the file explains
    std::vector<Country> countries;
};

// What stands in quotes after `start`; the text is moved past it.
std::string_view quoted(std::string_view& text, std::string_view start) {
    const std::size_t at = text.find(start);
    COMITY_ASSERT(at != std::string_view::npos);
    text.remove_prefix(at + start.size());
    const std::string_view inside = text.substr(0, text.find('"'));
    text.remove_prefix(inside.size());
    return inside;
}

double number(std::string_view text) {
    double value = 0;
    COMITY_ASSERT(std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{});
    return value;
}

BaseMap read_base_map() {
    const auto file = base::embedded("data/map/north-america.svg");
    COMITY_ASSERT(file.has_value());
    std::string_view text = *file;
    BaseMap map{};
    map.frame = quoted(text, "viewBox=\"");
    const std::string_view size = map.frame.substr(std::string_view("0 0 ").size());
    map.width = number(size);
    map.height = number(size.substr(size.find(' ') + 1));
    map.latitude = number(quoted(text, "data-latitude=\"")) * std::numbers::pi / 180;
    map.longitude = number(quoted(text, "data-longitude=\"")) * std::numbers::pi / 180;
    map.scale = number(quoted(text, "data-scale=\""));
    map.x = number(quoted(text, "data-x=\""));
    map.y = number(quoted(text, "data-y=\""));
    while (text.find("data-country=\"") != std::string_view::npos) {
        const std::string_view code = quoted(text, "data-country=\"");
        map.countries.push_back({code, quoted(text, " d=\"")});
    }
    return map;
}

const BaseMap& base_map() {
    static const BaseMap map = read_base_map();
    return map;
}

struct Point {
    double x, y;
};

// Lambert's azimuthal equal-area projection of a sphere. Empty where it falls outside the frame.
std::optional<Point> project(const BaseMap& map, double latitude, double longitude) {
    if (!(std::abs(latitude) <= 90 && std::abs(longitude) <= 180)) return std::nullopt;
    const double phi = latitude * std::numbers::pi / 180, lambda = longitude * std::numbers::pi / 180 - map.longitude;
    const double toward = std::sin(map.latitude) * std::sin(phi) + std::cos(map.latitude) * std::cos(phi) * std::cos(lambda);
    if (toward <= 0) return std::nullopt;  // the other half of the sphere
    const double k = std::sqrt(2 / (1 + toward)) * map.scale;
    const double east = std::cos(phi) * std::sin(lambda);
    const double north = std::cos(map.latitude) * std::sin(phi) - std::sin(map.latitude) * std::cos(phi) * std::cos(lambda);
    const Point at{std::round(map.x + k * east), std::round(map.y - k * north)};
    const bool framed = at.x >= 0 && at.x <= map.width && at.y >= 0 && at.y <= map.height;
    return framed ? std::optional(at) : std::nullopt;
}

}  // namespace

bool on_map(double latitude, double longitude) { return project(base_map(), latitude, longitude).has_value(); }

void place_map(html::Html& h, const PlaceMap& place) {
    const BaseMap& map = base_map();
    const std::optional<Point> at = project(map, place.latitude, place.longitude);
    if (!at) return;
    const std::string title = place.id + "-t";
    const auto svg =
        h.open<"svg">(cls("place-map"), attr<"viewBox">(map.frame), html::role("img"), attr<"aria-labelledby">(title));
    h.title(html::id(title), place.title);
    std::string others;
    std::string_view concerned;
    for (const BaseMap::Country& country : map.countries) {
        if (country.code == place.country)
            concerned = country.outline;
        else
            others += country.outline;
    }
    h.path(cls("land"), attr<"d">(others));
    if (!concerned.empty()) h.path(cls("land", "concerned"), attr<"d">(concerned));
    h.circle(cls(place.approximate ? "near" : "place"), attr<"cx">(at->x), attr<"cy">(at->y),
             attr<"r">(place.approximate ? 18 : 11));
}

}  // namespace comity::pages
