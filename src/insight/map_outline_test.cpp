#include "insight/map_outline.hpp"

#include <gtest/gtest.h>

#include <set>

namespace comity::insight {
namespace {

std::set<std::string_view> countries_in(const Window& window) {
    std::set<std::string_view> found;
    for (const MapOutline& outline : outlines(framed(fitted(window), 960))) found.insert(outline.country);
    return found;
}

TEST(MapOutline, has_the_countries_of_a_window) {
    EXPECT_EQ(countries_in({-58.5, -34.8, -56, -33}), (std::set<std::string_view>{"ARG", "URY"}));
    EXPECT_TRUE(countries_in({-5, 42, 8, 51}).contains("FRA"));
    EXPECT_TRUE(countries_in({170, -20, 195, -10}).contains("WSM")) << "Samoa, beyond the 180th meridian";
    EXPECT_GT(countries_in(whole_world).size(), 160u) << "all but the smallest islands";
    EXPECT_TRUE(countries_in({-40, 30, -35, 33}).empty()) << "the Atlantic";
}

TEST(MapOutline, cuts_off_what_is_outside) {
    // In the middle of Canada, land is all there is.
    const auto found = outlines(framed(fitted({-105, 53, -104, 53.6}), 960));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].country, "CAN");
    EXPECT_LT(found[0].path.size(), 60u);
}

TEST(MapOutline, finds_the_land_of_countries) {
    const auto america = land_of({"CAN", "MEX", "USA"});
    ASSERT_TRUE(america);
    EXPECT_NEAR(america->south, 14.5, 1);
    EXPECT_NEAR(america->west, -168, 2) << "with Alaska, without the islands";
    EXPECT_NEAR(america->east, -55, 2);
    EXPECT_FALSE(land_of({"ZZZ"}));
}

}  // namespace
}  // namespace comity::insight
