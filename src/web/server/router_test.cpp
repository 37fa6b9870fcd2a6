#include "web/server/router.hpp"

#include <gtest/gtest.h>

#include "web/server/target.hpp"

namespace comity::server {
namespace {

using base::Language;

Response nothing(const Request&, const Match&) { return {}; }

const std::vector<Route> routes{
    {.paths = {"/en/submissions", "/fr/communications", "/es/peticiones"},
     .handler = nothing,
     .summary = "list",
     .formats = {"html", "json"}},
    {.paths = {"/en/submissions/{id}", "/fr/communications/{id}", "/es/peticiones/{id}"},
     .handler = nothing,
     .summary = "case",
     .formats = {"html", "json", "ics"}},
    {.paths = {"/en/submissions/new"}, .handler = nothing, .summary = "form", .formats = {"html"}},
    {.method = Method::post, .paths = {"/en/submissions/new"}, .handler = nothing, .summary = "filing"},
    {.paths = {"/assets/{file}"}, .handler = nothing, .summary = "asset"},
    {.paths = {"/robots.txt"}, .handler = nothing, .summary = "robots"},
    {.paths = {"/a/{x}/c/{y}"}, .handler = nothing, .summary = "two"},
    {.paths = {"/a/b/d"}, .handler = nothing, .summary = "literal"},
};

std::expected<Match, HttpError> ask(std::string_view target, std::string accept = "", Method method = Method::get) {
    static const Router router(routes);
    Request request{.method = method,
                    .target = std::string(target),
                    .path = parse_target(target)->path,
                    .headers = {{"accept", std::move(accept)}, {"accept-language", "es"}}};
    return router.match(request);
}

TEST(Router, finds_the_route_and_language_of_a_path) {
    const auto match = ask("/fr/communications");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->route->summary, "list");
    EXPECT_EQ(match->language, Language::fr);
    EXPECT_FALSE(match->language_from_header);
    EXPECT_EQ(ask("/assets/x.css")->language, Language::es);
    EXPECT_TRUE(ask("/assets/x.css")->language_from_header);
}

TEST(Router, captures_segments) {
    EXPECT_EQ((*ask("/en/submissions/SEM-21-001.json"))["id"], "SEM-21-001");
    EXPECT_EQ((*ask("/en/submissions/a%20b"))["id"], "a b");
    EXPECT_EQ(ask("/a/b/c/d")->captured, (Parameters{{"x", "b"}, {"y", "d"}})) << "goes back where the literal leads nowhere";
    EXPECT_EQ(ask("/a/b/d")->route->summary, "literal");
}

TEST(Router, leads_from_a_slash_at_the_end_to_the_address) {
    const auto moved = ask("/en/submissions/?party=MEX");
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().status, 308);
    EXPECT_EQ(find(moved.error().headers, "Location"), "/en/submissions?party=MEX");
    for (const char* nothing : {"/", "/nothing/", "/assets/"}) EXPECT_EQ(ask(nothing).error().status, 404) << nothing;
}

TEST(Router, prefers_a_literal_segment) { EXPECT_EQ(ask("/en/submissions/new")->route->summary, "form"); }

TEST(Router, lets_the_suffix_win_over_the_header) {
    EXPECT_EQ(ask("/en/submissions.json", "text/html")->format, "json");
    EXPECT_FALSE(ask("/en/submissions.json", "text/html")->format_from_header);
    EXPECT_EQ(ask("/en/submissions", "application/json")->format, "json");
    EXPECT_TRUE(ask("/en/submissions", "application/json")->format_from_header);
    EXPECT_EQ(ask("/en/submissions")->format, "html");
}

TEST(Router, keeps_suffixes_where_a_route_has_no_formats) {
    EXPECT_EQ((*ask("/assets/comity.css"))["file"], "comity.css");
    EXPECT_EQ(ask("/robots.txt")->format, "");
}

TEST(Router, says_404_where_there_is_nothing) {
    for (const char* path : {"/", "/en", "/en/submissions/a/b", "/en/communications", "/en/submissions.exe", "/robots", "/a//c/d",
                             "/assets/", "/assets"}) {
        const auto match = ask(path);
        ASSERT_FALSE(match) << path;
        EXPECT_EQ(match.error().status, 404) << path;
    }
}

TEST(Router, says_405_with_what_is_allowed) {
    const auto match = ask("/en/submissions/new", "", Method::put);
    ASSERT_FALSE(match);
    EXPECT_EQ(match.error().status, 405);
    EXPECT_EQ(match.error().headers, (Parameters{{"Allow", "GET, HEAD, POST"}}));
    EXPECT_TRUE(ask("/en/submissions/new", "", Method::post));
    EXPECT_TRUE(ask("/en/submissions/new", "", Method::head));
}

TEST(Router, says_406_with_the_addresses_there_are) {
    for (const auto& match : {ask("/es/peticiones/SEM-21-001.csv"), ask("/es/peticiones/SEM-21-001", "image/png")}) {
        ASSERT_FALSE(match);
        EXPECT_EQ(match.error().status, 406);
        EXPECT_EQ(match.error().choices,
                  (std::vector<std::string>{"/es/peticiones/SEM-21-001.html", "/es/peticiones/SEM-21-001.json",
                                            "/es/peticiones/SEM-21-001.ics"}));
    }
}

TEST(Router, builds_the_address_of_a_route) {
    EXPECT_EQ(address(routes[1], Language::fr, {{"id", "a b"}}, "json"), "/fr/communications/a%20b.json");
    EXPECT_EQ(address(routes[5], Language::fr), "/robots.txt");
    EXPECT_EQ(address(routes[2], Language::fr), std::nullopt);
}

}  // namespace
}  // namespace comity::server
