#include "base/word_diff.hpp"

#include <gtest/gtest.h>

#include <string>

namespace comity::base {
namespace {

std::string drawn(std::string_view before, std::string_view after) {
    std::string out;
    for (const DiffPart& part : word_diff(before, after)) {
        const char* marks = part.kind == DiffPart::Kind::same ? "" : part.kind == DiffPart::Kind::removed ? "-[" : "+[";
        out += marks + std::string(part.kind == DiffPart::Kind::removed ? part.before : part.after) + (*marks ? "]" : "");
    }
    return out;
}

TEST(WordDiff, shows_what_was_removed_and_added) {
    EXPECT_EQ(drawn("", ""), "");
    EXPECT_EQ(drawn("the same text", "the same text"), "the same text");
    EXPECT_EQ(drawn("", "all new"), "+[all new]");
    EXPECT_EQ(drawn("all old", ""), "-[all old]");
    EXPECT_EQ(drawn("Parties shall reduce emissions", "Parties shall end emissions"), "Parties shall -[reduce ]+[end ]emissions");
    EXPECT_EQ(drawn("a b c d", "b c x d"), "-[a ]b c +[x ]d");
    const auto parts = word_diff("a\nb", "a b");
    ASSERT_EQ(parts.size(), 1U) << "white space alone is no change";
    EXPECT_EQ(parts[0].before, "a\nb");
    EXPECT_EQ(parts[0].after, "a b");
}

TEST(WordDiff, takes_what_is_too_long_as_a_whole) {
    std::string before = "begin ", after = "begin ";
    for (std::size_t i = 0; i <= most_words_compared; ++i) {
        before += "x ";
        after += "y ";
    }
    const auto parts = word_diff(before + "end", after + "end");
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_EQ(parts[0].after, "begin ");
    EXPECT_EQ(parts[1].before.size(), 2 * (most_words_compared + 1));
    EXPECT_EQ(parts[3].after, "end");
}

}  // namespace
}  // namespace comity::base
