// The odd rules of procedure that are about cases: one test each, by the number it has in the list of what an engine must
// support, with the case that shows it. Where no shipped mechanism has the rule, the one in tests/bodies/lagoon has.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "law/assertions.hpp"
#include "law/evaluate.hpp"
#include "law/folder.hpp"
#include "law/publicity.hpp"
#include "law/standing.hpp"

namespace comity::law {
namespace {

using Strings = std::vector<std::string>;

const Mechanisms& law() {
    static const auto loaded = shipped_and(LAGOON "/law");
    if (!loaded) throw std::runtime_error(to_string(loaded.error().front()));
    return *loaded;
}
const Mechanism& mechanism(std::string_view id) { return *find_mechanism(law(), id); }

base::Day day(std::string_view text) { return base::parse_day(text).value(); }
std::optional<base::Date> date(std::string_view text) { return base::parse_date(text).value(); }

Event event(std::string_view type, std::string_view on, std::string_view by = "") {
    return {.type = type, .date = date(on), .by = by};
}

std::vector<std::string_view> views(const Strings& texts) { return {texts.begin(), texts.end()}; }

bool found(const Evaluation& evaluation, FindingCode code) {
    return std::ranges::find(evaluation.findings, code, &Finding::code) != evaluation.findings.end();
}
std::string stage(const Evaluation& evaluation) { return evaluation.stage ? evaluation.stage->id : "none"; }
std::string outcome(const Evaluation& evaluation) { return evaluation.outcome ? evaluation.outcome->id : "none"; }
std::string ended(const Evaluation& evaluation) {
    return evaluation.ended_by && evaluation.ended_by->date ? to_string(*evaluation.ended_by->date) : "not ended";
}
std::string public_from(const Evaluation& evaluation, std::span<const Event> events, int event) {
    const auto from = publicity(evaluation, events, event).from;
    return from ? base::to_string(*from) : "not known";
}

// SEM-10-002: filed in 2010, recommended in 2014, declined by the Council in 2015.
std::vector<Event> tailings_ponds() {
    return {event("filed", "2010-04-13"), event("revised_submission_received", "2010-09"),
            event("factual_record_recommended", "2014-07-29"), event("council_declined_factual_record", "2015-01-27")};
}

}  // namespace

TEST(OddRules, r05_factors_are_not_conditions) {
    for (const std::string_view id : {"naaec", "usmca"}) {
        const Mechanism& of = mechanism(id);
        int factors = 0;
        int conditions = 0;
        for (const comity::law::Test& test : of.tests) {
            if (of.versions[static_cast<std::size_t>(test.version)].rank != Rank::treaty) continue;
            (test.kind == TestKind::factor ? factors : conditions) += 1;
            // The one that is worded negatively: drawn from news reports alone.
            if (test.points_against) { EXPECT_NE(test.name[base::Language::en].find("media"), std::string::npos) << test.id; }
        }
        EXPECT_EQ(factors, 4) << id;
        EXPECT_GE(conditions, 5) << id;
        EXPECT_EQ(std::ranges::count(of.tests, true, &comity::law::Test::points_against) > 0, true) << id;
    }
    // Nothing follows from a factor by itself: the Secretariat weighs them, and its decision is the event.
    const std::array events{event("filed", "2021-10-04")};
    EXPECT_EQ(stage(evaluate(mechanism("usmca"), events, day("2021-10-20"))), "review");
}

TEST(OddRules, r06_partial_outcomes_are_per_assertion) {
    // SEM-21-003: stopped for the update of the vessel speed rule alone.
    const Strings all{"vessel-speed-rule-update", "other-assertions"};
    const std::span<const std::string> speed_rule(all.data(), 1);
    std::vector<Event> whales{event("filed", "2021-10-04"), event("response_requested", "2021-11-03"),
                              event("response_received", "2022-01-03"), event("pending_proceeding", "2022-06-03"),
                              event("factual_record_recommended", "2022-06-03")};
    whales[3].assertions = whales[4].assertions = speed_rule;
    whales[4].assertions = std::span<const std::string>(all).subspan(1);
    whales[3].partial = whales[4].partial = true;
    const Mechanism& usmca = mechanism("usmca");
    const Evaluation whole = evaluate(usmca, whales, day("2023-01-01"));
    EXPECT_EQ(stage(whole), "council_vote");
    EXPECT_TRUE(found(whole, FindingCode::partial_outcome));
    const auto courses = assertion_courses(usmca, whales, views(all), day("2023-01-01"));
    ASSERT_EQ(courses.size(), 2U);
    EXPECT_EQ(outcome(courses[0].evaluation), "pending_proceeding");
    EXPECT_EQ(courses[0].events, (std::vector{0, 1, 2, 3}));
    EXPECT_EQ(stage(courses[1].evaluation), "council_vote");
    EXPECT_EQ(courses[1].events, (std::vector{0, 1, 2, 4}));

    // SEM-13-001: recommended for three projects of four; the Council then declined what was left.
    const Strings projects{"cabo-cortes", "playa-espiritu", "paraiso-del-mar", "entre-mares"};
    std::vector<Event> resorts{event("filed", "2013-04-11"),
                               event("response_requested", "2013-11-12"),
                               event("response_received", "2014-02-24"),
                               event("no_factual_record_warranted", "2014-09-05"),
                               event("factual_record_recommended", "2014-09-05"),
                               event("council_declined_factual_record", "2015-05-19")};
    resorts[3].assertions = std::span<const std::string>(projects).first(1);
    resorts[4].assertions = std::span<const std::string>(projects).subspan(1);
    resorts[3].partial = resorts[4].partial = true;
    const auto of = assertion_courses(mechanism("naaec"), resorts, views(projects), day("2016-01-01"));
    EXPECT_EQ(outcome(of[0].evaluation), "no_factual_record_warranted");
    EXPECT_EQ(ended(of[0].evaluation), "2014-09-05");
    for (std::size_t at = 1; at < 4; ++at) EXPECT_EQ(outcome(of[at].evaluation), "council_declined");
    EXPECT_EQ(outcome(evaluate(mechanism("naaec"), resorts, day("2016-01-01"))), "council_declined");
}

TEST(OddRules, r06_the_last_assertion_ends_the_case) {
    const Strings all{"reef", "harbour"};
    std::vector<Event> events{event("filed", "2015-01-05"), event("answer_asked", "2015-01-20"),
                              event("court_named", "2015-02-02"), event("court_named", "2015-02-20")};
    events[0].assertions = all;
    events[2].assertions = std::span<const std::string>(all).first(1);
    events[3].assertions = std::span<const std::string>(all).subspan(1);
    const Mechanism& lagoon = mechanism("lagoon");
    EXPECT_EQ(stage(evaluate(lagoon, events, day("2015-02-10"))), "answer");
    EXPECT_EQ(ended(evaluate(lagoon, events, day("2015-03-01"))), "2015-02-20");
}

TEST(OddRules, r07_positions_on_a_pending_proceeding_stand_side_by_side) {
    // SEM-10-002: the Party said that the process stops, the Secretariat went on, the Council later declined, citing the
    // proceeding.
    std::vector<Event> events = tailings_ponds();
    events.push_back(event("pending_proceeding", "2014-01-31"));
    events.push_back(event("secretariat_on_pending_proceeding", "2014-07-29"));
    events.push_back(event("council_on_pending_proceeding", "2015-01-27"));
    const Evaluation evaluation = evaluate(mechanism("naaec"), events, day("2015-06-01"));
    ASSERT_EQ(evaluation.positions.size(), 2U);
    for (const Position& position : evaluation.positions)
        EXPECT_EQ(events[static_cast<std::size_t>(position.on)].type, "pending_proceeding");
    EXPECT_EQ(events[static_cast<std::size_t>(evaluation.positions[0].event)].type, "secretariat_on_pending_proceeding");
    EXPECT_EQ(events[static_cast<std::size_t>(evaluation.positions[1].event)].type, "council_on_pending_proceeding");
    EXPECT_TRUE(found(evaluation, FindingCode::went_on));
    EXPECT_EQ(outcome(evaluation), "council_declined");
    // A position moves nothing: without the two the case stands where it stands with them.
    const Evaluation without = evaluate(mechanism("naaec"), std::span(events).first(5), day("2015-06-01"));
    EXPECT_EQ(outcome(without), outcome(evaluation));
    EXPECT_EQ(without.clocks.size(), evaluation.clocks.size());
    // Before the process went on, the Party's notice had ended it.
    EXPECT_EQ(outcome(evaluate(mechanism("naaec"), events, day("2014-03-01"))), "pending_proceeding");
}

TEST(OddRules, r08_silence_of_the_council_is_limbo) {
    // SEM-21-003: recommended in June 2022, instructed in January 2025.
    const std::array events{event("filed", "2021-10-04"), event("factual_record_recommended", "2022-06-03")};
    const Evaluation evaluation = evaluate(mechanism("usmca"), events, day("2024-12-31"));
    EXPECT_FALSE(evaluation.ended);
    EXPECT_EQ(stage(evaluation), "council_vote");
    ASSERT_EQ(evaluation.turns.size(), 1U);
    const Clock& vote = evaluation.clocks[static_cast<std::size_t>(evaluation.turns[0].clock)];
    EXPECT_EQ(vote.state, ClockState::untimed);
    EXPECT_FALSE(vote.due.has_value());
    EXPECT_FALSE(found(evaluation, FindingCode::silence));
}

TEST(OddRules, r09_votes_have_a_polarity_and_silence_is_a_third_answer) {
    using enum Ballot;
    const auto rule = [](std::string_view of, std::string_view id) {
        const auto& votes = mechanism(of).votes;
        return *std::ranges::find(votes, id, &VoteRule::id);
    };
    const auto decided = [](const VoteRule& by, std::array<Ballot, 3> ballots) { return decide(by, ballots); };
    const VoteRule two_thirds = rule("usmca", "usmca-24-28-2");
    EXPECT_EQ(decided(two_thirds, {yes, yes, no}), Decision::yes);  // instruct
    EXPECT_EQ(decided(two_thirds, {no, no, yes}), Decision::no);    // instruct not: SEM-13-001, Canada and Mexico against
    EXPECT_EQ(decided(two_thirds, {yes, none, none}), Decision::undecided);  // no vote
    EXPECT_EQ(decided(two_thirds, {none, none, none}), Decision::undecided);
    const VoteRule opt_out = rule("usmca", "usmca-24-28-6");
    EXPECT_EQ(decided(opt_out, {no, no, none}), Decision::no);  // withheld
    EXPECT_EQ(decided(opt_out, {no, yes, yes}), Decision::yes);
    EXPECT_EQ(decided(opt_out, {no, none, none}), Decision::undecided);
    const VoteRule any_party = rule("cafta-dr", "cafta-dr-17-8-2");
    EXPECT_EQ(any_party.threshold, 1);
    EXPECT_EQ(any_party.polarity, Polarity::opt_in);
    const VoteRule any_one = rule("lagoon", "any-party");
    EXPECT_EQ(decided(any_one, {yes, no, no}), Decision::yes);
    EXPECT_EQ(decided(any_one, {no, no, none}), Decision::undecided);
    EXPECT_EQ(decided(any_one, {no, no, no}), Decision::no);
}

TEST(OddRules, r11_merged_submissions_go_on_together) {
    // SEM-04-006 with SEM-02-001: one factual record for both.
    const std::vector<Event> second{event("filed", "2004-10-12"), event("response_requested", "2004-10-14"),
                                    event("factual_record_recommended", "2004-12-17"), event("consolidated", "2004-12-17"),
                                    event("factual_record_published", "2007-02-05")};
    const std::vector<Event> first{event("filed", "2002-02-06"), event("factual_record_recommended", "2003-12-17"),
                                   event("council_instructed_factual_record", "2004-03-12"),
                                   event("factual_record_published", "2007-02-05")};
    const Evaluation merged = evaluate(mechanism("naaec"), second, day("2006-01-01"));
    EXPECT_TRUE(found(merged, FindingCode::merged));
    EXPECT_FALSE(merged.ended);
    EXPECT_EQ(stage(merged), "council_vote");
    EXPECT_EQ(ended(evaluate(mechanism("naaec"), second, day("2010-01-01"))),
              ended(evaluate(mechanism("naaec"), first, day("2010-01-01"))));
}

TEST(OddRules, r12_what_was_stopped_can_be_filed_again) {
    // SEM-17-001 repeats SEM-10-002, which the Council had declined for a pending proceeding: without prejudice.
    EXPECT_TRUE(evaluate(mechanism("naaec"), tailings_ponds(), day("2017-06-26")).ended);
    const Filing again{.filer_of = "CAN", .respondent = "CAN", .day = day("2017-06-26")};
    EXPECT_TRUE(standing(mechanism("naaec"), again).empty());
    const std::array events{event("filed", "2017-06-26")};
    const Evaluation evaluation = evaluate(mechanism("naaec"), events, day("2017-07-01"));
    EXPECT_EQ(stage(evaluation), "review");
    EXPECT_TRUE(evaluation.findings.empty());
    const auto& outcomes = mechanism("naaec").outcomes;
    const auto stopped = std::ranges::find(outcomes, "pending_proceeding", &Outcome::id);
    EXPECT_NE(stopped->authority.note[base::Language::en].find("Without prejudice to a new submission"), std::string::npos);
}

TEST(OddRules, r13_a_document_binds_before_it_is_public) {
    // SEM-04-006: the Council was told on 17 December 2004; public on the fifth working day, 24 December.
    const std::array logging{event("filed", "2004-10-12"), event("factual_record_recommended", "2004-12-17")};
    const Evaluation told = evaluate(mechanism("naaec"), logging, day("2004-12-20"));
    EXPECT_EQ(stage(told), "council_vote");  // its clock runs
    EXPECT_EQ(public_from(told, logging, 1), "2004-12-24");
    EXPECT_FALSE(public_on(told, logging, 1, day("2004-12-23")));
    EXPECT_TRUE(public_on(told, logging, 1, day("2004-12-24")));
    EXPECT_EQ(publicity(told, logging, 1).delay->version->id, "guidelines-2001");
    EXPECT_TRUE(public_on(told, logging, 0, day("2004-10-12")));  // the filing waits for nothing
    // Before the amendment of 2001 no version on file says when: not known, and nothing is guessed.
    const std::array before{event("filed", "1998-10-14"), event("factual_record_recommended", "2000-05-15")};
    const Evaluation old = evaluate(mechanism("naaec"), before, day("2002-01-01"));
    EXPECT_EQ(public_from(old, before, 1), "not known");
    EXPECT_FALSE(public_on(old, before, 1, day("2002-01-01")));
    // Made public before its time, it is public.
    const std::array early{event("filed", "2004-10-12"), event("factual_record_recommended", "2004-12-17"),
                           event("recommendation_published", "2004-12-21")};
    EXPECT_EQ(public_from(evaluate(mechanism("naaec"), early, day("2005-01-20")), early, 1), "2004-12-21");
}

TEST(OddRules, r15_form_errors_are_outside_the_ladder) {
    // SEM-21-001 with a notice of errors in the middle of the Secretariat's consideration: nothing of it moves.
    std::vector<Event> events{event("filed", "2021-02-09"), event("response_requested", "2021-04-27"),
                              event("response_received", "2021-06-28")};
    const Evaluation before = evaluate(mechanism("usmca"), events, day("2021-07-20"));
    events.push_back(event("minor_errors_notified", "2021-07-10"));
    const Evaluation after = evaluate(mechanism("usmca"), events, day("2021-07-20"));
    EXPECT_EQ(stage(after), stage(before));
    EXPECT_EQ(after.turns.size(), before.turns.size());
    const auto due = [](const Evaluation& evaluation) {
        return evaluation.clocks[static_cast<std::size_t>(evaluation.turns[0].clock)].due;
    };
    EXPECT_EQ(due(after), due(before));
    EXPECT_TRUE(
        std::ranges::any_of(after.clocks, [](const Clock& clock) { return clock.step->id == "form" && clock.running(); }));
    events.push_back(event("errors_corrected", "2021-07-15"));
    EXPECT_EQ(due(evaluate(mechanism("usmca"), events, day("2021-07-20"))), due(before));
}

TEST(OddRules, r16_joint_filers_withdraw_together) {
    const std::array members{Member{"submitter", "SEM-00-001/01"}, Member{"submitter", "SEM-00-001/02"}};
    const std::vector<Event> events{event("filed", "2013-01-10"), event("withdrawn", "2013-02-01", "SEM-00-001/01"),
                                    event("withdrawn", "2013-03-01", "SEM-00-001/02")};
    const Mechanism& naaec = mechanism("naaec");
    const Evaluation one = evaluate(naaec, events, day("2013-02-15"), members);
    EXPECT_FALSE(one.ended);
    EXPECT_TRUE(found(one, FindingCode::needs_all));
    const Evaluation both = evaluate(naaec, events, day("2013-03-15"), members);
    EXPECT_EQ(ended(both), "2013-03-01");
    EXPECT_EQ(outcome(both), "withdrawn");
    EXPECT_FALSE(found(both, FindingCode::needs_all));
    // Where the record has one withdrawal by all, it ends the case at once.
    const std::array together{event("filed", "2013-01-10"), event("withdrawn", "2013-02-01")};
    EXPECT_EQ(ended(evaluate(naaec, together, day("2013-02-15"), members)), "2013-02-01");
}

TEST(OddRules, r16_interim_measures_wait_for_consent) {
    const Mechanism& lagoon = mechanism("lagoon");
    const std::vector<Event> events{event("filed", "2015-01-05"), event("measures_ordered", "2015-01-12"),
                                    event("consented", "2015-02-02")};
    const auto running = [](const Evaluation& evaluation) {
        return std::ranges::find_if(evaluation.clocks, [](const Clock& clock) { return clock.step->id == "measures"; });
    };
    const Evaluation before = evaluate(lagoon, events, day("2015-01-20"));
    EXPECT_EQ(running(before), before.clocks.end());
    ASSERT_EQ(before.findings.size(), 1U);
    EXPECT_EQ(before.findings[0].code, FindingCode::needs_missing);
    EXPECT_EQ(describe(lagoon, events, before.findings[0])[base::Language::en],
              "“Interim measures ordered” (12 January 2015) has no effect before “Party consented”, which is not on the record.");
    const Evaluation after = evaluate(lagoon, events, day("2015-02-03"));
    ASSERT_NE(running(after), after.clocks.end());
    EXPECT_EQ(running(after)->due, day("2015-02-12"));  // ten days from the consent
    EXPECT_TRUE(after.findings.empty());
}

TEST(OddRules, r17_definitions_depend_on_the_party) {
    const auto text = [](std::string_view of, std::string_view term, std::string_view party, std::string_view on) {
        const OtherRule* rule = definition(mechanism(of), term, party, day(on));
        return rule ? rule->name[base::Language::en] : std::string("none");
    };
    // Provincial and state law was in reach of the NAAEC; under the USMCA each Party's is federal, in its own terms.
    EXPECT_NE(text("naaec", "environmental_law", "CAN", "2005-01-01").find("provincial"), std::string::npos);
    EXPECT_NE(text("usmca", "environmental_law", "CAN", "2022-01-01").find("federal"), std::string::npos);
    EXPECT_NE(text("usmca", "statute_or_regulation", "CAN", "2022-01-01").find("Parliament"), std::string::npos);
    EXPECT_NE(text("usmca", "statute_or_regulation", "USA", "2022-01-01"),
              text("usmca", "statute_or_regulation", "CAN", "2022-01-01"));
    EXPECT_EQ(text("usmca", "environmental_law", "CAN", "2019-01-01"), "none");
    EXPECT_EQ(text("lagoon", "environmental_law", "MEX", "2015-01-01"),
              "Of Mexico, environmental law is also that of its States.");
    EXPECT_EQ(text("lagoon", "environmental_law", "CAN", "2015-01-01"), "Environmental law is national law.");
}

TEST(OddRules, r18_references_that_are_wrong_stay_as_they_are) {
    // Panama's definition of a proceeding points to the article that the rule has in another treaty; CAFTA-DR names the NAAEC.
    const auto reference = [](std::string_view of, std::string_view id) {
        const auto& all = mechanism(of).cross_references;
        return *std::ranges::find(all, id, &CrossReference::id);
    };
    EXPECT_EQ(reference("us-panama", "us-panama-definition").says, "Article 17.7.5");
    EXPECT_EQ(reference("us-panama", "us-panama-definition").state, ReferenceState::broken);
    EXPECT_NE(reference("us-panama", "us-panama-definition").annotation[base::Language::en].find("17.8.5"), std::string::npos);
    EXPECT_EQ(reference("cafta-dr", "cafta-dr-naaec").found_in, "17.7.3");
    EXPECT_EQ(reference("cafta-dr", "cafta-dr-naaec").state, ReferenceState::stale);
    const auto& references = mechanism("lagoon").cross_references;
    ASSERT_EQ(references.size(), 1U);
    EXPECT_EQ(references[0].says, "Article 7(2)");
    EXPECT_EQ(references[0].state, ReferenceState::broken);
    EXPECT_NE(references[0].annotation[base::Language::en].find("Article 8(2)"), std::string::npos);
}

TEST(OddRules, r19_a_person_of_the_united_states_may_complain_of_another_party_only) {
    const Mechanism& cafta = mechanism("cafta-dr");
    const Filing barred{.filer_of = "USA", .respondent = "USA", .day = day("2012-01-10")};
    const auto findings = standing(cafta, barred);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, StandingCode::barred);
    EXPECT_EQ(authority(cafta, findings[0]).provision, "CAFTA-DR 17.7.3");
    EXPECT_NE(describe(cafta, barred, findings[0])[base::Language::en].find("points to: Secretariat of the NAAEC"),
              std::string::npos);
    EXPECT_TRUE(standing(cafta, {.filer_of = "GTM", .respondent = "USA", .day = day("2012-01-10")}).empty());
    EXPECT_TRUE(standing(cafta, {.filer_of = "USA", .respondent = "GTM", .day = day("2012-01-10")}).empty());
    for (const std::string_view id : {"us-panama", "us-peru", "us-colombia"})
        EXPECT_FALSE(may_file(standing(mechanism(id), {.filer_of = "USA", .respondent = "USA", .day = day("2015-01-10")}))) << id;
}

