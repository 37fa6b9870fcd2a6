#include "store/connection.hpp"
#include "store/databases.hpp"
#include "store/verify.hpp"

namespace comity::store::tests {

ON_EACH_DATABASE(Failure);

TEST_P(Failure, of_the_database_reaches_the_one_who_commits_and_passes) {
    commit_a_case();
    tamper("ALTER TABLE paper RENAME TO elsewhere");
    const auto paper = [] { return std::vector{put("paper", R"json({"id":"p2","title":{"fr":"x"}})json")}; };
    EXPECT_THROW(static_cast<void>(store().commit({"w", "r", paper(), noon})), Unavailable);
    EXPECT_THROW(static_cast<void>(store().snapshot().read("paper", "p1", record::Audience::everyone)), Unavailable);
    EXPECT_EQ(commit({put("party", R"json({"id":"USA","name":{"en":"x"}})json")}).sequence, 2);
    tamper("ALTER TABLE elsewhere RENAME TO paper");
    EXPECT_EQ(commit(paper()).sequence, 3);
    EXPECT_TRUE(store().snapshot().read("paper", "p1", record::Audience::everyone));
    EXPECT_TRUE(verify(store().snapshot()).findings.empty());
}

TEST(FailureOnPostgres, of_every_connection_is_mended_by_the_next_use) {
    const std::string address = new_database("postgres");
    const auto opened = open({address, catalog(), true});
    ASSERT_TRUE(opened) << opened.error();
    Store& store = **opened;
    const auto party = [](const char* id) {
        return std::vector{put("party", std::string(R"json({"id":")json") + id + R"json(","name":{"en":"x"}})json")};
    };
    ASSERT_TRUE(store.commit({"w", "r", party("CAN"), noon}));
    EXPECT_EQ(store.snapshot().count("party", record::Audience::everyone), 1);
    connect(address, Purpose::write)
        ->script(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
            "pg_backend_pid()");
    EXPECT_EQ(store.snapshot().count("party", record::Audience::everyone), 1);
    // The writer may learn of it by this commit, whose caller is told, or before.
    try {
        static_cast<void>(store.commit({"w", "r", party("MEX"), noon}));
    } catch (const Unavailable&) { EXPECT_FALSE(store.snapshot().read("party", "MEX", record::Audience::everyone)); }
    EXPECT_TRUE(store.commit({"w", "r", party("USA"), noon}));
    EXPECT_TRUE(verify(store.snapshot()).findings.empty());
}

}  // namespace comity::store::tests
