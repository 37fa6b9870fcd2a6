#include "web/pages/terms.hpp"

#include <gtest/gtest.h>

namespace comity::pages {
namespace {

std::optional<base::Date> date(const char* text) { return base::parse_date(text).value(); }

TEST(TermsChart, begins_and_ends_with_whole_years) {
    const insight::BarChart chart =
        terms_chart({{"A", "", date("2001-07-02"), date("2004")}, {"B", "", date("1998"), date("2001-06")}});
    EXPECT_EQ(chart.most, 7);  // 1998 to the end of 2004
    ASSERT_EQ(chart.ticks.size(), 4U);
    EXPECT_EQ(chart.ticks.front().label, "1998");
    EXPECT_EQ(chart.ticks.back().label, "2004");
    EXPECT_NEAR(*chart.bars[0].from, 3.5, 0.01);
    EXPECT_NEAR(*chart.bars[0].to, 7, 0.01);
    EXPECT_NEAR(*chart.bars[1].from, 0, 0.01);
}

TEST(TermsChart, is_open_to_the_right_where_no_end_is_known_and_draws_nothing_without_a_beginning) {
    const insight::BarChart chart = terms_chart({{"A", "", date("2020"), {}}, {"B", "not known", {}, date("2021")}});
    EXPECT_EQ(chart.bars[0].look, insight::Bar::Look::range);
    EXPECT_FALSE(chart.bars[0].to);
    EXPECT_EQ(chart.bars[1].look, insight::Bar::Look::none);
    EXPECT_EQ(chart.bars[1].note, "not known");
    EXPECT_TRUE(terms_chart({{"A", "", {}, {}}}).bars.empty());
}

TEST(Terms, stand_newest_first_and_those_without_a_first_day_last) {
    const auto term = [](const char* id, std::optional<base::Date> start) {
        council::OfficeTerm made;
        made.id = id;
        made.start_date = start;
        return made;
    };
    const auto sorted = sorted_terms({term("old", date("1994")), term("unknown", {}), term("new", date("2020-05"))});
    EXPECT_EQ(sorted[0].id, "new");
    EXPECT_EQ(sorted[1].id, "old");
    EXPECT_EQ(sorted[2].id, "unknown");
}

}  // namespace
}  // namespace comity::pages
