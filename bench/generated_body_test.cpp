#include "bench/generated_body.hpp"

#include <gtest/gtest.h>

#include "exchange/catalog.hpp"
#include "record/canonical.hpp"

namespace comity::bench {
namespace {

constexpr const char* folder = COMITY_SOURCE_DIR "/data/bodies/cec";

std::string written(const Recipe& recipe) {
    std::string all;
    GeneratedBody(folder, exchange::catalog(), recipe).each([&](const record::Change& change) {
        all += change.type + " " + change.id + " " + record::canonical(change.record) + "\n";
    });
    return all;
}

TEST(GeneratedBody, the_same_seed_gives_the_same_records_and_another_gives_others) {
    const std::string first = written({.seed = 7, .records = 300});
    EXPECT_EQ(first, written({.seed = 7, .records = 300}));
    EXPECT_NE(first, written({.seed = 8, .records = 300}));
}

// What is refused when it is committed is thrown by load().
TEST(GeneratedBody, every_record_is_accepted_by_the_store_under_its_own_id) {
    const auto store = store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true});
    ASSERT_TRUE(store) << store.error();
    const GeneratedBody body(folder, exchange::catalog(), {.records = 2'000});
    const std::size_t records = load(**store, body, store::Time{});
    const store::Snapshot snapshot = (*store)->snapshot();
    std::int64_t stored = 0;
    for (const record::RecordType* type : exchange::catalog()) stored += snapshot.count(type->name, record::Audience::officers);
    EXPECT_EQ(stored, static_cast<std::int64_t>(records));
    for (const std::size_t number : {std::size_t{0}, body.count("publication") - 1})
        EXPECT_TRUE(snapshot.read("publication", body.id("publication", number), record::Audience::everyone)) << number;
    EXPECT_GE(body.count("publication"), 1'000u);
}

}  // namespace
}  // namespace comity::bench
