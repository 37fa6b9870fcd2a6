// Time in abeyance: what stands still, from when to when, and what is said of it.
#include <gtest/gtest.h>

#include "files_only.hpp"
#include "law/evaluation_json.hpp"

namespace comity::law {
namespace {

using namespace files_only;

// An investigation that can be held while the sides look for a settlement, as the World Bank's Inspection Panel does.
Mechanisms panel(std::string_view limit_keys) {
    const std::string head =
        mechanism(event("id = \"begun\"") + event("id = \"held\"\nsuspends = [\"investigation\", \"hearing\"]") +
                  event("id = \"taken_up\"\nresumes = [\"investigation\", \"hearing\"]") + event("id = \"reported\"") +
                  event("id = \"answered\"\nends = \"done\"") +
                  table("step",
                        "id = \"investigation\"\nactor = \"office\"\nstage = \"open\"\nopened_by = [\"begun\"]\nclosed_by = "
                        "[\"reported\"]") +
                  table("step",
                        "id = \"hearing\"\nactor = \"minister\"\nstage = \"open\"\nopened_by = [\"reported\"]\nclosed_by = "
                        "[\"answered\"]"));
    return law(head,
               {version("first", limit("step = \"investigation\"\nstrength = \"hard\"\n" + std::string(limit_keys)) +
                                     limit("step = \"hearing\"\nstrength = \"hard\"\nnumber = 10\nunit = \"calendar\""))},
               {calendar("washington")});
}

const std::string sixty_days = "number = 60\nunit = \"calendar\"";
const std::string business_days = "number = 21\nunit = \"working\"\ncalendar = \"washington\"";

struct Asked {
    Mechanisms law;
    std::vector<Event> events;
    Evaluation evaluation;
    Asked(const std::string& limit_keys, const std::vector<Told>& told, std::string_view on)
        : law(panel(limit_keys)), events(files_only::events(told)), evaluation(evaluate(law.list[0], events, day(on))) {}
    const Clock& clock(std::string_view step = "investigation") const { return files_only::clock(evaluation, step); }
};

}  // namespace

TEST(Abeyance, pushes_a_sum_of_calendar_days_by_its_days) {
    // 60 days from 1 March end on 30 April; 11 March still counts, 20 May does not: 70 days.
    const Asked asked(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"taken_up", "2021-05-20"}}, "2021-06-01");
    EXPECT_EQ(told(asked.clock().due), "2021-07-09");
    EXPECT_EQ(asked.clock().state, ClockState::open);
    EXPECT_EQ(asked.clock().confidence, Confidence::verified);
}

TEST(Abeyance, leaves_only_the_days_outside_it_to_a_sum_of_working_days) {
    // 8 working days up to Thursday 11 March, the other 13 from Friday 21 May on.
    const Asked asked(business_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"taken_up", "2021-05-20"}}, "2021-06-01");
    EXPECT_EQ(told(asked.clock().due), "2021-06-08");
    for (const SkippedDay& skipped : skipped_days(asked.clock()))
        EXPECT_FALSE(day("2021-03-12") <= skipped.day && skipped.day <= day("2021-05-20")) << base::to_string(skipped.day);
    EXPECT_FALSE(stands_still(asked.clock(), day("2021-03-11")));
    EXPECT_TRUE(stands_still(asked.clock(), day("2021-03-12")));
    EXPECT_TRUE(stands_still(asked.clock(), day("2021-05-20")));
    EXPECT_FALSE(stands_still(asked.clock(), day("2021-05-21")));
}

TEST(Abeyance, pushes_a_sum_of_months_by_its_days) {
    const Asked asked("number = 6\nunit = \"month\"",
                      {{"begun", "2021-01-15"}, {"held", "2021-02-01"}, {"taken_up", "2021-03-01"}}, "2021-06-01");
    EXPECT_EQ(told(asked.clock().due), "2021-08-12");
}

TEST(Abeyance, can_come_several_times) {
    const Asked asked(sixty_days,
                      {{"begun", "2021-03-01"},
                       {"held", "2021-03-11"},
                       {"taken_up", "2021-03-21"},
                       {"held", "2021-04-01"},
                       {"taken_up", "2021-04-06"}},
                      "2021-05-01");
    EXPECT_EQ(told(asked.clock().due), "2021-05-15");
    EXPECT_EQ(asked.clock().suspensions.size(), 2U);
}

TEST(Abeyance, has_no_due_date_while_it_lasts) {
    const Asked asked(business_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}}, "2025-01-01");
    EXPECT_EQ(asked.clock().state, ClockState::suspended);
    EXPECT_EQ(asked.clock().missing, Missing::in_abeyance);
    EXPECT_EQ(told(asked.clock().due), "none");
    EXPECT_TRUE(asked.evaluation.turns.empty());
    EXPECT_EQ(asked.evaluation.stage->id, "open");
    EXPECT_TRUE(asked.evaluation.findings.empty());
}

