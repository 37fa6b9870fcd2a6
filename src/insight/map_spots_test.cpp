#include "insight/map_spots.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <tuple>
#include <utility>

namespace comity::insight {
namespace {

const Frame america = framed(fitted({-120, 10, -60, 60}), 960);

TEST(MapSpots, puts_near_places_together) {
    Spots spots(america, 40);
    spots.add(45.50, -73.57, 0, 1);
    spots.add(45.51, -73.58, 2, 2);
    spots.add(19.43, -99.13, 0, 3);
    spots.add(48.85, 2.35, 0, 4);
    EXPECT_EQ(spots.inside(), 3u) << "Paris is outside";
    const std::vector<Spot> found = spots.found();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].count, 2u);
    EXPECT_EQ(found[0].by_layer[0], 1u);
    EXPECT_EQ(found[0].by_layer[2], 1u);
    EXPECT_EQ(found[0].first, (std::vector<std::uint64_t>{1, 2}));
    EXPECT_EQ(found[0].box, (Window{-73.58, 45.50, -73.57, 45.51}));
    EXPECT_EQ(found[1].latitude, 19.43);
    EXPECT_EQ(found[1].longitude, -99.13);
}

RC_GTEST_PROP(MapSpots, no_mark_is_too_near_to_another_and_none_is_lost, ()) {
    Spots spots(america, 40);
    const auto places = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(1000, 6000), rc::gen::inRange(-12000, -6000)));
    for (std::size_t i = 0; i < places.size(); ++i)
        spots.add(places[i].first / 100.0, places[i].second / 100.0, i % most_layers, i);
    RC_ASSERT(spots.inside() == places.size());
    const Frame phone = framed(america.window, 360);
    for (const auto& [found, frame, spacing] :
         {std::tuple(spots.found(), america, 40.0), std::tuple(merged(spots.found(), phone, 28), phone, 28.0)}) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            count += found[i].count;
            for (std::size_t j = 0; j < i; ++j)
                RC_ASSERT(std::hypot(frame.x(found[i].longitude) - frame.x(found[j].longitude),
                                     frame.y(found[i].latitude) - frame.y(found[j].latitude)) >= spacing);
        }
        RC_ASSERT(count == places.size());
    }
}

}  // namespace
}  // namespace comity::insight
