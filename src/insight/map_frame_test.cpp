#include "insight/map_frame.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace comity::insight {
namespace {

TEST(MapFrame, draws_a_window_true_at_its_middle) {
    const Frame frame = framed(fitted({-120, 15, -60, 50}), 960);
    EXPECT_EQ(frame.window, (Window{-120, 15, -60, 50})) << "it already has the shape of a map";
    EXPECT_NEAR(frame.x(-90), 480, 1e-9);
    EXPECT_NEAR(frame.y(32.5), frame.height / 2, 1e-9);
    const double east = frame.x(-89) - frame.x(-90), north = frame.y(35) - frame.y(36);
    EXPECT_NEAR(east / north, 0.843, 0.002) << "the cosine of 32.5 degrees";
}

TEST(MapFrame, widens_a_window_of_one_place) {
    const Window window = fitted({-73.57, 45.5, -73.57, 45.5});
    EXPECT_TRUE(holds(window, 45.5, -73.57));
    EXPECT_NEAR(window.east - window.west, 0.2, 0.05);
}

TEST(MapFrame, reaches_across_the_180th_meridian) {
    const Window pacific = fitted({160, -25, 210, 5});
    EXPECT_TRUE(holds(pacific, -13.8, -171.8)) << "Apia";
    EXPECT_TRUE(holds(pacific, -18.1, 178.4)) << "Suva";
    EXPECT_FALSE(holds(pacific, -33.4, -70.6)) << "Santiago";
    EXPECT_EQ(seen_from(pacific, -170), 190);
}

RC_GTEST_PROP(MapFrame, a_fitted_window_is_left_as_it_is, ()) {
    const auto degrees = [](int from, int to) { return *rc::gen::inRange(from * 100, to * 100) / 100.0; };
    const double west = degrees(-180, 180), east = west + degrees(0, 360), south = degrees(-90, 90), north = degrees(-90, 90);
    const Window wanted{west, std::min(south, north), std::min(east, 540.0), std::max(south, north)};
    const Window window = fitted(wanted);
    RC_ASSERT(fitted(window) == window);
    RC_ASSERT(window.west <= wanted.west + 0.006 && window.east >= wanted.east - 0.006);
    RC_ASSERT(window.south <= wanted.south + 0.006 && window.north >= wanted.north - 0.006);
    RC_ASSERT(window.south >= -90 && window.north <= 90 && window.west >= -180 && window.east <= 540);
}

}  // namespace
}  // namespace comity::insight
