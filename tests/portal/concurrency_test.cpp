#include <fmt/format.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "portal/records.hpp"
#include "store/databases.hpp"

// Requests in several threads while the record is written. Run under the thread sanitizer too (preset tsan).
namespace comity::portal {

namespace {

class Concurrency : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(On, Concurrency, testing::Values("sqlite", "postgres"),
                         [](const auto& held) { return std::string(held.param); });

constexpr const char* targets[] = {"/en",
                                   "/fr",
                                   "/en/news",
                                   "/es/noticias?q=water",
                                   "/en/news.json?sort=title&limit=7",
                                   "/en/news.atom",
                                   "/en/publications?type=report&from=2010",
                                   "/fr/publications.csv",
                                   "/en/submissions",
                                   "/en/submissions?on=2011-02-20",
                                   "/en/submissions.json?q=water",
                                   "/en/search?q=water"};

}  // namespace

TEST_P(Concurrency, pages_answer_and_a_commit_is_seen_by_the_next_request) {
    bench::Portal portal(store::tests::new_database(GetParam()));
    bench::Random random(5);
    for (const Kind& kind : kinds())
        for (int i = 0; i < 5; ++i) commit(portal.store(), put(portal.store(), kind, fmt::format("SEM-0{}", i), random));

    std::atomic<bool> ended = false;
    std::mutex mutex;
    std::vector<std::string> wrong;
    const auto note = [&](std::string what) {
        const std::lock_guard lock(mutex);
        wrong.push_back(std::move(what));
    };
    std::vector<std::thread> readers;
    for (unsigned i = 0; i < 3; ++i)
        readers.emplace_back([&, i] {
            for (std::size_t at = i; !ended; ++at) {
                try {
                    portal.ask(targets[at % std::size(targets)]);
                } catch (const std::exception& error) { note(error.what()); }
            }
        });
    for (int i = 0; i < 30; ++i) {
        const Kind& kind = kinds()[static_cast<std::size_t>(i) % kinds().size()];
        const std::string id = fmt::format("SEM-1{}", i % 12);
        const bool gone = portal.store().snapshot().read(kind.type, id, record::Audience::officers) && random.chance(0.5);
        commit(portal.store(), gone ? removal(portal.store(), kind, id) : put(portal.store(), kind, id, random));
        try {
            const std::vector<std::string> listed = read(portal, fmt::format("{}.json?limit=1000", kind.list)).ids;
            if ((std::ranges::find(listed, id) == listed.end()) != gone)
                note(fmt::format("{} of {} is {} after its commit", id, kind.list, gone ? "still there" : "not there"));
        } catch (const std::exception& error) { note(error.what()); }
    }
    ended = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, std::vector<std::string>{});
}

}  // namespace comity::portal
