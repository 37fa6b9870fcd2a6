#include <boost/json/value.hpp>

#include <thread>

#include "record/canonical.hpp"
#include "store/databases.hpp"

namespace comity::store::tests {

ON_EACH_DATABASE(Commit);

TEST_P(Commit, gives_back_what_was_written_with_fields_of_every_kind) {
    commit_a_case();
    const auto stored = store().snapshot().read("submission", "SEM-21-001", record::Audience::officers);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->version, 1);
    EXPECT_EQ(
        record::canonical(stored->record),
        R"json({"agreement":"usmca","area":12,"confidential":true,"cost":{"amount":9000000,"basis":"equivalent","currency":"USD",)json"
        R"json("rate_date":"2008-12-15"},"filed":"2021-02","filer":"Ondine Quillfeather","id":"SEM-21-001",)json"
        R"json("laws":[{"name":"Fisheries Act","party":"CAN"},{"name":"CEAA 2012"}],"matters":["noise","ports"],"notes":"telephoned",)json"
        R"json("others":["MEX"],"pages":0,"party":"CAN","place":{"country":"CAN","latitude":54,"longitude":-130.35,)json"
        R"json("name":{"en":"Prince Rupert","original":"en"}},"provenance":{"confidence":"partial","sources":["http://www.cec.org"]},)json"
        R"json("title":{"en":"Fairview Terminal","fr":"Terminal de Fairview","original":"en"}})json");
}

TEST_P(Commit, journals_each_change_in_a_chain) {
    commit_a_case();
    commit({put("party", R"json({"id":"CAN","name":{"en":"Canada!","original":"en"}})json", 1)});
    const auto entries = store().snapshot().entries(0, 10);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].time, "2026-11-22T12:00:00.000Z");
    EXPECT_EQ(entries[0].actor, "a clerk");
    EXPECT_EQ(entries[0].previous, "");
    EXPECT_EQ(entries[1].previous, entries[0].hash);
    EXPECT_EQ(entries[1].hash, record::hash_of(entries[1]));
    EXPECT_EQ(
        entries[1].changes,
        R"json([{"do":"put","id":"CAN","on_version":1,"record":{"id":"CAN","name":{"en":"Canada!","original":"en"}},"type":"party"}])json");
}

TEST_P(Commit, leaves_out_what_equals_the_store) {
    commit_a_case();
    const std::string before = dump();
    const Receipt same = commit(
        {put("party", R"json({"name":{"original":"en","en":"Canada"},"id":"CAN"})json"),
         put("event",
             R"json({"id":"e1","submission":"SEM-21-001","date":"2021-02-09","summary":{"en":"The Secretariat asks for enforcement records"}})json")});
    EXPECT_FALSE(same.changed);
    EXPECT_EQ(same.sequence, 1);
    EXPECT_EQ(same.versions, (std::vector<std::int64_t>{1, 1}));
    EXPECT_EQ(dump(), before);
    EXPECT_FALSE(commit({}).changed);
}

TEST_P(Commit, refuses_a_stale_version_and_names_the_current_one) {
    commit_a_case();
    EXPECT_EQ(commit({put("party", R"json({"id":"CAN","name":{"en":"A"}})json", 1)}).versions.front(), 2);
    EXPECT_EQ(fault({put("party", R"json({"id":"CAN","name":{"en":"B"}})json", 1)}),
              "CAN, version: has changed since version 1; it is at version 2; read it again and repeat the change");
    EXPECT_EQ(fault({put("party", R"json({"id":"CAN","name":{"en":"B"}})json", 0)}).substr(0, 61),
              "CAN, version: a party with this id exists, at version 2; choo");
    EXPECT_EQ(fault({removal("event", "e1", 7)}).substr(0, 40), "e1, version: has changed since version 7");
    EXPECT_EQ(fault({removal("event", "nothing", 0)}), "nothing: there is no event with this id to remove");
    EXPECT_EQ(store().head(), 2);
}

TEST_P(Commit, gives_a_record_that_is_made_again_a_version_it_never_had) {
    commit({put("party", R"json({"id":"USA","name":{"en":"A"}})json")});
    commit({removal("party", "USA", 1)});
    EXPECT_EQ(fault({put("party", R"json({"id":"USA","name":{"en":"B"}})json", 1)}),
              "USA, version: the party was removed after version 1; look at its history; give version 0 to make it again");
    EXPECT_EQ(commit({put("party", R"json({"id":"USA","name":{"en":"B"}})json")}).versions.front(), 3);
}

