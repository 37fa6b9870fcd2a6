#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "record/canonical.hpp"
#include "store/databases.hpp"

namespace comity::store::tests {

namespace {

using record::Audience;

std::string ids(const std::vector<Stored>& list) {
    std::string all;
    for (const Stored& stored : list) all += stored.id + " ";
    return all;
}

}  // namespace

ON_EACH_DATABASE(Reading);

TEST_P(Reading, finds_by_each_kind_of_field) {
    commit_a_case();
    commit({put("submission",
                R"json({"id":"S2","title":{"en":"x"},"agreement":"naaec","party":"MEX","matters":["noise"],"pages":12})json")});
    const Snapshot snapshot = store().snapshot();
    auto found = [&](const char* field, const char* value) {
        return ids(snapshot.list("submission", Audience::officers, {{{field, value}}, "", 0}));
    };
    EXPECT_EQ(found("agreement", "naaec"), "S2 ");
    EXPECT_EQ(found("party", "CAN"), "SEM-21-001 ");
    EXPECT_EQ(found("filed", "2021-02"), "SEM-21-001 ");
    EXPECT_EQ(found("matters", "noise"), "S2 SEM-21-001 ");
    EXPECT_EQ(found("matters", "ports"), "SEM-21-001 ");
    EXPECT_EQ(found("others", "MEX"), "SEM-21-001 ");
    EXPECT_EQ(found("laws.party", "CAN"), "SEM-21-001 ");
    EXPECT_EQ(found("pages", "12"), "S2 ");
    EXPECT_EQ(found("pages", "twelve"), "");
    EXPECT_EQ(found("confidential", "true"), "SEM-21-001 ");
    EXPECT_EQ(found("confidential", "false"), "S2 ");
    EXPECT_EQ(ids(snapshot.list("submission", Audience::officers, {{{"matters", "noise"}, {"party", "MEX"}}, "", 0})), "S2 ");
    EXPECT_EQ(ids(snapshot.list("submission", Audience::officers, {{{"matters", "noise"}, {"matters", "ports"}}, "", 0})),
              "SEM-21-001 ");
    EXPECT_EQ(ids(snapshot.list("submission", Audience::officers, {{{"matters", "noise"}}, "S2", 1})), "SEM-21-001 ");
    EXPECT_EQ(ids(snapshot.list("submission", Audience::officers, {{{"matters", "noise"}}, "", 1})), "S2 ");
    EXPECT_EQ(snapshot.count("submission", Audience::everyone, {{"matters", "noise"}, {"party", "MEX"}}), 1);
    EXPECT_EQ(snapshot.count("submission", Audience::everyone, {{"matters", "noise"}}), 2);
    EXPECT_EQ(snapshot.count("submission", Audience::everyone), 2);
    EXPECT_EQ(ids(snapshot.parts("event", "SEM-21-001", Audience::everyone)), "e1 ");
    EXPECT_FALSE(snapshot.read("submission", "S9", Audience::officers));
}

TEST_P(Reading, pages_by_id_in_the_order_of_bytes) {
    std::vector<record::Change> changes;
    for (const char* id : {"b", "a", "B", "A", "a-1", "a.1", "10", "9", "_"})
        changes.push_back(put("party", fmt::format(R"json({{"id":"{}","name":{{"en":"x"}}}})json", id)));
    commit(changes);
    const Snapshot snapshot = store().snapshot();
    EXPECT_EQ(ids(snapshot.list("party", Audience::everyone)), "10 9 A B _ a a-1 a.1 b ");
    EXPECT_EQ(ids(snapshot.list("party", Audience::everyone, {{}, "B", 3})), "_ a a-1 ");
    EXPECT_EQ(ids(snapshot.list("party", Audience::everyone, {{}, "b", 3})), "");
}

TEST_P(Reading, sees_one_position_of_the_journal_whatever_is_written_meanwhile) {
    commit_a_case();
    const Snapshot before = store().snapshot();
    commit({put("party", R"json({"id":"USA","name":{"en":"x"}})json"), removal("paper", "p1", 1)});
    const Snapshot after = store().snapshot();
    EXPECT_EQ(before.head(), 1);
    EXPECT_EQ(after.head(), 2);
    EXPECT_EQ(before.count("party", Audience::everyone), 2);
    EXPECT_EQ(after.count("party", Audience::everyone), 3);
    EXPECT_TRUE(before.read("paper", "p1", Audience::everyone));
    EXPECT_FALSE(after.read("paper", "p1", Audience::everyone));
    EXPECT_EQ(before.search({}, "forêt", 10).count, 1U);
    EXPECT_EQ(after.search({}, "forêt", 10).count, 0U);
}

TEST_P(Reading, keeps_what_is_for_officers) {
    commit_a_case();
    const Snapshot snapshot = store().snapshot();
    const auto seen = snapshot.read("submission", "SEM-21-001", Audience::everyone);
    ASSERT_TRUE(seen);
    EXPECT_FALSE(seen->record.as_object().contains("filer"));
    EXPECT_FALSE(seen->record.as_object().contains("notes"));
    EXPECT_TRUE(snapshot.read("submission", "SEM-21-001", Audience::officers)->record.as_object().contains("filer"));
    // Nor can it be guessed by asking for the value.
    EXPECT_EQ(snapshot.count("submission", Audience::everyone, {{"filer", "Ondine Quillfeather"}}), 0);
    EXPECT_EQ(snapshot.count("submission", Audience::everyone, {{"notes", "telephoned"}}), 0);
    EXPECT_EQ(snapshot.count("submission", Audience::officers, {{"filer", "Ondine Quillfeather"}}), 1);
    EXPECT_EQ(snapshot.count("submission", Audience::officers, {{"notes", "telephoned"}}), 1);
}

TEST_P(Reading, keeps_the_parts_of_what_is_for_officers) {
    commit_a_case();
    commit(
        {put("submission",
             R"json({"id":"SEM-21-001","title":{"en":"x"},"agreement":"naaec","party":"CAN","visibility":"officers"})json", 1)});
    const Snapshot snapshot = store().snapshot();
    for (const auto& [type, id] : {std::pair("submission", "SEM-21-001"), std::pair("event", "e1"), std::pair("paper", "p1")}) {
        EXPECT_FALSE(snapshot.read(type, id, Audience::everyone)) << type;
        EXPECT_TRUE(snapshot.read(type, id, Audience::officers)) << type;
        EXPECT_EQ(snapshot.count(type, Audience::everyone), 0) << type;
        EXPECT_TRUE(snapshot.history(type, id, Audience::everyone).empty()) << type;
    }
    EXPECT_TRUE(snapshot.parts("event", "SEM-21-001", Audience::everyone).empty());
    EXPECT_EQ(snapshot.search({}, "Secretariat", 10).count, 0U);
    EXPECT_EQ(snapshot.search({}, "forêts", 10).count, 0U);
}

TEST_P(Reading, shows_the_history_of_a_record) {
    commit_a_case();
    commit({put("party", R"json({"id":"USA","name":{"en":"A"}})json")});
    commit({put("party", R"json({"id":"USA","name":{"en":"B"}})json", 2)});
    commit({removal("party", "USA", 3)});
    const Snapshot snapshot = store().snapshot();
    const auto revisions = snapshot.history("party", "USA", Audience::officers);
    ASSERT_EQ(revisions.size(), 3U);
    EXPECT_EQ(record::canonical(revisions[1].record), R"json({"id":"USA","name":{"en":"B","original":"en"}})json");
    EXPECT_EQ(revisions[1].sequence, 3);
    EXPECT_EQ(revisions[1].reason, "a test");
    EXPECT_TRUE(revisions[2].removed);
    EXPECT_TRUE(snapshot.history("party", "USA", Audience::everyone).empty());
    EXPECT_EQ(snapshot.history("party", "CAN", Audience::everyone).size(), 1U);
}

TEST_P(Reading, hides_in_the_history_what_is_hidden_today) {
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json")});
    const char* form =
        R"json({{"id":"S1","title":{{"en":"{}"}},"agreement":"naaec","party":"CAN","filer":"Ondine Quillfeather"{}}})json";
    commit({put("submission", fmt::format(fmt::runtime(form), "first", ""))});
    EXPECT_TRUE(store().snapshot().history("submission", "S1", Audience::everyone).front().record.as_object().contains("filer"));
    commit({put("submission", fmt::format(fmt::runtime(form), "second", R"json(,"confidential":true)json"), 2)});
    const auto revisions = store().snapshot().history("submission", "S1", Audience::everyone);
    ASSERT_EQ(revisions.size(), 2U);
    for (const Revision& revision : revisions) EXPECT_FALSE(revision.record.as_object().contains("filer"));
}

}  // namespace comity::store::tests
