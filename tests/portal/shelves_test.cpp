#include <algorithm>

#include "bench/generated_body.hpp"
#include "collections/shelf.hpp"
#include "exchange/catalog.hpp"
#include "portal/records.hpp"
#include "store/databases.hpp"

// The lists are kept in memory and brought up to date with what a commit changed. They must be what they would be if everything
// were read again.
namespace comity::portal {

namespace {

constexpr base::Day today = std::chrono::year{2026} / 11 / 22;

const collections::DateOf no_date = [](std::string_view, std::string_view) { return std::nullopt; };

std::vector<std::string> ids(const collections::Shelf& shelf, const std::vector<collections::Row>& order) {
    std::vector<std::string> all;
    for (const collections::Row row : order) all.push_back(shelf.items.at(row)->id);
    return all;
}

std::vector<std::string> values(const collections::Shelf& shelf, std::size_t facet) {
    const auto& column = shelf.columns.at(facet);
    std::vector<std::string> all;
    for (std::size_t row = 0; row < shelf.items.size(); ++row) {
        std::string of_row;
        for (std::size_t at = column.starts.at(row); at < column.starts.at(row + 1); ++at)
            of_row += column.known->names.at(column.values.at(at)) + "|";
        all.push_back(std::move(of_row));
    }
    return all;
}

std::pair<double, double> coordinates(const std::optional<collections::Point>& point) {
    return point ? std::pair(point->latitude, point->longitude) : std::pair(-1000.0, -1000.0);
}

void expect_equal(const collections::Shelf& mended, const collections::Shelf& fresh) {
    ASSERT_EQ(mended.items.size(), fresh.items.size());
    for (std::size_t row = 0; row < fresh.items.size(); ++row) {
        ASSERT_EQ(mended.items[row]->id, fresh.items[row]->id);
        ASSERT_EQ(mended.items[row]->version, fresh.items[row]->version) << fresh.items[row]->id;
        ASSERT_EQ(mended.items[row]->title, fresh.items[row]->title) << fresh.items[row]->id;
        ASSERT_EQ(mended.items[row]->date, fresh.items[row]->date) << fresh.items[row]->id;
        ASSERT_EQ(mended.items[row]->end, fresh.items[row]->end) << fresh.items[row]->id;
        ASSERT_EQ(mended.items[row]->until, fresh.items[row]->until) << fresh.items[row]->id;
        ASSERT_EQ(mended.row(fresh.items[row]->id), row) << fresh.items[row]->id;
        ASSERT_EQ(coordinates(mended.points[row]), coordinates(fresh.points[row])) << fresh.items[row]->id;
    }
    EXPECT_EQ(mended.first_year, fresh.first_year);
    EXPECT_EQ(mended.last_year, fresh.last_year);
    EXPECT_EQ(ids(mended, mended.by_date), ids(fresh, fresh.by_date));
    for (std::size_t language = 0; language < 3; ++language)
        EXPECT_EQ(ids(mended, mended.by_title[language]), ids(fresh, fresh.by_title[language]));
    for (std::size_t facet = 0; facet < fresh.columns.size(); ++facet)
        EXPECT_EQ(values(mended, facet), values(fresh, facet)) << fresh.of->facets[facet].name;
}

std::vector<std::string> values_of(const collections::Shelves& shelves, std::string_view type, std::string_view facet,
                                   const std::string& id) {
    const collections::Shelf& shelf = *shelves.of(type);
    const auto at = static_cast<std::uint8_t>(shelf.of->facet(facet) - shelf.of->facets.data());
    std::vector<std::string> found;
    for (const auto& [of, value] : shelf.find(id)->values)
        if (of == at) found.push_back(value);
    return found;
}

}  // namespace

TEST(Shelves, an_instrument_has_the_events_that_the_lines_of_its_status_tell) {
    using record::Change;
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    const auto put = [&](const char* type, std::string id, record::Value fields) {
        const auto stored = store->snapshot().read(type, id, record::Audience::officers);
        fields.as_object()["id"] = id;
        fields.as_object()["provenance"] = {{"confidence", "sourced"}};
        commit(*store, {{Change::Kind::put, type, std::move(id), stored ? stored->version : 0, std::move(fields)}});
    };
    const auto event = [&](const char* id, const char* told) {
        put("status_event", id, {{"instrument", "cites"}, {"line", 1}, {"words", "as it stands there"}, {"event", told}});
    };
    put("instrument", "cites", {{"short_title", {{"en", "CITES"}, {"original", "en"}}}});
    event("cites/01", "signed");
    auto kept = collections::shelves(store->snapshot(), today, nullptr, no_date);
    EXPECT_EQ(values_of(*kept, "instrument", "status", "cites"), (std::vector<std::string>{"signed"}));
    const auto mend = [&] {
        kept = collections::shelves(store->snapshot(), today, kept, no_date);
        expect_equal(*kept->of("instrument"),
                     *collections::shelves(store->snapshot(), today, nullptr, no_date)->of("instrument"));
        return values_of(*kept, "instrument", "status", "cites");
    };
    event("cites/02", "in-force");
    EXPECT_EQ(mend(), (std::vector<std::string>{"in-force", "signed"}));
    event("cites/01", "in-force");
    EXPECT_EQ(mend(), (std::vector<std::string>{"in-force"}));
    for (const char* id : {"cites/01", "cites/02"})
        commit(*store, {{Change::Kind::remove, "status_event", id,
                         store->snapshot().read("status_event", id, record::Audience::officers)->version, nullptr}});
    EXPECT_EQ(mend(), std::vector<std::string>{});
}

TEST(Shelves, mended_are_what_they_would_be_if_everything_were_read_again) {
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    bench::load(*store, {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = 200}}, store::tests::noon);
    auto mended = collections::shelves(store->snapshot(), today, nullptr, no_date);
    bench::Random random(3);
    std::vector<std::string> there;
    int made = 0;
    for (int round = 0; round < 25; ++round) {
        const Kind& kind = kinds()[random.below(2)];
        for (std::size_t changes = 1 + random.below(6); changes > 0; --changes) {
            const bool is_new = there.empty() || random.chance(0.4);
            const std::string id =
                is_new ? std::string(kind.type) + "-" + std::to_string(++made * 7919 % 9973) : there[random.below(there.size())];
            const Kind& of = id.starts_with("news") ? kinds()[0] : kinds()[1];
            const bool gone = !is_new && random.chance(0.4);
            commit(*store, gone ? removal(*store, of, id) : put(*store, of, id, random));
            if (is_new) there.push_back(id);
            if (gone) std::erase(there, id);
        }
        mended = collections::shelves(store->snapshot(), today, mended, no_date);
        const auto fresh = collections::shelves(store->snapshot(), today, nullptr, no_date);
        ASSERT_EQ(mended->head, fresh->head);
        for (const collections::Collection& collection : collections::all())
            expect_equal(mended->of(collection), fresh->of(collection));
        if (testing::Test::HasFailure()) return;
    }
}

