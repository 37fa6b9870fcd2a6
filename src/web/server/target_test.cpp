#include "web/server/target.hpp"

#include <gtest/gtest.h>

namespace comity::server {
namespace {

TEST(Target, decodes_path_and_query) {
    const auto target = parse_target("/fr/d%C3%A9chets%20a?q=eau+pure&vide=&q=%26&nu");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/fr/déchets a");
    EXPECT_EQ(target->query, (Parameters{{"q", "eau pure"}, {"vide", ""}, {"q", "&"}, {"nu", ""}}));
    EXPECT_EQ(find(target->query, "q"), "eau pure");
    EXPECT_EQ(find(target->query, "none"), std::nullopt);
}

TEST(Target, takes_the_path_of_a_whole_address) {
    EXPECT_EQ(parse_target("http://example.org/en?a=b")->path, "/en");
    EXPECT_EQ(parse_target("https://example.org")->path, "/");
}

TEST(Target, keeps_plus_signs_in_a_path) { EXPECT_EQ(parse_target("/a+b")->path, "/a+b"); }

TEST(Target, refuses_what_could_mean_something_else) {
    for (const char* bad : {"",          "en",      "*",       "/..",          "/../etc/passwd", "/a/../b", "/a/.",
                            "/%2e%2e/x", "/a%2Fb",  "/a%5Cb",  "/a%00b",       "/a%0Ab",         "/a%7F",   "/%",
                            "/%4",       "/%zz",    "/%C3",    "/%FF",         "/\xFF",          "/%C0%AF", "/a#b",
                            "/?q=%",     "/?q=%FF", "/?q=%00", "/?%ED%A0%80=1"})
        EXPECT_FALSE(parse_target(bad)) << bad;
    EXPECT_TRUE(parse_target("/...")) << "three dots are a name";
    EXPECT_TRUE(parse_target("/?q=a%0D%0Ab")) << "a text area sends line ends";
}

TEST(Target, has_limits) {
    std::string deep, many = "/?";
    for (int i = 0; i < 65; ++i) deep += "/a";
    for (int i = 0; i < 101; ++i) many += "a=1&";
    EXPECT_FALSE(parse_target(deep));
    EXPECT_TRUE(parse_target(deep.substr(2)));
    EXPECT_FALSE(parse_target(many));
    EXPECT_TRUE(parse_target(many.substr(0, many.size() - 4)));
}

TEST(Target, encodes_so_that_decoding_gives_it_back) {
    std::string all = "é水/?&=+ %#;";
    for (char c = 0x20; c < 0x7F; ++c) all += c;
    const Parameters query{{all, all}, {"b", ""}};
    EXPECT_EQ(*parse_query(encode_query(query)), query);
    EXPECT_EQ(encode_query({{"id", "SEM-21-001,SEM-21-002"}, {"q", "a, b"}}), "id=SEM-21-001,SEM-21-002&q=a,%20b");
    EXPECT_EQ(parse_target("/" + encode_segment("é a+b"))->path, "/é a+b");
}

}  // namespace
}  // namespace comity::server