TEST_P(Commit, checks_references_in_columns_lists_and_structures) {
    commit_a_case();
    EXPECT_EQ(fault({put("event", R"json({"id":"e2","submission":"SEM-99-999","summary":{"en":"x"}})json")}),
              "e2, submission: there is no submission \"SEM-99-999\"; write the id of a submission");
    const char* other = R"json({"id":"S2","title":{"en":"x"},"agreement":"naaec","party":"CAN","others":["MEX","ATL"]})json";
    EXPECT_EQ(fault({put("submission", other)}), "S2, others.[1]: there is no party \"ATL\"; write the id of a party");
    const char* law =
        R"json({"id":"S2","title":{"en":"x"},"agreement":"naaec","party":"CAN","laws":[{"name":"l","party":"ATL"}]})json";
    EXPECT_EQ(fault({put("submission", law)}), "S2, laws.[0].party: there is no party \"ATL\"; write the id of a party");
    EXPECT_EQ(fault({put("submission", R"json({"id":"S2","title":{"en":"x"},"agreement":"naaec","party":""})json")}),
              "S2, party: is missing; write the id of a party");
    EXPECT_EQ(store().head(), 1);
}

TEST_P(Commit, refuses_to_remove_what_is_referred_to) {
    commit_a_case();
    EXPECT_EQ(fault({removal("submission", "SEM-21-001", 1)}),
              "SEM-21-001: the event e1 refers to it; remove that first, or change what it refers to");
    EXPECT_EQ(fault({removal("party", "MEX", 1)}).substr(0, 44), "MEX: the submission SEM-21-001 refers to it;");
    EXPECT_EQ(fault({removal("event", "e1", 1), put("paper", R"json({"id":"p1","event":"e1","title":{"fr":"Autre"}})json", 1)}),
              "p1, event: the event e1 is removed by the same commit");
    EXPECT_EQ(commit({removal("event", "e1", 1), removal("paper", "p1", 1)}).versions, (std::vector<std::int64_t>{0, 0}));
}

TEST_P(Commit, takes_all_of_its_changes_or_none) {
    const std::string before = dump();
    EXPECT_EQ(fault({put("party", R"json({"id":"CAN","name":{"en":"A"}})json"),
                     put("party", R"json({"id":"USA","name":{"en":"A"}})json", 5)})
                  .substr(0, 13),
              "USA, version:");
    EXPECT_EQ(fault({put("party", R"json({"id":"CAN","name":{"en":"A"}})json"),
                     put("party", R"json({"id":"CAN","name":{"en":"B"}})json")}),
              "CAN, id: comes twice in one commit; give each record once");
    EXPECT_EQ(dump(), before);
}

TEST_P(Commit, keeps_one_chain_under_many_writers) {
    constexpr int writers = 8, each = 25;
    std::vector<std::thread> threads;
    std::atomic<int> refused = 0;
    for (int w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 0; i < each; ++i) {
                const std::string id = std::to_string(w) + "-" + std::to_string(i);
                // Every fifth is refused, and must not undo its neighbours in the group.
                const std::int64_t on_version = i % 5 == 0 ? 99 : 0;
                if (!store().commit({"w",
                                     "r",
                                     {put("party", R"json({"id":")json" + id + R"json(","name":{"en":"x"}})json", on_version)},
                                     noon}))
                    ++refused;
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(refused, writers * each / 5);
    EXPECT_EQ(store().head(), writers * each * 4 / 5);
    std::string last;
    for (const record::Entry& entry : store().snapshot().entries(0, 1000)) {
        EXPECT_EQ(entry.previous, last);
        last = entry.hash;
    }
}

TEST_P(Commit, shares_the_chain_with_another_process) {
    auto other = open(options());
    ASSERT_TRUE(other) << other.error();
    for (int i = 0; i < 10; ++i) {
        const std::string id = std::to_string(i);
        Store& writer = i % 2 ? store() : **other;
        ASSERT_TRUE(
            writer.commit({"w", "r", {put("party", R"json({"id":")json" + id + R"json(","name":{"en":"x"}})json")}, noon}));
    }
    EXPECT_EQ(store().snapshot().head(), 10);
    EXPECT_EQ((*other)->snapshot().head(), 10);
    for (int i = 0; i < 100 && (*other)->head() != 10; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ((*other)->head(), 10);
}

}  // namespace comity::store::tests
