#include "law/course_ahead.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace comity::law {
namespace {

base::Day day(std::string_view text) { return base::parse_day(text).value(); }

const Mechanism& mechanism(std::string_view id) { return *find_mechanism(*shipped(), id); }

int place(const Mechanism& of, std::string_view step) { return static_cast<int>(find_step(of, step) - of.steps.data()); }

const ClockAhead* found(const CourseAhead& ahead, std::string_view step) {
    const auto at = std::ranges::find_if(ahead.clocks, [&](const ClockAhead& c) { return c.clock.step->id == step; });
    return at == ahead.clocks.end() ? nullptr : &*at;
}

const ClockAhead& at(const CourseAhead& ahead, std::string_view step) {
    const ClockAhead* clock = found(ahead, step);
    if (!clock) throw std::runtime_error("no clock of " + std::string(step));
    return *clock;
}

Opening opening(std::string_view of, std::string_view step, std::string_view event, std::string_view on) {
    return {.step = place(mechanism(of), step), .event = event, .day = day(on)};
}

}  // namespace

TEST(CourseAhead, takes_each_step_to_end_on_its_due_day) {
    const CourseAhead ahead = course_ahead(mechanism("usmca"), opening("usmca", "response", "response_requested", "2021-04-27"));
    EXPECT_EQ(at(ahead, "response").clock.due, day("2021-06-28"));
    EXPECT_EQ(at(ahead, "response").ends_by, EndsBy::due);
    EXPECT_EQ(at(ahead, "consideration").clock.opened_by.date, base::Date(day("2021-06-28")));
    EXPECT_EQ(at(ahead, "consideration").clock.due, day("2021-08-27"));
    EXPECT_EQ(ahead.clocks.front().ways.size(), 0U);
    EXPECT_FALSE(found(ahead, "review"));
    for (const ClockAhead& clock : ahead.clocks) EXPECT_FALSE(clock.clock.days_late) << clock.clock.step->id;
}

TEST(CourseAhead, goes_on_from_the_real_day_where_there_is_one) {
    Opening asked = opening("usmca", "response", "response_requested", "2021-04-27");
    asked.ends = {{place(mechanism("usmca"), "response"), day("2021-06-30")}};
    const CourseAhead ahead = course_ahead(mechanism("usmca"), asked);
    EXPECT_EQ(at(ahead, "response").clock.state, ClockState::met_late);
    EXPECT_EQ(at(ahead, "response").clock.days_late, 2);
    EXPECT_EQ(at(ahead, "response").clock.met_by->type, "response_received");
    EXPECT_EQ(at(ahead, "consideration").clock.opened_by.date, base::Date(day("2021-06-30")));
    for (const Way& way : at(ahead, "consideration").ways) EXPECT_NE(way.event, "expiry");
}

TEST(CourseAhead, opens_without_a_date_what_follows_a_step_without_a_time_limit) {
    Opening asked = opening("usmca", "vote", "factual_record_recommended", "2021-08-27");
    EXPECT_EQ(at(course_ahead(mechanism("usmca"), asked), "draft").clock.missing, Missing::opening_date);
    asked.ends = {{place(mechanism("usmca"), "vote"), day("2022-01-10")}};
    const CourseAhead ahead = course_ahead(mechanism("usmca"), asked);
    EXPECT_EQ(at(ahead, "draft").clock.due, day("2022-05-10"));
    EXPECT_EQ(at(ahead, "vote").clock.met_by->type, "") << "which of three events it was is not said";
    EXPECT_EQ(at(ahead, "deferral").ends_by, EndsBy::unknown);
}

TEST(CourseAhead, follows_the_way_that_opens_a_step_last_and_names_the_others) {
    Opening asked = opening("naaec", "review", "filed", "2013-03-04");
    const CourseAhead undated = course_ahead(mechanism("naaec"), asked);
    const auto from = [](const CourseAhead& ahead, std::size_t way) {
        return ahead.clocks[at(ahead, "response").ways.at(way).from].clock.step->id;
    };
    EXPECT_EQ(from(undated, 0), "review");
    EXPECT_EQ(from(undated, 1), "merits");
    EXPECT_FALSE(at(undated, "response").ways[1].day) << "the merits have no time limit";
    asked.ends = {{place(mechanism("naaec"), "merits"), day("2013-06-03")}};
    const CourseAhead dated = course_ahead(mechanism("naaec"), asked);
    EXPECT_EQ(from(dated, 0), "merits");
    EXPECT_EQ(from(dated, 1), "review");
    EXPECT_EQ(at(dated, "response").clock.opened_by.date, base::Date(day("2013-06-03")));
}