TEST(Shelves, a_later_day_makes_others_of_what_its_events_and_deadlines_say_and_of_nothing_else) {
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    bench::load(*store, {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = 200}}, store::tests::noon);
    base::Day day = std::chrono::year{1994} / 1 / 1;
    auto kept = collections::shelves(store->snapshot(), day, nullptr, no_date);
    bench::Random random(5);
    int meetings_passed = 0;
    while (day <= today) {
        day += std::chrono::days{1 + random.below(600)};
        const auto before = kept;
        kept = collections::shelves(store->snapshot(), day, before, no_date);
        const auto fresh = collections::shelves(store->snapshot(), day, nullptr, no_date);
        for (const collections::Collection& collection : collections::all())
            expect_equal(kept->of(collection), fresh->of(collection));
        EXPECT_EQ(kept->of("publication"), before->of("publication"));
        if (kept->of("meeting") != before->of("meeting")) ++meetings_passed;
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(meetings_passed, 10);
    const auto earlier = collections::shelves(store->snapshot(), today, kept, no_date);
    expect_equal(*earlier->of("meeting"), *collections::shelves(store->snapshot(), today, nullptr, no_date)->of("meeting"));
}

TEST(Shelves, a_later_day_and_commits_are_taken_in_together) {
    using record::Change;
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    const auto put = [&](const std::string& id, std::string_view deadline) {
        const auto stored = store->snapshot().read("news_item", id, record::Audience::officers);
        return Change{Change::Kind::put,
                      "news_item",
                      id,
                      stored ? stored->version : 0,
                      {{"id", id},
                       {"kind", "consultation"},
                       {"title", {{"en", id}, {"original", "en"}}},
                       {"deadline", deadline},
                       {"provenance", {{"confidence", "sourced"}}}}};
    };
    commit(*store, {put("a", "2026-11-25"), put("b", "2026-11-25"), put("c", "2026-11-25"), put("d", "2026-11")});
    auto kept = collections::shelves(store->snapshot(), today, nullptr, no_date);
    commit(*store, {put("b", "2026-12-31"),
                    put("e", "2026-11-24"),
                    {Change::Kind::remove, "news_item", "c",
                     store->snapshot().read("news_item", "c", record::Audience::officers)->version, nullptr}});
    const auto on = [&](base::Day day) {
        kept = collections::shelves(store->snapshot(), day, kept, no_date);
        expect_equal(*kept->of("news_item"), *collections::shelves(store->snapshot(), day, nullptr, no_date)->of("news_item"));
        std::string all;
        for (const collections::Item* item : kept->of("news_item")->items)
            all += item->id + " " + values_of(*kept, "news_item", "open", item->id).front() + ", ";
        return all;
    };
    EXPECT_EQ(on(std::chrono::year{2026} / 11 / 26), "a closed, b open, d open, e closed, ");
    EXPECT_EQ(on(std::chrono::year{2026} / 11 / 30), "a closed, b open, d open, e closed, ");
    EXPECT_EQ(on(std::chrono::year{2026} / 12 / 1), "a closed, b open, d closed, e closed, ");
}

TEST(Shelves, let_go_of_what_was_replaced) {
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    bench::load(*store, {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = 200}}, store::tests::noon);
    bench::Random random(7);
    auto kept = collections::shelves(store->snapshot(), today, nullptr, no_date);
    std::size_t held = 0;
    for (int round = 0; round < 100; ++round) {
        // Nine that every round changes, and one that stays.
        for (int i = 0; i < 9; ++i) commit(*store, put(*store, kinds()[0], "news-" + std::to_string(i), random));
        commit(*store, put(*store, kinds()[0], "news-stays-" + std::to_string(round), random));
        kept = collections::shelves(store->snapshot(), today, kept, no_date);
        held = 0;
        for (const auto& one : kept->of("news_item")->read_together) held += one.items->size();
        ASSERT_LE(held, 2 * kept->of("news_item")->items.size() + 110) << round;
    }
    ASSERT_LT(2 * kept->of("news_item")->items.size() + 110, 1000U);  // of what was read in all
}

}  // namespace comity::portal
