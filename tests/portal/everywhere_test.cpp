#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "portal/records.hpp"
#include "store/databases.hpp"

namespace comity::portal {

TEST(Lists, by_words_that_are_everywhere_say_that_only_the_best_are_listed) {
    bench::Portal portal("sqlite::memory:");
    bench::Random random(23);
    const Kind& news = kinds().front();
    constexpr std::size_t most = store::Search{}.most;
    std::vector<record::Change> changes;
    for (std::size_t i = 0; i < most; ++i)
        for (record::Change& change : put(portal.store(), news, fmt::format("n{}", i), random))
            changes.push_back(std::move(change));
    commit(portal.store(), std::move(changes));
    const auto asked = [&] { return boost::json::parse(portal.text("/en/news.json?q=water&limit=1")); };
    const auto all = asked();
    EXPECT_EQ(all.at("count"), most);
    EXPECT_FALSE(all.get_object().contains("only_best"));

    commit(portal.store(), put(portal.store(), news, "one-more", random));
    const auto best = asked();
    EXPECT_EQ(best.at("count"), most);
    EXPECT_EQ(best.at("of"), most + 1);
    EXPECT_EQ(best.at("only_best"), most);
    EXPECT_NE(portal.text("/en/news?q=water").find("more than 3,000 records"), std::string::npos);
}

}  // namespace comity::portal
