#include "law/edition.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "law/check.hpp"
#include "law/count.hpp"

namespace comity::law {
namespace {

base::Day day(std::string_view text) { return base::parse_day(text).value(); }

std::string found(std::string_view name) {
    const auto edition = find_edition(*shipped(), name);
    return edition ? to_string(*edition) + " " + base::to_string(edition->day) : edition.error();
}

const Mechanism& naaec() { return *find_mechanism(*shipped(), "naaec"); }

std::vector<std::string> limits_of(const Mechanism& mechanism, std::string_view step) {
    std::vector<std::string> ids;
    for (const int at : find_step(mechanism, step)->limits)
        ids.push_back(mechanism.versions[static_cast<std::size_t>(mechanism.limits[static_cast<std::size_t>(at)].version)].id);
    return ids;
}

}  // namespace

TEST(Edition, is_found_by_version_year_day_or_nothing_more_in_any_case) {
    EXPECT_EQ(found("NAAEC@2012"), "NAAEC@guidelines-2012 2012-07-11");
    EXPECT_EQ(found("naaec@Guidelines-2012"), "NAAEC@guidelines-2012 2012-07-11");
    EXPECT_EQ(found("Naaec@2012-07-10"), "NAAEC@2012-07-10 2012-07-10");
    EXPECT_EQ(found("NAAEC@1999"), "NAAEC@guidelines-1999 1999-06-28");
    EXPECT_EQ(found("NAAEC@1994"), "NAAEC@naaec-treaty 1994-01-01") << "the year in which it begins";
    EXPECT_EQ(found("NAAEC"), "NAAEC@guidelines-2012 2012-07-11") << "as it was last changed";
}

TEST(Edition, that_cannot_be_found_says_what_there_is) {
    EXPECT_NE(found("NAFTA@1999").find("there is no mechanism \"NAFTA\"; there are: NAAEC"), std::string::npos);
    EXPECT_NE(found("NAAEC@2005").find("NAAEC has no version \"2005\""), std::string::npos);
    EXPECT_NE(found("NAAEC@2005").find("guidelines-2001 (from 2001-06-29)"), std::string::npos);
    EXPECT_NE(found("NAAEC@").find("NAAEC has no version \"\""), std::string::npos);
    EXPECT_NE(found("NAAEC@12").find("has no version"), std::string::npos) << "not the end of a year";
    EXPECT_NE(found("NAAEC@1990-01-01").find("no rules of NAAEC are in force on 1990-01-01"), std::string::npos);
    EXPECT_NE(found("NAAEC@2012-02-30").find("has no version \"2012-02-30\""), std::string::npos);
    EXPECT_NE(found("@2012").find("there is no mechanism \"\""), std::string::npos);
}

TEST(Edition, has_a_name_that_finds_it_again) {
    for (const Mechanism& mechanism : shipped()->list)
        for (const Edition& edition : editions(mechanism)) {
            const auto again = find_edition(*shipped(), to_string(edition));
            ASSERT_TRUE(again.has_value()) << again.error();
            EXPECT_EQ(again->version, edition.version);
            EXPECT_EQ(again->day, edition.day);
        }
}

TEST(Pinned, holds_the_limits_of_its_day_alone_for_ever) {
    EXPECT_EQ(limits_of(pinned(naaec(), day("1999-06-28")), "revision"), std::vector<std::string>{"guidelines-1999"});
    EXPECT_EQ(limits_of(pinned(naaec(), day("1999-06-27")), "revision"), std::vector<std::string>{"naaec-treaty"});
    EXPECT_EQ(limits_of(pinned(naaec(), day("2013-01-01")), "response"), std::vector<std::string>{"guidelines-2012"});
    EXPECT_EQ(find_step(pinned(naaec(), day("1999-06-28")), "recommendation_public"), nullptr) << "from 2001 on";
    for (const Mechanism& mechanism : shipped()->list)
        for (const Edition& edition : editions(mechanism)) {
            const Mechanism held = pinned(edition);
            const auto forever = [](const auto& item) { return item.authority.in_force == Span{}; };
            EXPECT_TRUE(std::ranges::all_of(held.limits, forever));
            EXPECT_TRUE(std::ranges::all_of(held.versions, forever));
            EXPECT_TRUE(std::ranges::all_of(held.rules, forever));
        }
}

// What rule_for picks for a case of that day is what the pinned mechanism picks for a case of any day.
TEST(Pinned, picks_the_limit_that_the_mechanism_picks_on_its_day) {
    for (const Mechanism& mechanism : shipped()->list)
        for (const Edition& edition : editions(mechanism)) {
            const Mechanism held = pinned(edition);
            for (const Step& step : held.steps)
                for (const int opener : step.opens) {
                    const Step& now = *find_step(mechanism, step.id);
                    const Limit* then = rule_for(mechanism, now, opener, edition.day, edition.day).limit;
                    const Limit* ever = rule_for(held, step, opener, day("1985-05-05"), day("2055-05-05")).limit;
                    ASSERT_EQ(then == nullptr, ever == nullptr) << to_string(edition) << " " << step.id;
                    if (!then) continue;
                    EXPECT_EQ(then->number, ever->number);
                    EXPECT_EQ(then->unit, ever->unit);
                    EXPECT_EQ(then->authority.provision, ever->authority.provision);
                }
        }
}

TEST(Pinned, events_move_a_case_as_before) {
    for (const Mechanism& mechanism : shipped()->list) {
        const Mechanism held = pinned(editions(mechanism).back());
        for (std::size_t at = 0; at < held.event_types.size(); ++at) {
            EXPECT_EQ(held.event_types[at].opens, mechanism.event_types[at].opens);
            EXPECT_EQ(held.event_types[at].leads_to, mechanism.event_types[at].leads_to);
            EXPECT_EQ(held.event_types[at].rank, mechanism.event_types[at].rank);
        }
    }
}

TEST(Pinned, drops_what_its_day_does_not_know) {
    Mechanism changed = naaec();
    Step& vote = changed.steps[static_cast<std::size_t>(find_step(changed, "vote") - changed.steps.data())];
    vote.authority.in_force.from = day("2006-01-01");
    const Mechanism before = pinned(changed, day("2005-01-01"));
    EXPECT_EQ(find_step(before, "vote"), nullptr);
    EXPECT_EQ(before.steps.size(), changed.steps.size() - 1);
    for (const Limit& limit : before.limits)
        EXPECT_TRUE(std::ranges::count(before.steps[static_cast<std::size_t>(limit.step)].limits,
                                       static_cast<int>(&limit - before.limits.data())) == 1);
    const EventType& recommended = before.event_types[static_cast<std::size_t>(event_type(before, "factual_record_recommended"))];
    for (const int step : recommended.opens) EXPECT_NE(before.steps[static_cast<std::size_t>(step)].id, "vote");
}

// An event that suspends, resumes or publishes names the same steps, though steps before them are gone.
TEST(Pinned, events_name_the_steps_that_they_named) {
    const auto ids = [](const Mechanism& of, const std::vector<int>& steps) {
        std::vector<std::string> list;
        for (const int step : steps) list.push_back(of.steps[static_cast<std::size_t>(step)].id);
        return list;
    };
    Mechanism changed = naaec();
    const auto place = [&](std::string_view step) { return static_cast<int>(find_step(changed, step) - changed.steps.data()); };
    EventType& type = changed.event_types[static_cast<std::size_t>(event_type(changed, "delay_explained"))];
    type.suspends = {place("review"), place("vote"), place("recommendation_public")};
    type.resumes = {place("draft")};
    type.public_after = place("publication");
    const Mechanism before = pinned(changed, day("2000-01-01"));  // without recommendation_public, which stands before the vote
    const EventType& held = before.event_types[static_cast<std::size_t>(event_type(before, "delay_explained"))];
    EXPECT_EQ(ids(before, held.suspends), (std::vector<std::string>{"review", "vote"}));
    EXPECT_EQ(ids(before, held.resumes), std::vector<std::string>{"draft"});
    EXPECT_EQ(ids(before, {held.public_after}), std::vector<std::string>{"publication"});
}

}  // namespace comity::law
