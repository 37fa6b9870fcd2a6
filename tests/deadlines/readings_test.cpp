// Where the law leaves a choice: rules that conflict, months that end on no day; and clocks that differ by addressee.
#include <gtest/gtest.h>

#include "files_only.hpp"
#include "law/evaluation_json.hpp"

namespace comity::law {
namespace {

using namespace files_only;

std::string one_step() {
    return mechanism(
        event("id = \"opened\"") + event("id = \"answered\"\nends = \"done\"") +
        table("step",
              "id = \"answer\"\nactor = \"minister\"\nstage = \"open\"\nopened_by = [\"opened\"]\nclosed_by = [\"answered\"]"));
}

std::string days(int number, std::string_view more = "") {
    return limit("step = \"answer\"\nnumber = " + std::to_string(number) + "\nunit = \"calendar\"\nstrength = \"hard\"\n" +
                 std::string(more));
}

}  // namespace

TEST(Rules, that_conflict_are_both_shown_and_none_is_chosen) {
    const Mechanisms both = law(one_step(), {version("first", days(30)), version("second", days(45), "2010-01-01")});
    const auto told_events = events({{"opened", "2021-03-01"}});
    const auto on = [&](std::string_view on_day) { return evaluate(both.list[0], told_events, day(on_day)); };
    const Evaluation between = on("2021-04-10");
    const Clock& clock = files_only::clock(between, "answer");
    EXPECT_EQ(clock.missing, Missing::conflicting_rules);
    EXPECT_EQ(clock.limit, nullptr);
    EXPECT_EQ(told(clock.due), "none");
    ASSERT_EQ(clock.readings.size(), 2U);
    EXPECT_EQ(clock.readings[0].version->id + " " + told(clock.readings[0].due), "first 2021-03-31");
    EXPECT_EQ(clock.readings[1].version->id + " " + told(clock.readings[1].due), "second 2021-04-15");
    EXPECT_TRUE(found(between, FindingCode::conflicting_rules));
    EXPECT_EQ(clock.state, ClockState::untimed);  // late under one reading only
    EXPECT_EQ(files_only::clock(on("2021-03-20"), "answer").state, ClockState::open);
    EXPECT_EQ(files_only::clock(on("2021-05-01"), "answer").state, ClockState::late);
    std::string json;
    base::JsonWriter writer(json);
    write_json(writer, between, told_events, day("2021-04-10"));
    EXPECT_NE(json.find(R"("missing":"conflicting-rules","readings":[{"version":"first","provision":"Art. 1")"),
              std::string::npos)
        << json;
    EXPECT_NE(json.find(R"("due":"2021-04-15"})"), std::string::npos) << json;
}

TEST(Rules, that_give_way_do_not_conflict) {
    const Mechanisms one = law(one_step(), {version("first", days(30)), version("second", days(45), "2010-01-01"),
                                            version("third", days(10, "replaces = [\"first\", \"second\"]\n"), "2015-01-01")});
    const auto due = [&](std::string_view opened) {
        return clock(evaluate(one.list[0], events({{"opened", opened}}), day(opened)), "answer");
    };
    EXPECT_EQ(told(due("2005-01-01").due), "2005-01-31");
    EXPECT_EQ(due("2012-01-01").missing, Missing::conflicting_rules);
    EXPECT_EQ(told(due("2021-01-01").due), "2021-01-11");
}

TEST(Months, end_as_the_law_says_or_on_either_day) {
    const auto due = [](std::string_view month_end) {
        const Mechanisms months =
            law(one_step(), {version("first", limit("step = \"answer\"\nnumber = 1\nunit = \"month\"\nstrength = \"hard\"\n" +
                                                    std::string(month_end)))});
        return clock(evaluate(months.list[0], events({{"opened", "2021-01-31"}}), day("2021-02-01")), "answer");
    };
    EXPECT_EQ(told(due("month_end = \"last-day\"").due), "2021-02-28");
    EXPECT_EQ(told(due("month_end = \"next-day\"").due), "2021-03-01");
    const Clock silent = due("");
    EXPECT_EQ(silent.missing, Missing::month_reading);
    EXPECT_EQ(told(silent.due), "none");
    EXPECT_EQ(told(silent.earliest_due) + " " + told(silent.latest_due), "2021-02-28 2021-03-01");
}

TEST(Calendars, are_those_of_the_clock_s_party) {
    const std::string thursday = table("day_off", "id = \"feast\"\nfalls = \"one-day\"\ndate = 2021-07-01");
    const Mechanisms by_party =
        law(one_step(),
            {version("first", limit("step = \"answer\"\nnumber = 2\nunit = \"working\"\nstrength = \"hard\"\ncalendar = "
                                    "\"common\"\ncalendars = { CAN = \"ottawa\" }"))},
            {calendar("common"), calendar("ottawa", thursday)});
    const Evaluation evaluation =
        evaluate(by_party.list[0], events({{"opened", "2021-06-30", "CAN"}, {"opened", "2021-06-30", "MEX"}}), day("2021-07-01"));
    EXPECT_EQ(told(clock(evaluation, "answer", "CAN").due), "2021-07-05");
    EXPECT_EQ(told(clock(evaluation, "answer", "MEX").due), "2021-07-02");
    EXPECT_EQ(clock(evaluation, "answer", "CAN").calendar->id(), "ottawa");
    ASSERT_EQ(skipped_days(clock(evaluation, "answer", "CAN")).size(), 3U);
}

// Auditor General Act, s. 22: forwarded within 15 days of receipt, acknowledged within 15 and answered within 120 days of the day
// on which each Minister receives it.
TEST(Petitions, give_each_minister_a_clock_of_its_own) {
    const auto step = [](std::string_view id, std::string_view actor, std::string_view opens, std::string_view closes,
                         bool side) {
        return table("step", "id = \"" + std::string(id) + "\"\nactor = \"" + std::string(actor) +
                                 "\"\nstage = \"open\"\nopened_by = [\"" + std::string(opens) + "\"]\nclosed_by = [\"" +
                                 std::string(closes) + "\"]\n" + (side ? "track = \"side\"" : ""));
    };
    const auto calendar_days = [](std::string_view id, int number, std::string_view more) {
        return limit("step = \"" + std::string(id) + "\"\nnumber = " + std::to_string(number) +
                     "\nunit = \"calendar\"\nstrength = \"hard\"") +
               std::string(more);
    };
    const std::string extension = "[limit.extension]\non_notice = \"prolonged\"\nby = \"minister\"\n" + std::string(cited);
    const Mechanisms canada =
        law(mechanism(event("id = \"filed\"") + event("id = \"forwarded\"") + event("id = \"acknowledged\"") +
                      event("id = \"prolonged\"") + event("id = \"answered\"\nends = \"done\"") +
                      step("forwarding", "office", "filed", "forwarded", false) +
                      step("acknowledgement", "minister", "forwarded", "acknowledged", true) +
                      step("reply", "minister", "forwarded", "answered", false)),
            {version("act", calendar_days("forwarding", 15, "") + calendar_days("acknowledgement", 15, "") +
                                calendar_days("reply", 120, extension))});
    const auto petition = events({{"filed", "2017-01-03"},
                                  {"forwarded", "2017-01-16", "ENV"},
                                  {"forwarded", "2017-01-18", "HEALTH"},
                                  {"forwarded", "2017-01-17", "FISHERIES"},
                                  {"acknowledged", "2017-01-30", "ENV"},
                                  {"acknowledged", "2017-02-06", "HEALTH"},
                                  {"prolonged", "2017-05-01", "HEALTH", "minister"},
                                  {"answered", "2017-05-16", "ENV"},
                                  {"answered", "2017-09-01", "HEALTH"}});
    const Evaluation evaluation = evaluate(canada.list[0], petition, day("2017-06-30"));
    EXPECT_EQ(told(clock(evaluation, "forwarding").due), "2017-01-18");
    EXPECT_EQ(clock(evaluation, "forwarding").state, ClockState::met);
    EXPECT_EQ(told(clock(evaluation, "acknowledgement", "ENV").due), "2017-01-31");
    EXPECT_EQ(clock(evaluation, "acknowledgement", "ENV").state, ClockState::met);
    EXPECT_EQ(told(clock(evaluation, "acknowledgement", "HEALTH").due), "2017-02-02");
    EXPECT_EQ(clock(evaluation, "acknowledgement", "HEALTH").state, ClockState::met_late);
    EXPECT_EQ(clock(evaluation, "acknowledgement", "FISHERIES").state, ClockState::late);
    EXPECT_EQ(told(clock(evaluation, "reply", "ENV").due), "2017-05-16");
    EXPECT_EQ(clock(evaluation, "reply", "ENV").state, ClockState::met);
    EXPECT_EQ(clock(evaluation, "reply", "HEALTH").missing, Missing::no_upper_limit);
    EXPECT_EQ(clock(evaluation, "reply", "HEALTH").state, ClockState::untimed);
    EXPECT_EQ(told(clock(evaluation, "reply", "FISHERIES").due), "2017-05-17");
    EXPECT_EQ(clock(evaluation, "reply", "FISHERIES").state, ClockState::late);
    // One answer ends nothing for the others.
    EXPECT_FALSE(evaluation.ended);
    EXPECT_EQ(evaluation.turns.size(), 2U);
    auto all_answered = petition;
    all_answered.push_back({.type = "answered", .date = base::parse_date("2017-10-02").value(), .party = "FISHERIES"});
    EXPECT_FALSE(evaluate(canada.list[0], all_answered, day("2017-10-01")).ended);
    EXPECT_TRUE(evaluate(canada.list[0], all_answered, day("2017-10-02")).ended);
}

}  // namespace comity::law
