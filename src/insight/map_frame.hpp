#pragma once

namespace comity::insight {

// A window on the earth, in degrees. east is greater than west: a window across the 180th meridian ends beyond 180.
struct Window {
    double west = -180, south = -60, east = 180, north = 84;
    friend bool operator==(const Window&, const Window&) = default;
};

// What a map shows when it shows everything: all but Antarctica.
inline constexpr Window whole_world{};

// The longitude by which a window names this meridian: 190 for -170 where it reaches beyond 180.
double seen_from(const Window& window, double longitude);
bool holds(const Window& window, double latitude, double longitude);

// A window drawn on paper. Equirectangular, true at the window's middle latitude: a window is a rectangle then, so what a bbox
// asks for is exactly what is seen, and zooming is arithmetic. North and south of the middle the map is stretched sideways.
struct Frame {
    Window window;
    double width = 0;  // in the drawing's units
    double height = 0;

    double x(double longitude) const { return (longitude - window.west) / (window.east - window.west) * width; }
    double y(double latitude) const { return (window.north - latitude) / (window.north - window.south) * height; }
};

// The window of a map that shows all that is wanted and is neither flatter nor taller than a map may be. In hundredths of a
// degree, so that an address can say it; a fitted window is left as it is. At least a fifth of a degree wide.
Window fitted(const Window& wanted);
// The frame of a fitted window.
Frame framed(const Window& fitted_window, double width);

}  // namespace comity::insight
