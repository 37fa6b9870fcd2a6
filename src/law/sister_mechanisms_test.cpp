// What the CAFTA-DR and the agreements of the United States with Panama, Peru and Colombia do not share with each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "law/standing.hpp"

namespace comity::law {
namespace {

base::Day day(std::string_view text) { return base::parse_day(text).value(); }
const Mechanism& mechanism(std::string_view id) { return *find_mechanism(*shipped(), id); }

bool accepted(std::string_view id, std::string_view filer_of, std::string_view respondent, std::string_view on) {
    return may_file(standing(mechanism(id), {.filer_of = filer_of, .respondent = respondent, .day = day(on)}));
}

bool asks(std::string_view id, std::string_view part) {
    return std::ranges::any_of(mechanism(id).tests, [&](const Test& test) {
        return test.kind == TestKind::condition && test.name[base::Language::en].find(part) != std::string::npos;
    });
}

}  // namespace

TEST(SisterMechanisms, bar_the_pair_of_filer_and_respondent_and_send_it_where_the_text_says) {
    for (const std::string_view id : {"cafta-dr", "us-panama", "us-peru", "us-colombia"}) {
        EXPECT_FALSE(accepted(id, "USA", "USA", "2015-01-01")) << id;
        EXPECT_TRUE(accepted(id, "CAN", "USA", "2015-01-01")) << id;
        const auto& bars = mechanism(id).bars;
        EXPECT_EQ(bars.front().points_to, "Secretariat of the NAAEC Commission for Environmental Cooperation") << id;
    }
    EXPECT_TRUE(accepted("cafta-dr", "USA", "GTM", "2015-01-01"));
    EXPECT_TRUE(accepted("us-peru", "PER", "USA", "2015-01-01"));
}

TEST(SisterMechanisms, take_nothing_against_a_party_before_the_agreement_binds_it) {
    EXPECT_TRUE(accepted("cafta-dr", "SLV", "SLV", "2006-03-01"));
    EXPECT_FALSE(accepted("cafta-dr", "SLV", "CRI", "2008-12-31"));
    EXPECT_FALSE(accepted("cafta-dr", "CRI", "SLV", "2008-12-31"));
    EXPECT_TRUE(accepted("cafta-dr", "CRI", "CRI", "2009-01-01"));
}

TEST(SisterMechanisms, ask_for_the_law_by_name_only_in_peru_and_colombia) {
    EXPECT_TRUE(asks("us-peru", "names the environmental laws"));
    EXPECT_TRUE(asks("us-colombia", "names the environmental laws"));
    EXPECT_FALSE(asks("cafta-dr", "names the environmental laws"));
    EXPECT_FALSE(asks("us-panama", "names the environmental laws"));
}

TEST(SisterMechanisms, define_environmental_law_by_party) {
    const auto says = [](std::string_view id, std::string_view party, std::string_view part) {
        const OtherRule* rule = definition(mechanism(id), "environmental_law", party, day("2020-01-01"));
        return rule && rule->name[base::Language::en].find(part) != std::string::npos;
    };
    EXPECT_TRUE(says("us-panama", "PAN", "Panama Canal Authority"));
    EXPECT_FALSE(says("us-panama", "USA", "Panama Canal Authority"));
    EXPECT_TRUE(says("us-peru", "PER", "forest resources"));
    EXPECT_FALSE(says("us-colombia", "COL", "forest resources"));
    EXPECT_TRUE(says("cafta-dr", "HND", "legislative body"));
    EXPECT_TRUE(says("cafta-dr", "USA", "federal government"));
}

TEST(SisterMechanisms, keep_a_reference_that_leads_nowhere_as_it_is) {
    const auto& references = mechanism("us-panama").cross_references;
    const auto broken = std::ranges::find(references, ReferenceState::broken, &CrossReference::state);
    ASSERT_NE(broken, references.end());
    EXPECT_EQ(broken->found_in, "17.14.2");
    EXPECT_EQ(broken->says, "Article 17.7.5");
    for (const std::string_view id : {"cafta-dr", "us-panama", "us-peru", "us-colombia"})
        EXPECT_EQ(mechanism(id).cross_references.front().state, ReferenceState::stale) << id;
}

TEST(SisterMechanisms, let_one_member_decide) {
    for (const std::string_view id : {"cafta-dr", "us-panama", "us-peru", "us-colombia"})
        for (const VoteRule& rule : mechanism(id).votes) {
            EXPECT_EQ(decide(rule, std::array{Ballot::yes, Ballot::no}), Decision::yes) << rule.id;
            EXPECT_EQ(decide(rule, std::array{Ballot::no}), Decision::undecided) << rule.id;
        }
}

}  // namespace comity::law
