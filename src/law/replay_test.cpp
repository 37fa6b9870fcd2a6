#include "law/replay.hpp"

#include <gtest/gtest.h>

#include "law/edition.hpp"
#include "law/replay_json.hpp"

namespace comity::law {
namespace {

base::Date date(std::string_view text) { return base::parse_date(text).value(); }
base::Day day(std::string_view text) { return base::parse_day(text).value(); }
const Mechanism& naaec() { return *find_mechanism(*shipped(), "naaec"); }

// What a replay points to, kept together with it.
struct Held {
    std::vector<Event> events;
    ReplayCase of;
    Mechanism under;
    Replay replay;
    Held(const Mechanism& mechanism, std::string_view edition, std::vector<Event> given, std::string_view on = "2020-01-01",
         std::string_view known_to = "2020-01-01")
        : events(std::move(given)),
          of{.id = "SEM-00-001", .mechanism = &mechanism, .events = events, .known_to = day(known_to)},
          under(pinned(find_edition(*shipped(), edition).value())),
          replay(law::replay(under, {&of, 1}, day(on))) {}
    Held(const Held&) = delete;
    const ReplayedClock& clock(std::string_view step) const {
        for (const ReplayedClock& each : replay.cases.at(0).clocks)
            if (each.step->id == step) return each;
        throw std::runtime_error("no such clock");
    }
};

std::vector<Event> response_late_by_a_day() {
    return {{.type = "filed", .date = date("2000-01-03")},
            {.type = "criteria_met", .date = date("2000-02-01")},
            {.type = "response_requested", .date = date("2000-02-01")},
            {.type = "response_received", .date = date("2000-03-08")}};
}

}  // namespace

TEST(Replay, gives_days_to_a_response_that_working_days_would_have_saved) {
    const Held held(naaec(), "NAAEC@2012", response_late_by_a_day(), "2020-01-01", "2000-04-01");
    const ReplayedClock& response = held.clock("response");
    EXPECT_EQ(base::to_string(*response.was->due), "2000-03-02");    // 30 days
    EXPECT_EQ(base::to_string(*response.would->due), "2000-03-14");  // 30 working days
    EXPECT_EQ(response.shift, 12);
    EXPECT_EQ(response.was->keeping, Keeping::late);
    EXPECT_EQ(response.would->keeping, Keeping::in_time);
    EXPECT_EQ(response.change, Change::better);
    EXPECT_EQ(held.replay.better, 1U);
    EXPECT_EQ(held.replay.worse, 0U);
    EXPECT_EQ(held.replay.all.late_was, 1U);
    EXPECT_EQ(held.replay.all.late_would, 0U);
}

TEST(Replay, under_its_own_rules_changes_nothing) {
    const Held held(naaec(), "NAAEC@1999", response_late_by_a_day());
    for (const ReplayedClock& clock : held.replay.cases[0].clocks) {
        EXPECT_EQ(clock.shift.value_or(0), 0);
        EXPECT_TRUE(clock.change == Change::none || clock.change == Change::not_known);
    }
    EXPECT_EQ(held.replay.worse + held.replay.better, 0U);
}

TEST(Replay, tells_limits_that_only_one_side_sets_from_those_that_can_be_compared) {
    const Held held(naaec(), "NAAEC@2012", response_late_by_a_day());
    EXPECT_EQ(held.clock("review").comparison, Comparison::limit_added);
    EXPECT_EQ(held.clock("review").shift, std::nullopt);
    EXPECT_EQ(held.clock("response").comparison, Comparison::compared);
    std::size_t all = 0;
    for (const std::size_t n : held.replay.all.by_comparison) all += n;
    EXPECT_EQ(all, held.replay.cases[0].clocks.size()) << "every clock is somewhere";
}

TEST(Replay, leaves_out_what_is_not_known_to_the_day_and_says_why) {
    std::vector<Event> events = response_late_by_a_day();
    events[2].date = date("2000-02");
    const Held held(naaec(), "NAAEC@2012", events);
    EXPECT_EQ(held.clock("response").comparison, Comparison::dates);
    EXPECT_EQ(held.clock("response").was->missing, Missing::opening_date);
}

TEST(Replay, calls_nobody_late_after_the_sources_end) {
    std::vector<Event> events = response_late_by_a_day();
    events.pop_back();
    const Held held(naaec(), "NAAEC@2012", events, "2020-01-01", "2000-02-15");
    EXPECT_EQ(held.clock("response").was->keeping, Keeping::not_known);
    EXPECT_EQ(held.clock("response").change, Change::not_known);
    EXPECT_EQ(held.clock("response").shift, 12) << "the due dates can still be compared";
}

TEST(Replay, says_which_steps_another_mechanism_does_not_have) {
    std::vector<Event> events = response_late_by_a_day();
    events.push_back({.type = "final_factual_record_submitted", .date = date("2002-06-03")});
    const Held held(naaec(), "USMCA", events);
    EXPECT_EQ(held.clock("publication_vote").comparison, Comparison::step_unknown);
    EXPECT_EQ(held.clock("response").comparison, Comparison::compared);
}

TEST(Replay, says_which_events_the_other_rules_do_not_know) {
    const std::vector<Event> events = response_late_by_a_day();
    const ReplayCase of{.id = "a", .mechanism = &naaec(), .events = events, .known_to = day("2020-01-01")};
    Mechanism under = pinned(naaec(), day("2012-07-11"));
    under.event_types[static_cast<std::size_t>(event_type(under, "response_received"))].id = "response_received_at_last";
    const Replay replay = law::replay(under, {&of, 1}, day("2020-01-01"));
    EXPECT_EQ(replay.cases.at(0).unknown_events, std::vector<int>{3});
}

TEST(Replay, counts_the_median_of_an_even_number_as_the_middle_of_two) {
    const Mechanism under = pinned(find_edition(*shipped(), "NAAEC@2012").value());
    const std::vector<Event> one = response_late_by_a_day();
    std::vector<Event> other = one;
    other[2].date = date("2000-12-15");  // the Secretariat's closure at the end of the year gives more
    other[3].date = date("2000-12-20");
    const std::vector<ReplayCase> cases{{.id = "a", .mechanism = &naaec(), .events = one, .known_to = day("2020-01-01")},
                                        {.id = "b", .mechanism = &naaec(), .events = other, .known_to = day("2020-01-01")}};
    const Replay replay = law::replay(under, cases, day("2020-01-01"));
    for (const ReplaySummary& sum : replay.steps)
        if (sum.step->id == "response") {
            EXPECT_EQ(sum.compared(), 2U);
            EXPECT_EQ(sum.median_shift, (*sum.least_shift + *sum.most_shift) / 2.0);
            EXPECT_EQ(sum.least_shift, 12);
            EXPECT_GT(*sum.most_shift, 12);
        }
}

TEST(Replay, is_written_as_json_with_both_sides_of_each_clock) {
    const Held held(naaec(), "NAAEC@2012", response_late_by_a_day());
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    write_json(json, held.replay, find_edition(*shipped(), "NAAEC@2012").value(), day("2020-01-01"));
    json.end_object();
    for (const char* part :
         {R"({"under":"NAAEC@guidelines-2012","day":"2012-07-11","on":"2020-01-01","cases":1,"worse":)",
          R"("due":"2000-03-02","state":"met-late","days_late":6,"kept":"late"})", R"("shift":12,"change":"better"})"})
        EXPECT_NE(out.find(part), std::string::npos) << part << "\n" << out;
}

}  // namespace comity::law
