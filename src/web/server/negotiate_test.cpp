#include "web/server/negotiate.hpp"

#include <gtest/gtest.h>

namespace comity::server {
namespace {

using base::Language;
const std::vector<std::string_view> offered{"html", "json", "csv"};

TEST(Negotiate, gives_the_default_where_the_client_does_not_care) {
    EXPECT_EQ(choose_format("", offered), "html");
    EXPECT_EQ(choose_format("*/*", offered), "html");
    EXPECT_EQ(choose_format("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", offered), "html");
}

TEST(Negotiate, follows_weights_and_the_most_exact_range) {
    EXPECT_EQ(choose_format("application/json", offered), "json");
    EXPECT_EQ(choose_format("text/html;q=0.5, application/json;q=0.6", offered), "json");
    EXPECT_EQ(choose_format("text/*;q=0.9, text/html;q=0.1, application/json;q=0.5", offered), "csv");
    EXPECT_EQ(choose_format("*/*, text/html;q=0", offered), "json");
    EXPECT_EQ(choose_format("APPLICATION/Json ; charset=utf-8 ; Q=1.000", offered), "json");
}

TEST(Negotiate, finds_nothing_where_nothing_is_acceptable) {
    EXPECT_EQ(choose_format("image/png", offered), std::nullopt);
    EXPECT_EQ(choose_format("*/*;q=0", offered), std::nullopt);
    EXPECT_EQ(choose_format("text/html", {}), std::nullopt);
}

TEST(Negotiate, skips_what_makes_no_sense) {
    EXPECT_EQ(choose_format("text/html;q=2, application/json;q=0.1", offered), "json");
    EXPECT_EQ(choose_format(",,;q=1,text/csv;q=0.1234,application/json;q=.5,text/csv;q=0.2;", offered), "csv");
    EXPECT_EQ(choose_format("html", offered), std::nullopt);
}

TEST(Negotiate, reads_which_encodings_are_accepted) {
    EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
    EXPECT_TRUE(accepts_gzip("br;q=1, GZIP;q=0.1"));
    EXPECT_TRUE(accepts_gzip("*"));
    EXPECT_FALSE(accepts_gzip(""));
    EXPECT_FALSE(accepts_gzip("identity"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0, *"));
    EXPECT_FALSE(accepts_gzip("*;q=0"));
}

TEST(Negotiate, compares_etags_weakly) {
    EXPECT_TRUE(names_etag("\"a\"", "W/\"a\""));
    EXPECT_TRUE(names_etag("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("*", "\"a\""));
    EXPECT_FALSE(names_etag("\"b\"", "\"a\""));
    EXPECT_FALSE(names_etag("", "\"a\""));
    EXPECT_FALSE(names_etag("*", ""));
}

TEST(Negotiate, guesses_the_language_of_the_reader) {
    EXPECT_EQ(reader_language("/fr/communications", "es"), Language::fr);
    EXPECT_EQ(reader_language("/es.json", ""), Language::es);
    EXPECT_EQ(reader_language("/other", "de, es-MX;q=0.8, fr;q=0.9"), Language::fr);
    EXPECT_EQ(reader_language("/other", "es-MX,es;q=0.9,en;q=0.8"), Language::es);
    EXPECT_EQ(reader_language("/other", "de"), Language::en);
    EXPECT_EQ(reader_language("", "fr;q=0"), Language::en);
}

TEST(Negotiate, names_the_content_type_of_a_format) {
    EXPECT_EQ(content_type("csv"), "text/csv; charset=utf-8");
    EXPECT_EQ(content_type("json"), "application/json");
    EXPECT_EQ(media_type("exe"), std::nullopt);
}

}  // namespace
}  // namespace comity::server
