#include "insight/registry.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "insight/retrospective.hpp"
#include "insight/table.hpp"

// The retrospective of the demonstration body. Statistics as such are compared with R (compare.R); here: that the right cases go
// into them. Two figures were counted out by hand from data/bodies/cec/docket-events.json, and say so.
namespace comity::insight {
namespace {

const base::Day today = std::chrono::year{2026} / 11 / 22;

const Retrospective& found() {
    static const Retrospective made = retrospect(demonstration_docket(), *law::shipped(), today);
    return made;
}

const TimeRow& time_in(std::string_view step, const Group& group = {"all", ""}) {
    const auto at =
        std::ranges::find_if(found().times, [&](const TimeRow& row) { return row.step == step && row.group == group; });
    if (at == found().times.end()) throw std::runtime_error("no such row");
    return *at;
}

TEST(Retrospective, counts_every_submission_once_by_year_and_agreement) {
    std::map<std::string_view, std::size_t> counted;
    for (const CountRow& row : found().counts) counted[row.by] += row.cases.size();
    EXPECT_EQ(found().cases.size(), 105U);
    EXPECT_EQ(counted["year"], 105U);
    EXPECT_EQ(counted["agreement"], 105U);
    EXPECT_EQ(counted["party"], 106U);  // one submission is about Canada and the United States
}

// By hand: the 25 cases with both days on the record took, sorted, 25 41 48 59 60 60 60 62 68 75 84 86 86 88 91 91 98 99 101 102
// 104 104 109 133 151 days; the 13th is 86, the 7th 60, the 19th 101.
TEST(Retrospective, measures_the_responses_that_have_both_days) {
    const TimeRow row = time_in("response");
    EXPECT_EQ(row.done.size(), 25U);
    EXPECT_EQ(row.running.size(), 0U);
    EXPECT_EQ(row.lower_quartile, 60);
    EXPECT_EQ(row.median, 86);
    EXPECT_EQ(row.upper_quartile, 101);
}

// By hand: from the Council's vote to publication 4 19 5 3 0 1 1 1 6 0 5 4 days in 12 cases; sorted 0 0 1 1 1 3 4 4 5 5 6 19, the
// middle between 3 and 4. SEM-11-002's publication has no day, SEM-16-001's only its month, SEM-18-002's vote no day.
TEST(Retrospective, leaves_out_what_lacks_a_day_and_says_why) {
    const TimeRow row = time_in("publication", {"agreement", "naaec"});
    EXPECT_EQ(row.median, 3.5);
    EXPECT_EQ(row.done.size(), 12U);
    ASSERT_EQ(row.left_out.size(), 2U);
    EXPECT_EQ(row.left_out[0].reason, Reason::end_not_to_the_day);
    EXPECT_EQ(row.left_out[0].cases, (Ids{"SEM-11-002", "SEM-16-001"}));
    EXPECT_EQ(row.left_out[1].reason, Reason::opening_not_to_the_day);
    EXPECT_EQ(row.left_out[1].cases, (Ids{"SEM-18-002"}));
}

TEST(Retrospective, follows_cases_from_filing_to_every_end) {
    const Survival& survival = found().survival;
    EXPECT_EQ(survival.cases.size() + count(survival.left_out), 105U);
    EXPECT_EQ(survival.open.size(), 8U);
    EXPECT_EQ(survival.ends.front().end, "any");
    EXPECT_EQ(quantile(survival.ends.front().survival, 0.5), 768);
    std::size_t ended = 0;
    for (const EndCurve& curve : survival.ends)
        if (curve.number) ended += curve.cases.size();
    EXPECT_EQ(ended, survival.ends.front().cases.size());
    EXPECT_EQ(ended + survival.open.size(), survival.cases.size());
}

TEST(Retrospective, hands_every_measured_day_to_one_actor) {
    std::int64_t handed_out = 0, lasted = 0;
    double shares = 0;
    for (const TurnRow& row : found().turns)
        if (row.group == Group{"all", ""}) {
            handed_out += row.days;
            shares += row.share;
        }
    for (const Observation& one : found().survival.observed) lasted += one.days;
    EXPECT_EQ(handed_out, lasted);
    EXPECT_NEAR(shares, 1, 1e-12);
}

TEST(Retrospective, a_funnel_only_narrows_and_everyone_leaves_it_once) {
    std::size_t left = 0, before = found().cases.size();
    for (const FunnelRow& row : found().funnel) {
        EXPECT_LE(row.reached.size(), before) << row.point;
        EXPECT_LE(row.on_record.size(), row.reached.size()) << row.point;
        before = row.reached.size();
        for (const auto& [outcome, cases] : row.ended) left += cases.size();
    }
    EXPECT_EQ(left, found().cases.size());
    EXPECT_EQ(found().funnel.back().reached.size(), 32U);
}

// 2 of 18: Wilson by hand (0.1111 + 0.1067 ± 1.96 · 0.0919) / 1.2134.
TEST(Retrospective, judges_only_clocks_that_can_be_judged) {
    const auto at = std::ranges::find_if(found().clocks,
                                         [](const ClockRow& row) { return row.strength == "hard" && row.step == "response"; });
    ASSERT_NE(at, found().clocks.end());
    EXPECT_EQ(at->met, (Ids{"SEM-12-001", "SEM-21-001"}));
    EXPECT_EQ(at->share.of, 18U);
    EXPECT_NEAR(at->share.lower, 0.031, 5e-4);
    EXPECT_NEAR(at->share.upper, 0.328, 5e-4);
}

TEST(Retrospective, of_a_day_knows_nothing_later) {
    const base::Day day = std::chrono::year{2003} / 6 / 1;
    const Retrospective then = retrospect(found().docket, *law::shipped(), day);
    EXPECT_LT(then.cases.size(), found().cases.size());
    for (const OpenRow& row : then.open) EXPECT_LE(row.known_to, day) << row.id;
    for (const CurveStep& step : then.survival.ends.front().survival)
        EXPECT_LE(step.days, (day - base::Day{std::chrono::year{1995} / 1 / 1}).count());
    ASSERT_EQ(then.comparisons.size(), 2U);
    EXPECT_TRUE(then.comparisons[0].rows.empty()) << "nothing had opened under the guidelines of 2012";
}

TEST(Retrospective, before_the_first_submission_is_empty) {
    const Retrospective nothing = retrospect(found().docket, *law::shipped(), base::Day{std::chrono::year{1994} / 6 / 1});
    EXPECT_TRUE(nothing.cases.empty());
    for (const Figure figure : figures) table(nothing, figure);
}

TEST(Table, has_a_cell_for_each_column) {
    for (const Figure figure : figures) {
        const Table shown = table(found(), figure);
        EXPECT_FALSE(shown.rows.empty()) << code(figure);
        for (const auto& row : shown.rows) ASSERT_EQ(row.size(), shown.columns.size()) << code(figure);
        EXPECT_EQ(figure_from(code(figure)), figure);
    }
}

}  // namespace
}  // namespace comity::insight
