#include "store/verify.hpp"

#include <fmt/format.h>

#include "store/databases.hpp"

namespace comity::store::tests {

// A store with a case and two more entries.
class Verification : public OnEachDatabase {
  protected:
    Verification() {
        commit_a_case();
        commit({put("party", R"json({"id":"USA","name":{"en":"United States"}})json")});
        commit({put("event", R"json({"id":"e1","submission":"SEM-21-001","summary":{"en":"Changed"}})json", 1),
                removal("paper", "p1", 1)});
    }
    std::string first() {
        const Report report = verify(store().snapshot());
        return report.findings.empty() ? "" : to_string(report.findings.front());
    }
    // Changes the journal, which takes somebody who can switch off its triggers.
    void tamper_journal(const std::string& sql) {
        if (std::string_view(GetParam()) == "sqlite")
            tamper("DROP TRIGGER comity_journal_no_update; DROP TRIGGER comity_journal_no_delete; " + sql);
        else
            tamper("SET session_replication_role = replica; " + sql);
    }
};
INSTANTIATE_TEST_SUITE_P(On, Verification, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

TEST_P(Verification, finds_a_sound_store_sound) {
    const Report report = verify(store().snapshot());
    EXPECT_EQ(first(), "");
    EXPECT_EQ(report.entries, 3);
    EXPECT_EQ(report.records, 5);
    EXPECT_EQ(report.documents, 4);
}

TEST_P(Verification, of_an_empty_store_finds_nothing) {
    const auto empty = open({new_database(GetParam()), catalog(), true});
    ASSERT_TRUE(empty);
    EXPECT_TRUE(verify((*empty)->snapshot()).findings.empty());
}

TEST_P(Verification, names_the_first_broken_entry) {
    tamper_journal("UPDATE comity_journal SET reason = 'another' WHERE sequence >= 2");
    EXPECT_EQ(first(), "journal entry 2: has been altered: its content does not have its hash");
    const auto refused = rebuild(options());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), "journal entry 2 has been altered: its content does not have its hash; nothing was changed");
}

TEST_P(Verification, names_an_entry_whose_hash_was_altered_too) {
    record::Entry forged = store().snapshot().entries(1, 1).front();
    forged.actor = "nobody";
    tamper_journal(
        fmt::format("UPDATE comity_journal SET actor = 'nobody', hash = '{}' WHERE sequence = 2", record::hash_of(forged)));
    EXPECT_EQ(first(), "journal entry 3: does not name the hash of the entry before it");
}

TEST_P(Verification, names_a_gap) {
    tamper_journal("DELETE FROM comity_journal WHERE sequence = 2");
    EXPECT_EQ(first(), "journal entry 3: follows entry 1: what stood between them is missing");
}

TEST_P(Verification, names_a_record_that_was_changed_behind_the_journal) {
    tamper("UPDATE submission SET filed = '2020' WHERE id = 'SEM-21-001'");
    EXPECT_EQ(first(), "submission SEM-21-001: differs from what entry 1 wrote");
}

TEST_P(Verification, names_a_record_that_was_added_or_taken_away) {
    tamper("UPDATE party SET version = 9 WHERE id = 'USA'");
    EXPECT_EQ(first(), "party USA: is at version 9; entry 2 wrote it last");
    tamper("DELETE FROM party WHERE id = 'USA'");
    EXPECT_EQ(first(), "party USA: is missing in its table; entry 2 wrote it");
    tamper("INSERT INTO party (id, version) VALUES ('ATL', 1)");
    EXPECT_EQ(first(), "party ATL: is in its table, but the journal did not put it there");
}

TEST_P(Verification, names_a_document_that_does_not_say_what_the_record_says) {
    if (std::string_view(GetParam()) == "sqlite")
        tamper("UPDATE comity_words SET words = 'Avolcano' WHERE rowid = (SELECT number FROM comity_document WHERE id = 'USA')");
    else
        tamper("UPDATE comity_document SET words = '''volcano'':1A' WHERE id = 'USA'");
    EXPECT_EQ(first(), "party USA: is not in the search index as it reads");
    tamper(
        "INSERT INTO comity_document SELECT * FROM comity_document WHERE false; DELETE FROM comity_member WHERE value = 'noise'");
    EXPECT_EQ(to_string(verify(store().snapshot()).findings.back()),
              "submission : the members of its lists are not in comity_member as they read");
}

TEST_P(Verification, names_a_vocabulary_that_does_not_hold_the_words_of_the_documents) {
    const std::string wrong = "the vocabulary does not hold the words of the search index as they read";
    tamper("UPDATE comity_vocabulary SET documents = documents + 1 WHERE word = 'fairview'");
    EXPECT_EQ(first(), wrong);
    ASSERT_TRUE(rebuild(options()));
    EXPECT_EQ(first(), "");
    tamper("DELETE FROM comity_spelling WHERE word = 'fairview'");
    EXPECT_EQ(first(), wrong);
}

TEST_P(Verification, passes_after_a_migration_that_makes_the_index_again) {
    const std::string before = dump();
    close();
    tamper(
        "DROP TABLE comity_vocabulary; DROP TABLE comity_spelling; DROP TABLE comity_document_type; "
        "DELETE FROM comity_migration WHERE number >= 5");
    tamper(std::string_view(GetParam()) == "sqlite" ? "DROP TABLE comity_document_gone; DROP TABLE comity_document; CREATE TABLE "
                                                      "comity_document (number INTEGER PRIMARY KEY, type TEXT, id TEXT)"
                                                    : "ALTER TABLE comity_document DROP COLUMN vocabulary");
    reopen();
    EXPECT_EQ(first(), "");
    EXPECT_EQ(dump(), before);
    EXPECT_EQ(store().snapshot().search({}, "fairview", 10).count, 1U);
}

TEST_P(Verification, is_refused_by_a_journal_that_only_grows) {
    for (const char* sql : {"UPDATE comity_journal SET reason = 'x'", "DELETE FROM comity_journal"})
        EXPECT_THROW(tamper(sql), Unavailable) << sql;
    EXPECT_EQ(first(), "");
}

TEST_P(Verification, passes_after_a_rebuild_that_equals_what_was) {
    const std::string before = dump();
    auto rebuilt = rebuild(options());
    ASSERT_TRUE(rebuilt) << rebuilt.error();
    EXPECT_EQ(rebuilt->entries, 3);
    EXPECT_EQ(rebuilt->records, 5);
    EXPECT_EQ(dump(), before);
    tamper(
        "UPDATE submission SET filed = '2020'; DELETE FROM party; DELETE FROM comity_member; DELETE FROM comity_document; "
        "DELETE FROM comity_touched; INSERT INTO party (id, version) VALUES ('ATL', 1)");
    EXPECT_NE(first(), "");
    rebuilt = rebuild(options());
    ASSERT_TRUE(rebuilt) << rebuilt.error();
    EXPECT_EQ(dump(), before);
    EXPECT_EQ(first(), "");
    EXPECT_EQ(commit({put("party", R"json({"id":"ATL","name":{"en":"x"}})json")}).sequence, 4);
}

}  // namespace comity::store::tests
