#include "web/pages/place_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "base/embedded.hpp"
#include "base/fault.hpp"
#include "insight/map_frame.hpp"
#include "insight/map_outline.hpp"

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
    map.frame = insight::quoted(text, "viewBox=\"");
    const std::string_view size = map.frame.substr(std::string_view("0 0 ").size());
    map.width = number(size);
    map.height = number(size.substr(size.find(' ') + 1));
    map.latitude = number(insight::quoted(text, "data-latitude=\"")) * std::numbers::pi / 180;
    map.longitude = number(insight::quoted(text, "data-longitude=\"")) * std::numbers::pi / 180;
    map.scale = number(insight::quoted(text, "data-scale=\""));
    map.x = number(insight::quoted(text, "data-x=\""));
    map.y = number(insight::quoted(text, "data-y=\""));
    while (text.find("data-country=\"") != std::string_view::npos) {
        const std::string_view code = insight::quoted(text, "data-country=\"");
        map.countries.push_back({code, insight::quoted(text, " d=\"")});
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

struct Drawn {
    std::string view;  // the viewBox
    Point at;
    std::string others, concerned;  // outlines
};

Drawn in_north_america(const BaseMap& map, Point at, std::string_view concerned) {
    Drawn drawn{.view = std::string(map.frame), .at = at, .others = {}, .concerned = {}};
    for (const BaseMap::Country& country : map.countries)
        (country.code == concerned ? drawn.concerned : drawn.others) += country.outline;
    return drawn;
}

// As much of the world around the place as North America's map shows of it.
Drawn around(const PlaceMap& place) {
    constexpr double degrees = 22;  // to the north and to the south
    const double west = place.longitude - degrees < -180 ? place.longitude + 360 : place.longitude;
    const insight::Window window = insight::fitted(
        {west - degrees, std::max(place.latitude - degrees, -90.0), west + degrees, std::min(place.latitude + degrees, 90.0)});
    const insight::Frame frame = insight::framed(window, base_map().width);
    Drawn drawn{.view = fmt::format("0 0 {} {}", frame.width, frame.height),
                .at = {std::round(frame.x(insight::seen_from(window, place.longitude))), std::round(frame.y(place.latitude))},
                .others = {},
                .concerned = {}};
    constexpr double detail = 4;  // the drawing is small
    for (const insight::MapOutline& outline : insight::outlines(frame, detail))
        (!place.country.empty() && outline.country == place.country ? drawn.concerned : drawn.others) += outline.path;
    return drawn;
}

}  // namespace

void place_map(html::Html& h, const PlaceMap& place) {
    if (!(std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180)) return;
    const auto& shown = base_map().countries;
    const bool foreign =
        !place.country.empty() && std::ranges::find(shown, place.country, &BaseMap::Country::code) == shown.end();
    const std::optional<Point> at = foreign ? std::nullopt : project(base_map(), place.latitude, place.longitude);
    const Drawn drawn = at ? in_north_america(base_map(), *at, place.country) : around(place);
    const std::string title = place.id + "-t";
    const auto svg =
        h.open<"svg">(cls("place-map"), attr<"viewBox">(drawn.view), html::role("img"), attr<"aria-labelledby">(title));
    h.title(html::id(title), place.title);
    if (!drawn.others.empty()) h.path(cls("land"), attr<"d">(drawn.others));
    if (!drawn.concerned.empty()) h.path(cls("land", "concerned"), attr<"d">(drawn.concerned));
    h.circle(cls(place.approximate ? "near" : "place"), attr<"cx">(drawn.at.x), attr<"cy">(drawn.at.y),
             attr<"r">(place.approximate ? 18 : 11));
}

}  // namespace comity::pages