TEST(Abeyance, that_nothing_began_cannot_end) {
    const Asked asked(sixty_days, {{"begun", "2021-03-01"}, {"taken_up", "2021-03-11"}}, "2021-04-01");
    EXPECT_TRUE(found(asked.evaluation, FindingCode::resumed_without_suspension));
    EXPECT_EQ(told(asked.clock().due), "2021-04-30");
    const Asked twice(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"held", "2021-03-12"}}, "2021-04-01");
    EXPECT_TRUE(found(twice.evaluation, FindingCode::already_suspended));
    EXPECT_EQ(twice.clock().suspensions.size(), 1U);
}

TEST(Abeyance, comes_too_late_on_the_last_day) {
    const Asked last(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-04-30"}, {"taken_up", "2021-06-30"}}, "2021-07-01");
    EXPECT_EQ(told(last.clock().due), "2021-04-30");
    EXPECT_EQ(last.clock().state, ClockState::late);
    const Asked before(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-04-29"}, {"taken_up", "2021-06-30"}}, "2021-07-01");
    EXPECT_EQ(told(before.clock().due), "2021-07-01");
    const Asked lasting(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-05-03"}}, "2021-07-01");
    EXPECT_EQ(lasting.clock().state, ClockState::late);
}

TEST(Abeyance, lets_nothing_fall_due_in_it) {
    // 26 June is a Saturday and would roll to Monday the 28th, a day in abeyance: 2 July is resumed, a Friday, not counted.
    const Asked asked(sixty_days + "\nroll = \"next-working-day\"\ncalendar = \"washington\"",
                      {{"begun", "2021-04-27"}, {"held", "2021-06-27"}, {"taken_up", "2021-07-02"}}, "2021-07-03");
    EXPECT_EQ(told(asked.clock().raw_last_day), "2021-06-26");
    EXPECT_EQ(told(asked.clock().due), "2021-07-05");
}

TEST(Abeyance, holds_a_step_that_opens_in_it) {
    const Asked asked(sixty_days,
                      {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"reported", "2021-03-20"}, {"taken_up", "2021-04-01"}},
                      "2021-04-05");
    EXPECT_EQ(asked.clock().state, ClockState::met);  // what stands still can be met, but not too late
    EXPECT_EQ(told(asked.clock("hearing").due), "2021-04-11");
}

TEST(Abeyance, on_one_day_ends_before_another_begins) {
    const Asked asked(sixty_days,
                      {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"held", "2021-03-21"}, {"taken_up", "2021-03-21"}},
                      "2021-04-05");
    EXPECT_EQ(asked.clock().suspensions.size(), 2U);
    EXPECT_EQ(asked.clock().state, ClockState::suspended);
    EXPECT_TRUE(asked.evaluation.findings.empty());
}

TEST(Abeyance, whose_day_is_not_known_gives_bounds) {
    const Asked asked(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"taken_up", "2021-04"}}, "2021-06-20");
    EXPECT_EQ(asked.clock().missing, Missing::abeyance_day);
    EXPECT_EQ(told(asked.clock().due), "none");
    EXPECT_EQ(told(asked.clock().earliest_due), "2021-05-21");
    EXPECT_EQ(told(asked.clock().latest_due), "2021-06-19");
    EXPECT_EQ(asked.clock().state, ClockState::late);
    const Asked undated(sixty_days, {{"begun", "2021-03-01"}, {"held", ""}, {"taken_up", "2021-04-01"}}, "2021-06-20");
    EXPECT_EQ(told(undated.clock().due), "none");
}

TEST(Abeyance, of_one_addressee_is_not_of_another) {
    const Asked asked(sixty_days, {{"begun", "2021-03-01", "CAN"}, {"begun", "2021-03-02", "MEX"}, {"held", "2021-03-11", "CAN"}},
                      "2021-04-01");
    EXPECT_EQ(clock(asked.evaluation, "investigation", "CAN").state, ClockState::suspended);
    EXPECT_EQ(told(clock(asked.evaluation, "investigation", "MEX").due), "2021-05-01");
    ASSERT_EQ(asked.evaluation.turns.size(), 1U);
}

TEST(Abeyance, stands_in_the_proof) {
    const Asked asked(sixty_days, {{"begun", "2021-03-01"}, {"held", "2021-03-11"}, {"taken_up", "2021-05-20"}}, "2021-06-01");
    std::string json;
    base::JsonWriter writer(json);
    write_json(writer, asked.evaluation, asked.events, day("2021-06-01"));
    EXPECT_NE(json.find(R"("suspensions":[{"by":{"type":"held","date":"2021-03-11","event":1},)"
                        R"("until":{"type":"taken_up","date":"2021-05-20","event":2},"days":70}])"),
              std::string::npos)
        << json;
    EXPECT_NE(json.find(R"("confidence":"verified")"), std::string::npos) << json;
}

}  // namespace comity::law
