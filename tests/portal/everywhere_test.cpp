#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "portal/records.hpp"
#include "store/databases.hpp"

namespace comity::portal {

namespace {

constexpr std::size_t most = store::Search{}.most;

void put_many(bench::Portal& portal, const Kind& kind, bench::Random& random) {
    std::vector<record::Change> changes;
    for (std::size_t i = 0; i < most; ++i)
        for (record::Change& change : put(portal.store(), kind, fmt::format("n{}", i), random))
            changes.push_back(std::move(change));
    commit(portal.store(), std::move(changes));
}

boost::json::object object(const bench::Portal& portal, const char* target) {
    return boost::json::parse(portal.text(target)).get_object();
}

bool says_so(const bench::Portal& portal, const char* target) {
    return portal.text(target).find("more than 3,000 records") != std::string::npos;
}

}  // namespace

TEST(Lists, by_words_that_are_everywhere_say_that_only_the_best_are_listed) {
    bench::Portal portal("sqlite::memory:");
    bench::Random random(23);
    const Kind& news = kinds().front();
    put_many(portal, news, random);
    const char* const list = "/en/news.json?q=water&limit=1";
    const char* const features = "/ogc/collections/news/items?q=water&limit=1";
    const auto all = object(portal, list);
    EXPECT_EQ(all.at("count"), most);
    EXPECT_FALSE(all.contains("only_best"));
    EXPECT_FALSE(says_so(portal, "/en/news?q=water"));
    EXPECT_EQ(object(portal, features).at("numberMatched"), most);

    commit(portal.store(), put(portal.store(), news, "one-more", random));
    const auto best = object(portal, list);
    EXPECT_EQ(best.at("count"), most);
    EXPECT_EQ(best.at("of"), most + 1);
    EXPECT_EQ(best.at("only_best"), most);
    EXPECT_TRUE(says_so(portal, "/en/news?q=water"));
    EXPECT_EQ(object(portal, features).at("only_best"), most);
    EXPECT_FALSE(object(portal, features).contains("numberMatched"));
}

TEST(Map, of_words_that_are_everywhere_says_that_only_the_best_are_shown) {
    bench::Portal portal("sqlite::memory:");
    bench::Random random(23);
    const Kind& submissions = kinds().back();
    put_many(portal, submissions, random);
    EXPECT_FALSE(object(portal, "/en/map.json?q=water").contains("only_best"));
    EXPECT_FALSE(says_so(portal, "/en/map?q=water"));
    commit(portal.store(), put(portal.store(), submissions, "one-more", random));
    EXPECT_EQ(object(portal, "/en/map.json?q=water").at("only_best"), most);
    EXPECT_TRUE(says_so(portal, "/en/map?q=water"));
}

TEST(Search, of_everything_suggests_another_word_only_to_who_found_hardly_anything) {
    bench::Portal portal("sqlite::memory:");
    bench::Random random(23);
    const Kind& news = kinds().front();
    put_many(portal, news, random);
    EXPECT_EQ(object(portal, "/en/search.json?q=watre").at("did_you_mean"), "water");
    // Rare as it is written, but who looks for it finds all that is about water.
    record::Change rare = put(portal.store(), news, "rare", random).front();
    rare.record.get_object()["title"] = {{"en", "Waters"}, {"original", "en"}};
    commit(portal.store(), {rare});
    const auto found = object(portal, "/en/search.json?q=waters");
    EXPECT_EQ(found.at("count"), 1'001);
    EXPECT_TRUE(found.at("did_you_mean").is_null());
}

}  // namespace comity::portal