TEST(CourseAhead, names_ways_back_and_does_not_follow_them) {
    const CourseAhead ahead = course_ahead(mechanism("naaec"), opening("naaec", "revision", "criteria_not_met", "2013-03-04"));
    ASSERT_EQ(ahead.clocks.size(), 1U);
    const auto& onward = ahead.clocks.front().onward;
    ASSERT_EQ(onward.size(), 2U);
    EXPECT_EQ(onward[0].opens, std::vector<int>{place(mechanism("naaec"), "review")});
    EXPECT_EQ(onward[1].event, "expiry");
    EXPECT_EQ(mechanism("naaec").outcomes[static_cast<std::size_t>(onward[1].outcome)].id, "criteria_not_met");
}

TEST(CourseAhead, counts_the_longer_time_where_notice_of_it_was_given) {
    Opening asked = opening("naaec", "response", "response_requested", "2013-03-04");
    const auto without = course_ahead(mechanism("naaec"), asked);
    asked.extended = {asked.step, place(mechanism("naaec"), "consideration")};
    const auto with = course_ahead(mechanism("naaec"), asked);
    EXPECT_TRUE(at(with, "response").clock.extended);
    EXPECT_GT(at(with, "response").clock.due, at(without, "response").clock.due);
    EXPECT_GT(at(with, "consideration").clock.due, at(without, "consideration").clock.due);
    EXPECT_EQ(with.unused, std::vector<int>{place(mechanism("naaec"), "consideration")}) << "no such extension exists";
}

TEST(CourseAhead, does_not_use_a_day_before_the_opening_nor_one_of_a_step_that_it_does_not_reach) {
    Opening asked = opening("usmca", "response", "response_requested", "2021-04-27");
    asked.ends = {{asked.step, day("2021-04-26")}, {place(mechanism("usmca"), "review"), day("2021-04-27")}};
    const CourseAhead ahead = course_ahead(mechanism("usmca"), asked);
    EXPECT_TRUE(ahead.clocks.front().ends_too_early);
    EXPECT_EQ(ahead.clocks.front().ends_by, EndsBy::due);
    EXPECT_EQ(ahead.unused, std::vector<int>{place(mechanism("usmca"), "review")});
}

TEST(CourseAhead, picks_the_rule_of_the_filing_and_of_each_opening) {
    Opening asked = opening("naaec", "response", "response_requested", "2012-07-10");
    asked.filed = day("2011-01-10");
    const CourseAhead before = course_ahead(mechanism("naaec"), asked);
    asked.day = day("2012-07-11");
    const CourseAhead after = course_ahead(mechanism("naaec"), asked);
    EXPECT_NE(at(before, "vote").clock.version, nullptr);
    EXPECT_EQ(at(after, "consideration").clock.version->id, "guidelines-2012");
    EXPECT_TRUE(depends_on_opener(mechanism("naaec"), *find_step(mechanism("naaec"), "review")));
    EXPECT_FALSE(depends_on_opener(mechanism("naaec"), *find_step(mechanism("naaec"), "response")));
}

TEST(CourseAhead, is_what_the_engine_says_of_a_case_to_which_it_happened) {
    const CourseAhead ahead = course_ahead(mechanism("usmca"), opening("usmca", "review", "filed", "2024-05-30"));
    const base::Date requested = *at(ahead, "response").clock.opened_by.date,
                     answered = *at(ahead, "consideration").clock.opened_by.date;
    const std::vector<Event> events{{.type = "filed", .date = base::Date(day("2024-05-30"))},
                                    {.type = "response_requested", .date = requested},
                                    {.type = "response_received", .date = answered}};
    const Evaluation evaluation = evaluate(mechanism("usmca"), events, answered.first());
    EXPECT_EQ(evaluation.clocks.back().step->id, "consideration");
    EXPECT_EQ(evaluation.clocks.back().due, at(ahead, "consideration").clock.due);
    EXPECT_EQ(evaluation.clocks.back().limit, at(ahead, "consideration").clock.limit);
}

TEST(CourseAhead, never_goes_back_in_time_and_has_each_step_once) {
    EXPECT_TRUE(rc::check("forward", [] {
        const auto& list = shipped()->list;
        const Mechanism& of = list[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(list.size())))];
        const int step = *rc::gen::inRange(0, static_cast<int>(of.steps.size()));
        const Step& first = of.steps[static_cast<std::size_t>(step)];
        const std::string_view event =
            first.opens.empty() ? std::string_view("expiry") : of.event_types[static_cast<std::size_t>(first.opens.front())].id;
        const CourseAhead ahead = course_ahead(
            of, {.step = step, .event = event, .day = day("1996-01-01") + std::chrono::days{*rc::gen::inRange(0, 14000)}});
        const Step* before = nullptr;
        for (const ClockAhead& clock : ahead.clocks) {
            RC_ASSERT(!before || before < clock.clock.step);
            before = clock.clock.step;
            if (clock.ends) RC_ASSERT(*clock.ends >= clock.clock.opened_by.date->first());
            for (const Way& way : clock.ways)
                if (way.day) RC_ASSERT(base::Date(*way.day) <= *clock.clock.opened_by.date);
        }
    }));
}

}  // namespace comity::law
