#include "body/registry/docket.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace comity::registry {

namespace {

base::Day day(std::string_view text) { return base::parse_day(text).value(); }
base::Date date(std::string_view text) { return base::parse_date(text).value(); }
const law::Mechanisms& mechanisms() { return law::shipped().value(); }

struct Told {
    const char* type;
    const char* date;  // null: not known
};

Case case_of(std::string id, const std::vector<Told>& told) {
    Case made;
    made.submission.id = id;
    made.submission.agreement = "usmca";
    made.submission.parties = {"MEX"};
    for (const Told& one : told) {
        DocketEvent event{.id = id + "/0" + std::to_string(made.events.size() + 1), .submission = {id}, .event = one.type};
        if (one.date) event.date = date(one.date);
        made.events.push_back(std::move(event));
    }
    return made;
}

Case turtles() {
    return case_of("SEM-20-001", {{"filed", "2020-12-17"},
                                  {"criteria_met", "2021-02-08"},
                                  {"response_requested", "2021-02-08"},
                                  {"response_received", "2021-05-28"},
                                  {"factual_record_recommended", "2021-07-27"},
                                  {"council_instructed_factual_record", "2023-06-02"},
                                  {"factual_record_published", "2024-04-22"}});
}

Standing on(const Case& of, const char* when) { return standing(case_on(of, mechanisms(), day(when))); }

}  // namespace

TEST(Docket, finds_a_case_by_its_whole_id) {
    Docket docket;
    for (const char* id : {"SEM-20-001", "SEM-21-001", "SEM-21-002"}) docket.cases.add(case_of(id, {}));
    for (const Case& each : docket.cases) EXPECT_EQ(docket.find(each.submission.id), &each);
    for (const char* id : {"", "SEM", "SEM-21-00", "SEM-21-0011", "SEM-99-001", "sem-21-001"})
        EXPECT_FALSE(docket.find(id)) << id;
}

TEST(Standing, tells_on_each_day_whose_turn_it_is) {
    const Case of = turtles();
    EXPECT_EQ(on(of, "2020-12-16").status, Status::not_filed);
    const Standing response = on(of, "2021-04-09");
    EXPECT_EQ(response.status, Status::open);
    EXPECT_EQ(response.turn_actor, "party");
    EXPECT_EQ(response.due, day("2021-04-09"));
    EXPECT_FALSE(response.overdue);
    EXPECT_EQ(response.outcome, "");
    EXPECT_TRUE(on(of, "2021-04-10").overdue);
    EXPECT_FALSE(on(of, "2021-05-28").overdue) << "what was met late is not overdue any more";
    EXPECT_EQ(on(of, "2022-01-01").turn_actor, "council");
    EXPECT_FALSE(on(of, "2022-01-01").due);
}

TEST(Standing, ends_with_the_outcome_and_on_the_day_that_its_events_give) {
    const Case of = turtles();
    EXPECT_EQ(on(of, "2024-04-21").status, Status::open);
    const Standing ended = on(of, "2024-04-22");
    EXPECT_EQ(ended.status, Status::closed);
    EXPECT_EQ(ended.outcome, "factual_record_published");
    EXPECT_EQ(ended.ended, date("2024-04-22"));
    EXPECT_EQ(ended.filed, date("2020-12-17"));
    EXPECT_EQ(ended.turn_actor, "");
    EXPECT_FALSE(ended.overdue);
    EXPECT_EQ(ended.steps.size(), of.events.size());
}

TEST(Standing, of_an_end_without_a_date_has_none) {
    const Standing ended = on(case_of("SEM-21-009", {{"filed", "2021-01-05"}, {"withdrawn", nullptr}}), "2026-11-22");
    EXPECT_EQ(ended.status, Status::closed);
    EXPECT_EQ(ended.outcome, "withdrawn");
    EXPECT_FALSE(ended.ended);
}

TEST(Standing, leaves_out_of_a_days_docket_what_was_filed_later) {
    auto docket = std::make_shared<Docket>();
    docket->cases.add(turtles());
    docket->cases.add(case_of("SEM-21-001", {{"filed", "2021-02-09"}}));
    EXPECT_EQ(docket_on(docket, mechanisms(), day("2020-12-16")).standings.size(), 0U);
    EXPECT_EQ(docket_on(docket, mechanisms(), day("2021-02-08")).standings.size(), 1U);
    EXPECT_EQ(docket_on(docket, mechanisms(), day("2021-02-09")).standings.size(), 2U);
}

TEST(Documents, are_there_from_their_own_day_and_that_of_their_event_on) {
    Case of = turtles();
    of.documents = {{.id = "undated", .submission = {"SEM-20-001"}},
                    {.id = "dated", .submission = {"SEM-20-001"}, .date = date("2023-06-02")},
                    {.id = "of-an-event", .submission = {"SEM-20-001"}, .event = record::Ref{"SEM-20-001/07"}},
                    {.id = "of-an-event-not-seen", .submission = {"SEM-20-001"}, .event = record::Ref{"SEM-20-001/99"}}};
    const auto ids = [&](const char* when) {
        std::string all;
        for (const Document* document : documents_on(case_on(of, mechanisms(), day(when)))) all += document->id + " ";
        return all;
    };
    EXPECT_EQ(ids("2023-06-01"), "undated of-an-event-not-seen ");
    EXPECT_EQ(ids("2023-06-02"), "undated dated of-an-event-not-seen ");
    EXPECT_EQ(ids("2024-04-22"), "undated dated of-an-event of-an-event-not-seen ");
}

}  // namespace comity::registry