TEST(OddRules, r19_the_pair_of_filer_and_respondent_bars) {
    const Mechanism& lagoon = mechanism("lagoon");
    const auto codes = [&](Filing filing) {
        std::string all;
        for (const StandingFinding& finding : standing(lagoon, filing)) all += std::string(code(finding.code)) + " ";
        return all;
    };
    const base::Day on = day("2020-01-01");
    EXPECT_EQ(codes({.filer_of = "MEX", .respondent = "MEX", .day = on}), "barred ");
    EXPECT_EQ(codes({.filer_of = "MEX", .respondent = "USA", .day = on}), "");
    EXPECT_EQ(codes({.filer_of = "USA", .respondent = "MEX", .day = on}), "");
    EXPECT_EQ(codes({.respondent = "MEX", .day = on}), "cannot-tell ");
    EXPECT_EQ(codes({.respondent = "USA", .day = on}), "");
    EXPECT_EQ(codes({.filer_of = "USA", .anonymous = true, .respondent = "USA", .day = on}), "barred ");
    EXPECT_EQ(codes({.filer_of = "USA", .respondent = "MEX", .day = day("2009-12-31")}), "outside-regime ");
    const Filing barred{.filer_of = "MEX", .respondent = "MEX", .day = on};
    const auto findings = standing(lagoon, barred);
    EXPECT_FALSE(may_file(findings));
    EXPECT_EQ(describe(lagoon, barred, findings[0])[base::Language::en],
              "A person of Mexico may not complain of Mexico. The text points to: the Ombudsman of Mexico.");
    EXPECT_EQ(authority(lagoon, findings[0]).provision, "Lagoon Accord 7(2)");
}

TEST(OddRules, r19_a_party_can_refuse_filings_for_a_time) {
    const Mechanism& lagoon = mechanism("lagoon");
    const auto said = [&](std::string_view on) {
        const Filing filing{.filer_of = "USA", .respondent = "CAN", .day = day(on)};
        const auto findings = standing(lagoon, filing);
        return findings.empty() ? "accepted" : describe(lagoon, filing, findings[0])[base::Language::en];
    };
    EXPECT_EQ(said("2012-02-29"), "accepted");
    EXPECT_EQ(said("2012-03-01"), "CAN refused such filings from 1 March 2012 to 31 May 2014.");
    EXPECT_EQ(said("2014-05-31"), "CAN refused such filings from 1 March 2012 to 31 May 2014.");
    // Taken back before its four years were over.
    EXPECT_EQ(said("2014-06-01"),
              "CAN had refused such filings from 1 March 2012 to 31 May 2014; on 1 June 2014 it accepted them.");
    Reservation open = lagoon.reservations[0];
    open.revoked.reset();
    open.authority.in_force.to.reset();
    EXPECT_EQ(effective(open).to, day("2016-02-29"));  // no longer than the law lets it
}

}  // namespace comity::law
