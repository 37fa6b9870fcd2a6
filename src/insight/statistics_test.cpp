#include "insight/statistics.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

// What these functions give on many sets is compared with R in tests/insight. Here: values of the literature, and what must hold
// of any set.
namespace comity::insight {
namespace {

// Weeks of remission under 6-mercaptopurine (Freireich and others, 1963), the example of most textbooks.
const std::vector<Observation> remission{{6, 1},  {6, 1},  {6, 1},  {6, 0},  {7, 1},  {9, 0},  {10, 1},
                                         {10, 0}, {11, 0}, {13, 1}, {16, 1}, {17, 0}, {19, 0}, {20, 0},
                                         {22, 1}, {23, 1}, {25, 0}, {32, 0}, {32, 0}, {34, 0}, {35, 0}};

std::vector<Observation> any_observations(int ends) {
    std::vector<Observation> observed(*rc::gen::inRange<std::size_t>(0, 40));
    const int longest = *rc::gen::elementOf(std::vector<int>{1, 8, 3000});
    for (Observation& one : observed) one = {*rc::gen::inRange(0, longest), *rc::gen::inRange(0, ends + 1)};
    return observed;
}

TEST(KaplanMeier, gives_the_textbook_its_values) {
    const auto curve = kaplan_meier(remission);
    EXPECT_NEAR(at(curve, 6)->estimate, 0.8571, 5e-5);
    EXPECT_NEAR(at(curve, 12)->estimate, 0.7529, 5e-5);
    EXPECT_NEAR(at(curve, 23)->estimate, 0.4482, 5e-5);
    EXPECT_NEAR(at(curve, 23)->std_error.value(), 0.1346, 5e-5);
    EXPECT_EQ(at(curve, 5), nullptr);
    EXPECT_EQ(quantile(curve, 0.5), 23);
    EXPECT_EQ(quantile(curve, 0.9), std::nullopt);
}

TEST(KaplanMeier, has_no_band_where_nothing_has_ended_or_everything_has) {
    const auto curve = kaplan_meier(std::vector<Observation>{{3, 0}, {5, 1}, {9, 1}});
    ASSERT_EQ(curve.size(), 3U);
    EXPECT_EQ(curve[0].lower, std::nullopt);
    EXPECT_EQ(curve[0].std_error, 0);
    EXPECT_TRUE(curve[1].lower && curve[1].upper);
    EXPECT_EQ(curve[2].estimate, 0);
    EXPECT_EQ(curve[2].std_error, std::nullopt);
}

TEST(KaplanMeier, of_nothing_is_nothing) {
    EXPECT_TRUE(kaplan_meier({}).empty());
    EXPECT_TRUE(cumulative_incidence({}, 1).empty());
    EXPECT_EQ(quantile({}, 0.5), std::nullopt);
}

TEST(Quantile, of_cases_that_all_ended_is_that_of_the_sample) {
    const auto curve = kaplan_meier(std::vector<Observation>{{10, 1}, {20, 1}, {40, 1}, {70, 1}});
    EXPECT_EQ(quantile(curve, 0.5), 30);  // between the second and the third
    EXPECT_EQ(quantile(curve, 0.25), 15);
}

TEST(Wilson, without_cases_says_nothing) {
    const Share share = wilson(0, 0);
    EXPECT_EQ(share.share, std::nullopt);
    EXPECT_EQ(share.lower, 0);
    EXPECT_EQ(share.upper, 1);
}

TEST(Wilson, gives_the_values_of_newcombe) {  // Newcombe 1998, table I, method 3
    EXPECT_NEAR(wilson(81, 263).lower, 0.2553, 5e-5);
    EXPECT_NEAR(wilson(81, 263).upper, 0.3662, 5e-5);
    EXPECT_NEAR(wilson(15, 148).lower, 0.0624, 5e-5);
    EXPECT_NEAR(wilson(0, 20).upper, 0.1611, 5e-5);
    EXPECT_EQ(wilson(0, 20).lower, 0);
}

RC_GTEST_PROP(KaplanMeier, falls_within_its_band_and_counts_everyone_once, ()) {
    const auto observed = any_observations(3);
    const auto curve = kaplan_meier(observed);
    double before = 1;
    std::size_t counted = 0;
    for (const CurveStep& step : curve) {
        RC_ASSERT(step.estimate <= before && step.estimate >= 0);
        if (step.lower)
            RC_ASSERT(*step.lower <= step.estimate && step.estimate <= *step.upper && *step.lower >= 0 && *step.upper <= 1);
        before = step.estimate;
        counted += step.ended + step.censored;
    }
    RC_ASSERT(counted == observed.size());
}

RC_GTEST_PROP(CumulativeIncidence, of_all_ends_and_of_what_still_runs_is_the_whole, ()) {
    const auto observed = any_observations(3);
    const auto running = kaplan_meier(observed);
    const auto one = cumulative_incidence(observed, 1), two = cumulative_incidence(observed, 2),
               three = cumulative_incidence(observed, 3);
    for (std::size_t i = 0; i < running.size(); ++i)
        RC_ASSERT(std::abs(one[i].estimate + two[i].estimate + three[i].estimate + running[i].estimate - 1) < 1e-12);
}

RC_GTEST_PROP(CumulativeIncidence, of_the_only_end_is_what_kaplan_and_meier_leave, ()) {
    const auto observed = any_observations(1);
    const auto running = kaplan_meier(observed), ended = cumulative_incidence(observed, 1);
    for (std::size_t i = 0; i < running.size(); ++i) {
        RC_ASSERT(std::abs(running[i].estimate + ended[i].estimate - 1) < 1e-12);
        if (running[i].std_error) RC_ASSERT(std::abs(*running[i].std_error - *ended[i].std_error) < 1e-12);
    }
}

}  // namespace
}  // namespace comity::insight
