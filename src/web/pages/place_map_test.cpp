#include "web/pages/place_map.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace comity::pages {
namespace {

bool has(std::string_view all, std::string_view part) { return all.find(part) != std::string_view::npos; }

std::string drawn(double latitude, double longitude, std::string_view country, bool approximate = false) {
    html::Html h;
    place_map(h, {"place", "A place", latitude, longitude, approximate, country});
    return h.take();
}

struct Point {
    double x, y;
};

double number_after(std::string_view text, std::string_view start) {
    double value = 0;
    const std::string_view rest = text.substr(text.find(start) + start.size());
    std::from_chars(rest.data(), rest.data() + rest.size(), value);
    return value;
}

// The rings of a path of M, l and z, closed.
std::vector<std::vector<Point>> rings(std::string_view path) {
    std::vector<std::vector<Point>> found;
    std::vector<double> numbers;
    const auto end_ring = [&] {
        if (numbers.empty()) return;
        std::vector<Point> ring{{numbers[0], numbers[1]}};
        for (std::size_t i = 2; i + 1 < numbers.size(); i += 2)
            ring.push_back({ring.back().x + numbers[i], ring.back().y + numbers[i + 1]});
        ring.push_back(ring.front());
        found.push_back(std::move(ring));
        numbers.clear();
    };
    for (std::size_t i = 0; i < path.size();) {
        if (path[i] == 'z') end_ring();
        if (path[i] != '-' && !std::isdigit(static_cast<unsigned char>(path[i]))) {
            ++i;
            continue;
        }
        double value = 0;
        i = static_cast<std::size_t>(std::from_chars(path.data() + i, path.data() + path.size(), value).ptr - path.data());
        numbers.push_back(value);
    }
    return found;
}

// Whether the mark is inside the country that is set off.
bool inside(std::string_view svg) {
    const Point at{number_after(svg, "cx=\""), number_after(svg, "cy=\"")};
    std::string_view path = svg.substr(svg.find("concerned\" d=\"") + 14);
    path = path.substr(0, path.find('"'));
    bool in = false;
    for (const auto& ring : rings(path))
        for (std::size_t i = 1; i < ring.size(); ++i)
            if ((ring[i].y > at.y) != (ring[i - 1].y > at.y) &&
                at.x < (ring[i - 1].x - ring[i].x) * (at.y - ring[i].y) / (ring[i - 1].y - ring[i].y) + ring[i].x)
                in = !in;
    return in;
}

TEST(PlaceMap, puts_places_into_their_country) {
    struct {
        double latitude, longitude;
        std::string_view country;
    } const places[] = {{45.5, -73.9, "CAN"},  {62.45, -114.4, "CAN"}, {49.9, -119.5, "CAN"}, {46.5, -66.2, "CAN"},
                        {39.7, -105.0, "USA"}, {64.8, -147.7, "USA"},  {27.5, -81.4, "USA"},  {47.0, -120.5, "USA"},
                        {19.4, -99.1, "MEX"},  {25.1, -111.6, "MEX"},  {20.7, -88.9, "MEX"},  {31.0, -109.5, "MEX"}};
    for (const auto& place : places) {
        for (const std::string_view country : {"CAN", "MEX", "USA"})
            EXPECT_EQ(inside(drawn(place.latitude, place.longitude, country)), country == place.country)
                << place.latitude << ' ' << place.longitude << ' ' << country;
    }
    EXPECT_FALSE(inside(drawn(25.5, -112.9, "MEX"))) << "the Gulf of Ulloa is at sea";
    EXPECT_FALSE(inside(drawn(60, -85, "CAN"))) << "Hudson Bay is water";
}

TEST(PlaceMap, draws_an_approximate_place_as_a_ring) {
    EXPECT_TRUE(has(drawn(25.5, -112.6, "MEX"), R"(<circle class="place")"));
    EXPECT_TRUE(has(drawn(25.5, -112.6, "MEX", true), R"(<circle class="near")"));
    EXPECT_TRUE(has(drawn(25.5, -112.6, ""), R"(<title id="place-t">A place</title><path class="land")"));
    EXPECT_FALSE(has(drawn(25.5, -112.6, ""), "concerned"));
}

TEST(PlaceMap, draws_the_countries_around_a_place_outside_north_america) {
    const std::tuple<double, double, std::string_view> places[] = {
        {-22.4, -43.2, "BRA"}, {-34.7, -56.0, "URY"}, {48.8, 2.3, "FRA"},   {64.9, -18.6, "ISL"},
        {-17.8, 178.0, "FJI"}, {66.9, -177.5, "RUS"}, {-41.0, 175.5, "NZL"}};
    for (const auto& [latitude, longitude, country] : places) {
        EXPECT_TRUE(inside(drawn(latitude, longitude, country))) << country;
        EXPECT_LT(drawn(latitude, longitude, country).size(), 10'000u) << country;
    }
    EXPECT_FALSE(inside(drawn(-22.9, -42, "BRA"))) << "off the coast of Rio de Janeiro";
    EXPECT_TRUE(has(drawn(-47, 80, "USA"), "<circle")) << "in the Indian Ocean there is only the mark";
}

TEST(PlaceMap, leaves_out_places_that_are_nowhere) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::pair<double, double> nowhere[] = {{91, -100}, {45, -500}, {none, none}};
    for (const auto& [latitude, longitude] : nowhere) EXPECT_EQ(drawn(latitude, longitude, "USA"), "");
}

TEST(PlaceMap, stays_small) { EXPECT_LT(drawn(45.5, -73.6, "CAN").size(), 6000u); }

}  // namespace
}  // namespace comity::pages
