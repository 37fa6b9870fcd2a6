#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace comity::base {
namespace {

TEST(Utf8, knows_well_formed_text) {
    for (const char* good : {"", "a", "é", "€", "水", "𝄞", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80", "\xED\x9F\xBF"})
        EXPECT_TRUE(is_utf8(good));
    for (const char* bad : {"\x80", "\xC3", "\xC3(", "\xC0\xAF", "\xE0\x80\xBC", "\xE2\x82", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xFE"})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Utf8, counts_the_bytes_of_the_first_character) {
    EXPECT_EQ(utf8_sequence(""), 0U);
    EXPECT_EQ(utf8_sequence("ab"), 1U);
    EXPECT_EQ(utf8_sequence("éa"), 2U);
    EXPECT_EQ(utf8_sequence("水a"), 3U);
    EXPECT_EQ(utf8_sequence("𝄞a"), 4U);
}

}  // namespace
}  // namespace comity::base
