#include <tuple>

#include "bench/generated_body.hpp"
#include "exchange/catalog.hpp"
#include "insight/coverage.hpp"
#include "portal/records.hpp"
#include "store/databases.hpp"

// Translation coverage is brought up to date with what a commit changed. It must be what counting everything gives.
namespace comity::portal {

namespace {

using insight::Coverage;

void expect_equal(const std::vector<Coverage>& kept, const std::vector<Coverage>& counted) {
    ASSERT_EQ(kept.size(), counted.size());
    for (std::size_t at = 0; at < counted.size(); ++at) {
        const std::string_view type = counted[at].type->name;
        EXPECT_EQ(kept[at].type, counted[at].type);
        EXPECT_EQ(kept[at].records, counted[at].records) << type;
        EXPECT_EQ(kept[at].texts, counted[at].texts) << type;
        for (std::size_t language = 0; language < counted[at].in.size(); ++language) {
            const insight::LanguageCount &a = kept[at].in[language], &b = counted[at].in[language];
            EXPECT_EQ(std::tie(a.original, a.translated, a.stale, a.missing),
                      std::tie(b.original, b.translated, b.stale, b.missing))
                << type;
        }
    }
}

}  // namespace

TEST(Covered, is_what_counting_everything_gives) {
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    bench::load(*store, {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = 500}}, store::tests::noon);
    bench::Random random(17);
    auto kept = insight::covered(store->snapshot(), nullptr);
    for (int round = 0; round < 120; ++round) {
        for (std::size_t commits = random.below(4); commits > 0; --commits) {
            const Kind& kind = kinds()[random.below(kinds().size())];
            const std::string id = "SEM-0" + std::to_string(random.below(8));
            const bool there = store->snapshot().read(kind.type, id, record::Audience::officers).has_value();
            auto changes = there && random.chance(0.3) ? removal(*store, kind, id) : put(*store, kind, id, random);
            auto* fields = changes.front().record.if_object();
            if (fields && random.chance(0.5)) {
                auto& title = fields->at("title").as_object();
                title["fr"] = "eau";
                if (random.chance(0.5)) title["stale"] = {"fr"};
            }
            commit(*store, std::move(changes));
        }
        kept = insight::covered(store->snapshot(), kept);
        ASSERT_EQ(kept->head, store->head());
        expect_equal(kept->types, insight::coverage(store->snapshot(), record::Audience::everyone));
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace comity::portal
