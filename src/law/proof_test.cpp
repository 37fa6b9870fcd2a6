#include "law/proof.hpp"

#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "base/json_writer.hpp"
#include "law/clock_name.hpp"
#include "law/json_tree.hpp"

namespace comity::law {
namespace {

base::Date date(std::string_view text) { return base::parse_date(text).value(); }

const std::vector<Event>& sem_13_001() {
    static const std::vector<Event> events{{.type = "filed", .date = date("2013-04-11")},
                                           {.type = "acknowledged", .date = date("2013-04-15")},
                                           {.type = "criteria_not_met", .date = date("2013-05-24")},
                                           {.type = "revised_submission_received", .date = date("2013-08-16")},
                                           {.type = "criteria_met", .date = date("2013-11-12")},
                                           {.type = "response_requested", .date = date("2013-11-12")},
                                           {.type = "response_received", .date = date("2014-02")}};
    return events;
}

std::string proof_of(std::string_view clock, std::string_view on = "2014-06-01", base::Language language = base::Language::en) {
    const auto proof = make_proof(
        *find_mechanism(*shipped(), "naaec"), shipped_files(), sem_13_001(),
        {.case_id = "SEM-13-001", .record_version = 7, .clock = clock, .on = base::parse_day(on).value(), .language = language});
    EXPECT_TRUE(proof) << proof.error();
    return proof.value_or("");
}

ProofChecked checked(const std::string& json) {
    const auto result = check_proof({"proof.json", json}, shipped_files());
    EXPECT_TRUE(result) << base::to_string(result.error().front());
    return result.value_or(ProofChecked{});
}

std::string replaced(std::string text, std::string_view old, std::string_view with) {
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), with);
}

// The proof with another rule text, whose hash is right again.
std::string with_law(const std::string& proof, std::string_view file, std::string_view old, std::string_view with) {
    std::string_view text;
    const auto files = shipped_files();
    for (const SourceFile& each : files)
        if (each.name == file) text = each.text;
    std::string before, after;
    base::append_json_string(before, text);
    const std::string changed = replaced(std::string(text), old, with);
    base::append_json_string(after, changed);
    return replaced(replaced(proof, before, after), base::sha256(text), base::sha256(changed));
}

std::string refused(const std::string& json) {
    const auto result = check_proof({"proof.json", json}, shipped_files());
    EXPECT_FALSE(result) << json.substr(0, 200);
    return result ? "" : base::to_string(result.error().front());
}

const ProofDifference* difference(const ProofChecked& result, std::string_view where) {
    for (const ProofDifference& each : result.differences)
        if (each.where == where) return &each;
    return nullptr;
}

}  // namespace

TEST(Proof, comes_out_equal_for_every_clock_of_a_case_in_every_language) {
    const Mechanism& mechanism = *find_mechanism(*shipped(), "naaec");
    const base::Day on = base::parse_day("2014-06-01").value();
    const Evaluation evaluation = evaluate(mechanism, sem_13_001(), on);
    ASSERT_GT(evaluation.clocks.size(), 5U);
    for (const Clock& clock : evaluation.clocks)
        for (const base::Language language : base::languages) {
            const ProofChecked result = checked(proof_of(clock_name(evaluation, clock), "2014-06-01", language));
            EXPECT_TRUE(result.differences.empty()) << result.clock << " " << result.differences.front().where;
            EXPECT_TRUE(result.news.empty()) << result.news.front();
            EXPECT_EQ(result.case_id, "SEM-13-001");
            EXPECT_EQ(result.events, 7U);
        }
}

TEST(Proof, holds_nothing_of_the_days_after_the_one_asked_about) {
    const std::string proof = proof_of("review", "2013-05-01");
    EXPECT_EQ(proof.find("criteria_not_met\",\"date"), std::string::npos);
    EXPECT_TRUE(checked(proof).differences.empty());
    EXPECT_EQ(checked(proof).events, 2U);
}

TEST(Proof, names_the_claim_that_was_changed) {
    const ProofChecked due = checked(replaced(proof_of("review"), R"("due":"2013-05-24")", R"("due":"2013-05-27")"));
    ASSERT_EQ(due.differences.size(), 1U);
    EXPECT_EQ(due.differences[0].where, "clock.due");
    EXPECT_EQ(due.differences[0].claimed, "\"2013-05-27\"");
    EXPECT_EQ(due.differences[0].recomputed, "\"2013-05-24\"");
    const ProofChecked number = checked(replaced(proof_of("review"), R"("number":30)", R"("number":31)"));
    ASSERT_TRUE(difference(number, "clock.limit.number"));
    EXPECT_EQ(difference(number, "clock.limit.number")->claimed, "31");
    const ProofChecked extra = checked(replaced(proof_of("review"), R"("met_by":)", R"("paid":true,"met_by":)"));
    ASSERT_TRUE(difference(extra, "clock.paid"));
    EXPECT_EQ(difference(extra, "clock.paid")->recomputed, "");
}

TEST(Proof, names_the_day_that_was_left_out_of_the_count) {
    const std::string proof = proof_of("review");
    const std::size_t at = proof.find(R"({"date":"2013-05-20")");
    ASSERT_NE(at, std::string::npos);
    const ProofChecked result = checked(std::string(proof).erase(at - 1, proof.find('}', at) + 2 - at));
    ASSERT_EQ(result.differences.size(), 1U);
    EXPECT_EQ(result.differences[0].where, "clock.skipped 2013-05-20");
    EXPECT_EQ(result.differences[0].claimed, "");
}

