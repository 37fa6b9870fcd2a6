// The odd rules of procedure that are about clocks: one test each, by the number it has in the list of what an engine must
// support, with the case that shows it. What no shipped mechanism has is said by files that only the test knows.
#include <gtest/gtest.h>

#include <algorithm>

#include "files_only.hpp"

namespace comity::law {
namespace {

using namespace files_only;

const Mechanism& shipped_as(std::string_view id) { return *find_mechanism(*shipped(), id); }

Evaluation asked(std::string_view id, const std::vector<Event>& events, std::string_view on) {
    return evaluate(shipped_as(id), events, day(on));
}

// One step from "opened" to "answered" under these limits.
std::string one_step(std::string_view more = "") {
    return mechanism(
        event("id = \"opened\"") + event("id = \"answered\"\nends = \"done\"") + event("id = \"prolonged\"") +
        table("step",
              "id = \"answer\"\nactor = \"minister\"\nstage = \"open\"\nopened_by = [\"opened\"]\nclosed_by = [\"answered\"]") +
        std::string(more));
}

}  // namespace

// SEM-04-005, filed in 2004: the treaty by the filing, the guidelines of 2012 for the comments that opened in 2013.
TEST(OddRules, r01_two_version_axes) {
    const auto of_2004 = events({{"filed", "2004-09-20"},
                                 {"response_requested", "2005-02-24"},
                                 {"response_received", "2005-04-25"},
                                 {"factual_record_recommended", "2005-12-05"},
                                 {"council_instructed_factual_record", "2008-06-23"},
                                 {"draft_factual_record_submitted", "2013-10-25"}});
    const Evaluation evaluation = asked("naaec", of_2004, "2013-11-01");
    EXPECT_EQ(clock(evaluation, "response").version->id, "naaec-treaty");
    EXPECT_EQ(clock(evaluation, "response").version->axis, Axis::filed);
    const Clock& comments = clock(evaluation, "comments");
    EXPECT_EQ(comments.version->id, "guidelines-2012");
    EXPECT_EQ(comments.version->axis, Axis::opened);
    EXPECT_EQ(comments.limit->unit, Unit::working);
    EXPECT_EQ(told(comments.due), "2013-12-31");
    // SEM-17-001 was filed under the NAAEC and published under it in September 2020; the USMCA governs filings from 1 July 2020.
    EXPECT_TRUE(shipped_as("naaec").filed.holds(day("2017-06-26")));
    EXPECT_TRUE(found(asked("naaec", events({{"filed", "2020-07-01"}}), "2020-08-01"), FindingCode::outside_regime));
    EXPECT_FALSE(found(asked("usmca", events({{"filed", "2020-07-01"}}), "2020-08-01"), FindingCode::outside_regime));
}

// SEM-04-005, SEM-17-001, SEM-21-001 and SEM-20-001: 30 and 60 days that are not the same days.
TEST(OddRules, r02_same_number_in_another_unit) {
    const auto response = [](std::string_view id, std::string_view filed, std::string_view requested) {
        return asked(id, events({{"filed", filed}, {"response_requested", requested}}), requested);
    };
    const Evaluation before = response("naaec", "2004-09-20", "2005-02-24");
    EXPECT_EQ(clock(before, "response").limit->number, 30);
    EXPECT_EQ(clock(before, "response").limit->unit, Unit::calendar);
    EXPECT_EQ(told(clock(before, "response").due), "2005-03-29");
    const Evaluation after = response("naaec", "2017-06-26", "2017-08-16");
    EXPECT_EQ(clock(after, "response").limit->number, 30);
    EXPECT_EQ(clock(after, "response").limit->unit, Unit::working);
    EXPECT_EQ(told(clock(after, "response").due), "2017-09-28");
    const Evaluation usmca = response("usmca", "2021-02-08", "2021-04-27");
    EXPECT_EQ(clock(usmca, "response").limit->unit, Unit::calendar);
    EXPECT_EQ(told(clock(usmca, "response").due), "2021-06-28");
    // The outlier: the first review under the USMCA, 30 working days as a dated practice; the next one 30 calendar days.
    const Evaluation first = asked("usmca", events({{"filed", "2020-12-17"}}), "2020-12-18");
    EXPECT_EQ(clock(first, "review").limit->unit, Unit::working);
    EXPECT_EQ(clock(first, "review").version->rank, Rank::practice);
    EXPECT_EQ(told(clock(first, "review").due), "2021-02-08");
    EXPECT_EQ(clock(asked("usmca", events({{"filed", "2021-02-08"}}), "2021-02-09"), "review").limit->unit, Unit::calendar);
}

// SEM-04-004 (Oldman River III) and SEM-21-001: a last day on a Saturday.
TEST(OddRules, r03_roll_forward) {
    const Evaluation oldman = asked("naaec", events({{"filed", "2004-09-10"}, {"criteria_not_met", "2004-10-14"}}), "2004-11-01");
    EXPECT_EQ(told(clock(oldman, "revision").raw_last_day), "2004-11-13");
    EXPECT_EQ(told(clock(oldman, "revision").due), "2004-11-15");
    const auto of_2021 =
        events({{"filed", "2021-02-08"}, {"response_requested", "2021-04-27"}, {"response_received", "2021-06-28"}});
    const Evaluation usmca = asked("usmca", of_2021, "2021-06-30");
    const Clock& response = clock(usmca, "response");
    EXPECT_EQ(told(response.raw_last_day), "2021-06-26");
    EXPECT_EQ(told(response.due), "2021-06-28");
    EXPECT_EQ(response.state, ClockState::met);
    ASSERT_EQ(skipped_days(response).size(), 2U);
    EXPECT_EQ(skipped_days(response)[0].why->id, "weekend");
}

// NAAEC 14(3): 30 days, 60 on notice, whoever gives it; the USMCA knows none.
TEST(OddRules, r04_extension_with_a_cap_or_none) {
    const auto with_notice = [](std::string_view id, std::string_view on) {
        return asked(id,
                     events({{"filed", id == "naaec" ? "2005-01-10" : "2021-02-08"},
                             {"response_requested", id == "naaec" ? "2005-02-24" : "2021-04-27"},
                             {"extension_notified", on}}),
                     on);
    };
    const Evaluation in_time = with_notice("naaec", "2005-03-29");
    EXPECT_TRUE(clock(in_time, "response").extended);
    EXPECT_EQ(told(clock(in_time, "response").due), "2005-04-25");
    const Evaluation too_late = with_notice("naaec", "2005-03-30");
    EXPECT_FALSE(clock(too_late, "response").extended);
    EXPECT_TRUE(found(too_late, FindingCode::late_extension));
    const Evaluation usmca = with_notice("usmca", "2021-05-10");
    EXPECT_FALSE(clock(usmca, "response").extended);
    EXPECT_EQ(told(clock(usmca, "response").due), "2021-06-28");
}

// Auditor General Act, s. 22(3)(b): the Minister personally, within the 120 days, and then without an upper limit.
TEST(OddRules, r04_extension_by_one_officer_without_an_upper_limit) {
    const Mechanisms canada =
        law(one_step(),
            {version("first", limit("step = \"answer\"\nnumber = 120\nunit = \"calendar\"\nstrength = \"hard\"") +
                                  "[limit.extension]\non_notice = \"prolonged\"\nby = \"minister\"\n" + std::string(cited))});
    const auto noticed = [&](std::string_view date, std::string_view by) {
        return evaluate(canada.list[0], events({{"opened", "2017-01-10"}, {"prolonged", date, "", by}}), day("2018-01-01"));
    };
    const Evaluation valid = noticed("2017-05-10", "minister");  // day 120
    EXPECT_TRUE(clock(valid, "answer").extended);
    EXPECT_EQ(clock(valid, "answer").missing, Missing::no_upper_limit);
    EXPECT_EQ(told(clock(valid, "answer").due), "none");
    EXPECT_EQ(clock(valid, "answer").state, ClockState::untimed);
    const Evaluation by_an_official = noticed("2017-05-10", "office");
    EXPECT_TRUE(found(by_an_official, FindingCode::extension_not_by_officer));
    EXPECT_EQ(clock(by_an_official, "answer").state, ClockState::late);
    EXPECT_EQ(told(clock(by_an_official, "answer").due), "2017-05-10");
    EXPECT_TRUE(found(noticed("2017-04-01", ""), FindingCode::extension_not_by_officer));  // nobody knows by whom
    const Evaluation late = noticed("2017-05-11", "minister");
    EXPECT_TRUE(found(late, FindingCode::late_extension));
    EXPECT_EQ(clock(late, "answer").state, ClockState::late);
}

// SEM-02-001: the Council sent it back; a second notification opened a second vote.
TEST(OddRules, r10_sent_back) {
    const auto bc_logging = events({{"filed", "2002-02-06"},
                                    {"factual_record_recommended", "2002-11-12"},
                                    {"council_deferred", "2003-04-22"},
                                    {"factual_record_recommended", "2003-12-17"},
                                    {"council_instructed_factual_record", "2004-03-12"}});
    const Evaluation between = asked("naaec", bc_logging, "2003-06-01");
    EXPECT_EQ(between.stage->id, "council_vote");
    ASSERT_EQ(between.turns.size(), 1U);
    EXPECT_EQ(between.turns[0].step->id, "deferral");
    const Evaluation after = asked("naaec", bc_logging, "2004-04-01");
    EXPECT_EQ(to_string(*clock(after, "vote").met_by->date), "2003-04-22");
    EXPECT_EQ(to_string(*clock(after, "deferral").met_by->date), "2003-12-17");
    EXPECT_EQ(to_string(*clock(after, "vote", "", 1).opened_by.date), "2003-12-17");
    EXPECT_EQ(to_string(*clock(after, "vote", "", 1).met_by->date), "2004-03-12");
    EXPECT_EQ(after.turns.at(0).step->id, "draft");
}

// USMCA 24.27(2) and (3) share 30 days: that the criteria are met ends nothing (SEM-21-001). SEM-13-001: after a revision exactly
// 60 working days, perhaps 30 and 30.
TEST(OddRules, r14_two_tests_one_clock) {
    const auto of_2021 = events({{"filed", "2021-02-08"},
                                 {"criteria_not_met", "2021-03-09"},
                                 {"revised_submission_received", "2021-03-29"},
                                 {"criteria_met", "2021-04-20"},
                                 {"response_requested", "2021-04-27"}});
    const Evaluation halfway = asked("usmca", of_2021, "2021-04-21");
    EXPECT_EQ(clock(halfway, "review", "", 1).state, ClockState::open);
    EXPECT_EQ(told(clock(halfway, "review", "", 1).due), "2021-04-28");
    const Evaluation done = asked("usmca", of_2021, "2021-04-30");
    EXPECT_EQ(done.clocks.size() - 1, static_cast<std::size_t>(std::ranges::count_if(
                                          done.clocks, [](const Clock& clock) { return clock.step->id != "acknowledgement"; })));
    EXPECT_EQ(clock(done, "review", "", 1).days_late, -1);
    const auto of_2013 = events({{"filed", "2013-04-11"},
                                 {"criteria_not_met", "2013-05-24"},
                                 {"revised_submission_received", "2013-08-16"},
                                 {"criteria_met", "2013-11-12"},
                                 {"response_requested", "2013-11-12"}});
    const Evaluation tourism = asked("naaec", of_2013, "2013-11-30");
    EXPECT_EQ(clock(tourism, "review", "", 1).limit->number, 60);
    EXPECT_EQ(clock(tourism, "review", "", 1).days_late, 0);
}

// NAAEC 15(7) "normally", guideline 19 targets, "promptly": nobody is late but by a hard limit (SEM-13-001 past 8 December 2014).
TEST(OddRules, r20_soft_words) {
    const Evaluation tourism = asked("naaec",
                                     events({{"filed", "2013-04-11"},
                                             {"response_requested", "2013-11-12"},
                                             {"response_received", "2014-02-24"},
                                             {"factual_record_recommended", "2014-09-05"}}),
                                     "2015-05-01");
    EXPECT_EQ(clock(tourism, "response").state, ClockState::met_late);
    EXPECT_EQ(clock(tourism, "vote").limit->strength, Strength::target);
    EXPECT_EQ(clock(tourism, "vote").state, ClockState::past_target);
    for (const std::string_view strength : {"hard", "target", "normally", "promptly", "may", "as-appropriate"}) {
        const auto under = [&](std::string_view count) {
            const Mechanisms soft =
                law(one_step(), {version("first", limit("step = \"answer\"\nstrength = \"" + std::string(strength) + "\"\n" +
                                                        std::string(count)))});
            EXPECT_EQ(code(soft.list[0].limits[0].strength), strength);
            return clock(evaluate(soft.list[0], events({{"opened", "2021-01-01"}}), day("2022-01-01")), "answer").state;
        };
        EXPECT_EQ(under("number = 30\nunit = \"calendar\""), strength == "hard" ? ClockState::late : ClockState::past_target);
        EXPECT_EQ(under("unit = \"none\""), ClockState::untimed);
    }
}

// SEM-21-002 (vaquita), 19 October 2024: a written explanation attaches to the clock and moves nothing.
TEST(OddRules, r21_explanation_of_delay) {
    auto vaquita = events({{"filed", "2021-08-11"},
                           {"factual_record_recommended", "2022-04-01"},
                           {"council_instructed_factual_record", "2024-06-26"}});
    const std::string before = told(clock(asked("usmca", vaquita, "2025-01-31"), "draft").due);
    vaquita.push_back({.type = "delay_explained", .date = base::parse_date("2024-10-19").value()});
    vaquita.back().stated = base::parse_date("2025-06-30").value();
    const Evaluation explained = asked("usmca", vaquita, "2025-01-31");
    const Clock& draft = clock(explained, "draft");
    EXPECT_EQ(told(draft.due), before);
    EXPECT_EQ(before, "2024-10-24");
    EXPECT_EQ(draft.state, ClockState::late);
    EXPECT_EQ(draft.explanations, std::vector{3});
}

// 19 U.S.C. 4713(b), on a factual record about Mexico (SEM-20-001, published 22 April 2024): 30 days for a committee of the
// United States, and 30 more to justify to Congress that it asks for no enforcement. No such act is on that record; the later
// dates are made up.
TEST(OddRules, r22_law_of_another_country) {
    const auto loggerhead = [](std::string_view party, const std::vector<Told>& more) {
        std::vector<Told> all{{"filed", "2020-12-17", party},
                              {"council_instructed_factual_record", "2023-06-02", party},
                              {"final_factual_record_submitted", "2024-03-20", party},
                              {"factual_record_published", "2024-04-22", party}};
        all.insert(all.end(), more.begin(), more.end());
        return events(all);
    };
    const auto nothing_more = loggerhead("MEX", {});
    const Evaluation silent = asked("usmca", nothing_more, "2024-12-31");
    const Clock& review = clock(silent, "us_review");
    EXPECT_TRUE(silent.ended);
    EXPECT_EQ(review.version->rank, Rank::domestic);
    EXPECT_EQ(told(review.due), "2024-04-19");
    EXPECT_EQ(review.state, ClockState::elapsed);  // what that committee did is not on this record: nobody is late
    EXPECT_EQ(clock(asked("usmca", nothing_more, "2024-04-01"), "us_review").state, ClockState::open);
    const auto no_request = loggerhead("MEX", {{"us_enforcement_not_requested", "2024-04-18", "MEX"}});
    const Evaluation justify = asked("usmca", no_request, "2024-05-01");
    EXPECT_EQ(clock(justify, "us_review").state, ClockState::met);
    EXPECT_EQ(told(clock(justify, "us_justification").due), "2024-05-18");
    EXPECT_EQ(justify.outcome->id, "factual_record_published");
    EXPECT_FALSE(found(justify, FindingCode::after_the_end));
    // A factual record about the United States is not for that committee.
    const Evaluation own = asked("usmca", loggerhead("USA", {}), "2024-12-31");
    EXPECT_TRUE(std::ranges::none_of(own.clocks, [](const Clock& each) { return each.step->id == "us_review"; }));
}

// SEM-20-001: the response was due on 9 April 2021 and came on 28 May. In between the next stage can open; no default judgment.
TEST(OddRules, r23_silence_of_the_party) {
    const auto loggerhead = events({{"filed", "2020-12-17"}, {"response_requested", "2021-02-08"}});
    const Evaluation silent = asked("usmca", loggerhead, "2021-05-01");
    EXPECT_TRUE(found(silent, FindingCode::silence));
    EXPECT_FALSE(silent.ended);
    EXPECT_EQ(silent.outcome, nullptr);
    EXPECT_EQ(clock(silent, "response").state, ClockState::late);
    EXPECT_EQ(clock(silent, "consideration").opened_by.type, "expiry");
    EXPECT_EQ(told(clock(silent, "consideration").due), "2021-06-08");
}

// What was not read is answered with its confidence: the comments of USMCA 24.28(5) are recalled. The weakest link counts.
TEST(OddRules, r24_unknowns) {
    const auto right_whale = events({{"filed", "2021-10-04"},
                                     {"council_instructed_factual_record", "2025-01-17"},
                                     {"draft_factual_record_submitted", "2025-06-02"}});
    const Evaluation evaluation = asked("usmca", right_whale, "2025-06-10");
    EXPECT_EQ(clock(evaluation, "comments").limit->authority.confidence, Confidence::recalled);
    EXPECT_EQ(clock(evaluation, "comments").confidence, Confidence::recalled);
    EXPECT_EQ(evaluation.confidence, Confidence::recalled);
    // SEM-04-004: the window of 30 days is derived from the docket, step and all; so is the weekend over which it rolled.
    const auto oldman = events({{"filed", "2004-09-10"}, {"criteria_not_met", "2004-10-14"}});
    const Evaluation revision = asked("naaec", oldman, "2004-11-01");
    EXPECT_GE(clock(revision, "revision").confidence, clock(revision, "revision").limit->authority.confidence);
    // A rule that was read, counted over a day off that was not: the day off is the weakest link.
    const std::string recalled = table("day_off", "id = \"feast\"\nfalls = \"one-day\"\ndate = 2021-01-05",
                                       "provision = \"Art. 1\"\nsource = \"Act 1\"\nconfidence = \"recalled\"\n");
    const Mechanisms small = law(one_step(),
                                 {version("first", limit("step = \"answer\"\nnumber = 3\nunit = \"working\"\nstrength = "
                                                         "\"hard\"\ncalendar = \"office\""))},
                                 {calendar("office", recalled)});
    const auto opened = [&](std::string_view on) { return evaluate(small.list[0], events({{"opened", on}}), day("2021-03-01")); };
    EXPECT_EQ(clock(opened("2021-01-04"), "answer").confidence, Confidence::recalled);
    EXPECT_EQ(clock(opened("2021-01-05"), "answer").confidence, Confidence::verified);
    EXPECT_EQ(opened("2021-01-04").confidence, Confidence::recalled);
}

}  // namespace comity::law
