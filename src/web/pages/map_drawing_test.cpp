#include "web/pages/map_drawing.hpp"

#include <gtest/gtest.h>

#include <set>

#include "insight/map_frame.hpp"

namespace comity::pages {
namespace {

using insight::fitted, insight::framed, insight::Window;

bool has(std::string_view all, std::string_view part) { return all.find(part) != std::string_view::npos; }

std::string drawn(const Window& window, const std::vector<MapMark>& marks = {}, std::vector<std::string_view> countries = {}) {
    html::Html h;
    map_drawing(h, {"m", "A map", framed(fitted(window), 960), "", std::move(countries)}, marks);
    return h.take();
}

TEST(MapDrawing, is_small) {
    EXPECT_LT(drawn(insight::whole_world).size(), 45'000u);
    EXPECT_LT(drawn({-168, 14, -52, 75}).size(), 40'000u);
    EXPECT_LT(drawn({-10, 35, 30, 60}).size(), 40'000u);
}

TEST(MapDrawing, marks_places_by_shape_name_and_link) {
    const Window window{-120, 15, -60, 50};
    const std::string svg = drawn(window, {{45.5, -73.6, 1, MarkShape::square, "program", "A project & more", "/en/projects/1"},
                                           {19.4, -99.1, 12, MarkShape::several, "", "12 records", ""}});
    EXPECT_TRUE(has(svg, R"(<a href="/en/projects/1"><title>A project &amp; more</title>)"));
    EXPECT_TRUE(has(svg, R"(data-section="program")"));
    EXPECT_TRUE(has(svg, ">12</text>"));
    EXPECT_FALSE(has(svg, "style="));
    EXPECT_TRUE(has(svg, R"(role="group" aria-labelledby="m-t")"));
}

TEST(MapDrawing, sets_countries_off) {
    EXPECT_TRUE(has(drawn({-120, 15, -60, 50}, {}, {"MEX"}), R"(<path class="land concerned")"));
    EXPECT_FALSE(has(drawn({-120, 15, -60, 50}), "concerned"));
}

TEST(MapDrawing, no_two_shapes_are_alike) {
    std::set<std::string> paths;
    for (int shape = 0; shape <= static_cast<int>(MarkShape::several); ++shape)
        EXPECT_TRUE(paths.insert(mark_path(static_cast<MarkShape>(shape), 9)).second) << shape;
}

}  // namespace
}  // namespace comity::pages