TEST(Proof, names_the_input_that_was_changed) {
    const ProofChecked event =
        checked(replaced(proof_of("review"), R"("type":"filed","date":"2013-04-11")", R"("type":"filed","date":"2013-04-10")"));
    ASSERT_TRUE(difference(event, "clock.opened_by.date"));
    ASSERT_TRUE(difference(event, "clock.due"));
    EXPECT_EQ(difference(event, "clock.due")->recomputed, "\"2013-05-23\"");
    const ProofChecked day = checked(replaced(proof_of("review-2"), R"("on":"2014-06-01")", R"("on":"2013-06-01")"));
    ASSERT_TRUE(difference(day, "clock"));
    EXPECT_EQ(difference(day, "clock")->recomputed, "");
}

TEST(Proof, names_the_rule_text_that_was_changed) {
    const std::string file = "data/law/naaec/guidelines-2012.toml";
    const std::string proof = proof_of("review");
    const ProofChecked comment =
        checked(replaced(proof, "# The guidelines as revised at New", "# The guidelines as reviled at New"));
    ASSERT_EQ(comment.differences.size(), 1U);
    EXPECT_EQ(comment.differences[0].where, file + ", sha256");
    ASSERT_EQ(comment.news.size(), 2U);
    EXPECT_NE(comment.news[0].find(file + " differs from this program's from line 1 on"), std::string::npos) << comment.news[0];
    const ProofChecked number = checked(with_law(proof, file, "number = 30", "number = 31"));
    EXPECT_FALSE(difference(number, file + ", sha256"));
    ASSERT_TRUE(difference(number, "clock.due"));
    EXPECT_EQ(difference(number, "clock.due")->recomputed, "\"2013-05-27\"");
    EXPECT_EQ(number.news.size(), 4U);  // the file, and what follows for limit, due date and days late
}

TEST(Proof, names_the_calendar_that_was_changed) {
    const std::string file = "data/law/calendars/secretariat-montreal.toml";
    const ProofChecked result = checked(
        with_law(proof_of("review"), file, "weekday = \"monday\"\ndate = \"05-25\"", "weekday = \"tuesday\"\ndate = \"05-25\""));
    ASSERT_TRUE(difference(result, "clock.skipped 2013-05-20"));
    ASSERT_TRUE(difference(result, "clock.skipped 2013-05-21"));
    EXPECT_EQ(difference(result, "clock.skipped 2013-05-21")->claimed, "");
}

TEST(Proof, refuses_what_is_no_proof) {
    const std::string proof = proof_of("review");
    EXPECT_EQ(refused(""), "proof.json:1: ends before the JSON value does; the whole file");
    EXPECT_EQ(refused(proof.substr(0, 5000)), "proof.json:1: ends before the JSON value does; the whole file");
    EXPECT_EQ(refused("[]"), "proof.json:1: this is not a table; write it as [name] or { key = value }");
    EXPECT_NE(refused("{}").find("format: is missing"), std::string::npos);
    EXPECT_NE(refused(replaced(proof, "comity-proof", "other-proof")).find("this is no proof"), std::string::npos);
    EXPECT_NE(refused(replaced(proof, "\"version\":1", "\"version\":2")).find("version: is 2; 1, which is"), std::string::npos);
    EXPECT_NE(refused(replaced(proof, "\"version\":1", "\"version\":1,\"version\":1")).find("the key \"version\" stands twice"),
              std::string::npos);
    EXPECT_NE(
        refused(replaced(proof, "\"version\":1", "\"version\":1,\"v\\u0065rsion\":1")).find("the key \"version\" stands twice"),
        std::string::npos);
    EXPECT_NE(refused(replaced(proof, "\"version\":1", "\"version\":1.5")).find("is not whole"), std::string::npos);
    EXPECT_NE(refused(replaced(proof, "\"filed\",", "\"filed\",\"weight\":1,")).find("event 0, weight: is not a key"),
              std::string::npos);
    EXPECT_NE(refused(replaced(proof, "2013-04-11", "2013-04-31")).find("event 0, date: "), std::string::npos);
    EXPECT_NE(refused(replaced(proof, "2013-04-11", "0013-04-11")).find("outside the days that calendars know"),
              std::string::npos);
    EXPECT_NE(refused(proof + "x").find("something after the end"), std::string::npos);
    EXPECT_NE(refused(std::string(100'000, '[')).find("nested too deeply"), std::string::npos);
    EXPECT_NE(refused("\"" + std::string(3 << 20, 'x') + "\"").find("bytes"), std::string::npos);
    EXPECT_NE(refused("{\"a\":\"\xff\"}").find("is not JSON"), std::string::npos);
    EXPECT_NE(
        refused(with_law(proof, "data/law/naaec/mechanism.toml", "[[step]]", "[[stop]]")).find("data/law/naaec/mechanism.toml:"),
        std::string::npos);
}

TEST(Proof, refuses_rules_that_would_never_end) {
    const std::string circle = with_law(proof_of("review"), "data/law/naaec/mechanism.toml", "[[step]]\nid = \"review\"\n",
                                        "[[step]]\nid = \"review\"\nrunning_out_opens = \"review\"\n");
    EXPECT_NE(refused(circle).find("open more than 20000 clocks"), std::string::npos);
}

TEST(Proof, says_which_clocks_there_are_where_it_was_asked_for_another) {
    const auto proof = make_proof(*find_mechanism(*shipped(), "naaec"), shipped_files(), sem_13_001(),
                                  {.case_id = "x", .clock = "no", .on = base::parse_day("2013-05-01").value()});
    ASSERT_FALSE(proof);
    EXPECT_EQ(proof.error(), "there is no clock \"no\" on 2013-05-01; there are review, acknowledgement");
}

}  // namespace comity::law
