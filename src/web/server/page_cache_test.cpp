#include "web/server/page_cache.hpp"

#include <gtest/gtest.h>

namespace comity::server {
namespace {

std::shared_ptr<const Page> page_of(std::size_t size) {
    return std::make_shared<const Page>(Page{.body = std::string(size, 'x')});
}

TEST(PageCache, forgets_the_least_recently_used_pages) {
    PageCache cache(100'000);
    for (int i = 0; i < 9; ++i) cache.keep("page " + std::to_string(i), {}, page_of(10'000));
    EXPECT_TRUE(cache.find("page 0", {}));  // used again: stays
    cache.keep("page 9", {}, page_of(10'000));
    EXPECT_TRUE(cache.find("page 0", {}));
    EXPECT_FALSE(cache.find("page 1", {}));
    EXPECT_LE(cache.bytes(), 100'000U);
}

TEST(PageCache, gives_nothing_of_another_stamp) {
    PageCache cache(100'000);
    cache.keep("a", {1, 1}, page_of(10));
    EXPECT_FALSE(cache.find("a", {1, 2}));
    EXPECT_EQ(cache.bytes(), 0U);
    cache.keep("a", {1, 2}, page_of(10));
    cache.keep("a", {1, 3}, page_of(10));
    EXPECT_TRUE(cache.find("a", {1, 3}));
}

TEST(PageCache, keeps_no_page_that_would_push_out_many_others) {
    PageCache cache(100'000);
    cache.keep("large", {}, page_of(20'000));
    EXPECT_FALSE(cache.find("large", {}));
}

}  // namespace
}  // namespace comity::server
