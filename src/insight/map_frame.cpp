#include "insight/map_frame.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace comity::insight {

namespace {

constexpr double flattest = 0.4, tallest = 0.8;  // height for width
constexpr double smallest = 0.2;                 // degrees

double rounded(double degrees) { return std::round(degrees * 100) / 100; }

// How much narrower a degree of longitude is than one of latitude in the middle of the window. Near the poles it would vanish.
double narrowing(const Window& window) {
    return std::max(0.2, std::cos((window.south + window.north) / 2 * std::numbers::pi / 180));
}

double ratio(const Window& window) { return (window.north - window.south) / ((window.east - window.west) * narrowing(window)); }

// Wider on both sides to this many degrees, inside the limits where that is possible.
void widen(double& low, double& high, double size, double lowest, double highest) {
    const double more = (size - (high - low)) / 2;
    low -= more;
    high += more;
    if (low < lowest) high += lowest - low, low = lowest;
    if (high > highest) low = std::max(lowest, low - (high - highest)), high = highest;
}

// Whether the window had to be made wider or taller. One that is within a hundredth of the limits was fitted, then rounded.
bool shaped(Window& window) {
    constexpr double slack = 0.01;
    const Window before = window;
    if (ratio(window) > tallest * (1 + slack)) {
        const double width = std::min(360.0, (window.north - window.south) / (tallest * narrowing(window)));
        widen(window.west, window.east, width, -180, window.east <= 180 ? 180 : 540);
    } else if (ratio(window) < flattest * (1 - slack)) {
        widen(window.south, window.north, (window.east - window.west) * flattest * narrowing(window), -90, 90);
    }
    return window != before;
}

}  // namespace

double seen_from(const Window& window, double longitude) {
    if (longitude < window.west && longitude + 360 <= window.east) return longitude + 360;
    return longitude;
}

bool holds(const Window& window, double latitude, double longitude) {
    const double seen = seen_from(window, longitude);
    return latitude >= window.south && latitude <= window.north && seen >= window.west && seen <= window.east;
}

Window fitted(const Window& wanted) {
    Window window = wanted;
    if (window.east - window.west < smallest) widen(window.west, window.east, smallest, -180, 540);
    if (window.north - window.south < smallest / 2) widen(window.south, window.north, smallest / 2, -90, 90);
    // A window that ends at a pole moves its middle as it grows, which changes what it lacks: again until it lacks nothing.
    for (int again = 0; again < 40 && shaped(window); ++again) {}
    return {rounded(window.west), rounded(window.south), rounded(window.east), rounded(window.north)};
}

Frame framed(const Window& fitted_window, double width) {
    return {fitted_window, width, std::round(width * std::clamp(ratio(fitted_window), flattest, tallest))};
}

}  // namespace comity::insight
