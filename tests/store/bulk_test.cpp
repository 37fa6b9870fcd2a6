#include <fmt/format.h>

#include <thread>

#include "store/databases.hpp"
#include "store/verify.hpp"

namespace comity::store::tests {

ON_EACH_DATABASE(Bulk);

namespace {

std::vector<record::Change> three_thousand_records() {
    std::vector<record::Change> changes{put("party", R"json({"id":"CAN","name":{"en":"Canada"}})json")};
    for (int i = 0; i < 500; ++i) {
        changes.push_back(
            put("submission",
                fmt::format(R"json({{"id":"S{0}","title":{{"en":"Submission {0}","fr":"Communication {0}","original":"en"}},
            "agreement":"naaec","party":"CAN","matters":["water","lake {0}"],"laws":[{{"name":"Fisheries Act","party":"CAN"}}]}})json",
                            i)));
        for (int k = 0; k < 5; ++k)
            changes.push_back(put("event", fmt::format(R"json({{"id":"S{0}-{1}","submission":"S{0}","date":"2020-01-0{2}",
                "summary":{{"en":"The Secretariat determined that response {1} of the Party was to be considered","original":"en"}}}})json",
                                                       i, k, k + 1)));
    }
    return changes;
}

}  // namespace

TEST_P(Bulk, import_is_one_commit_and_again_none) {
    const Receipt first = commit(three_thousand_records());
    EXPECT_EQ(first.sequence, 1);
    EXPECT_EQ(store().snapshot().search({"submission"}, "lake 77", 10).count, 1U);
    EXPECT_EQ(store().snapshot().search({}, "secretariat", 10).count, 500U);
    EXPECT_FALSE(commit(three_thousand_records()).changed);
    EXPECT_TRUE(verify(store().snapshot()).findings.empty());
}

TEST_P(Bulk, reading_goes_on_in_many_threads_while_it_is_written) {
    commit(three_thousand_records());
    std::atomic<bool> ended = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] {
            while (!ended) {
                const Snapshot snapshot = store().snapshot();
                // Each commit adds one submission with one event, and changes the one before.
                const std::int64_t submissions = snapshot.count("submission", record::Audience::everyone);
                const auto list = snapshot.list("event", record::Audience::everyone, {{}, "", 50});
                if (snapshot.count("event", record::Audience::everyone) != 2'500 + (submissions - 500)) ++wrong;
                if (snapshot.head() != 1 + submissions - 500 || list.size() != 50) ++wrong;
                const SearchResult found = snapshot.search({"submission"}, "secretariat", 1'000);
                if (found.counts.at("submission") != static_cast<std::size_t>(submissions)) ++wrong;
                if (found.found.size() != static_cast<std::size_t>(submissions)) ++wrong;
            }
        });
    const auto secretariat = [](int i, std::string_view title, std::int64_t version = 0) {
        return put("submission",
                   fmt::format(R"json({{"id":"T{}","title":{{"en":"{}"}},"agreement":"naaec","party":"CAN"}})json", i, title),
                   version);
    };
    for (int i = 0; i < 50; ++i) {
        std::vector<record::Change> changes{
            secretariat(i, "A Secretariat"),
            put("event", fmt::format(R"json({{"id":"T{0}","submission":"T{0}","summary":{{"en":"T"}}}})json", i))};
        if (i > 0) changes.push_back(secretariat(i - 1, "The Secretariat", i + 1));
        commit(std::move(changes));
    }
    ended = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace comity::store::tests
