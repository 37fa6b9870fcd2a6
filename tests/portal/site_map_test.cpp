#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/generated_body.hpp"
#include "bench/portal.hpp"
#include "exchange/catalog.hpp"
#include "store/databases.hpp"

// A body of many records has a site map in parts, which together name every page once.
namespace comity::portal {

namespace {

std::vector<std::string> places(const std::string& xml) {
    constexpr std::string_view begin = "<loc>", end = "</loc>";
    std::vector<std::string> found;
    for (std::size_t at = xml.find(begin); at != std::string::npos; at = xml.find(begin, at)) {
        at += begin.size();
        found.push_back(xml.substr(at, xml.find(end, at) - at));
    }
    return found;
}

std::string target_of(const std::string& address) {
    return address.substr(address.find('/', std::string_view("https://").size()));
}

}  // namespace

TEST(SiteMap, names_every_page_once_in_parts_that_robots_take) {
    constexpr std::size_t records = 4'000, most_in_a_file = 50'000;
    bench::Portal portal("sqlite::memory:");
    bench::load(portal.store(), {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = records}},
                store::tests::noon);
    const std::string index = portal.text("/sitemap.xml");
    EXPECT_NE(index.find("<sitemapindex"), std::string::npos);
    const std::vector<std::string> parts = places(index);
    EXPECT_GE(parts.size(), 2U);
    std::vector<std::string> pages;
    for (const std::string& part : parts) {
        const std::vector<std::string> some = places(portal.text(target_of(part)));
        EXPECT_FALSE(some.empty()) << part;
        EXPECT_LE(some.size(), most_in_a_file) << part;
        pages.insert(pages.end(), some.begin(), some.end());
    }
    EXPECT_EQ(std::set(pages.begin(), pages.end()).size(), pages.size());
    EXPECT_GT(pages.size(), 3 * records);
    for (const std::string& page : {pages.front(), pages[pages.size() / 2], pages.back()})
        EXPECT_NO_THROW(portal.ask(target_of(page)));
    EXPECT_THROW(portal.ask("/sitemap.xml?part=" + std::to_string(parts.size() + 1)), std::runtime_error);
}

}  // namespace comity::portal
