#include "web/site/moved.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "web/server/target.hpp"
#include "web/site/sections.hpp"

namespace comity::site {
namespace {

exchange::Profile profile() {
    exchange::Profile body;
    body.languages = {base::Language::en, base::Language::fr};
    body.file = "profile.toml";
    body.sections = {{exchange::SectionId::work, {}, {}}, {exchange::SectionId::submissions, {}, {}}};
    return body;
}

std::string found(const MovedPages& pages, const std::string& target) {
    const auto parsed = server::parse_target(target);
    if (!parsed) return parsed.error();
    return pages.find({.target = target, .path = parsed->path, .query = parsed->query}).value_or("");
}

}  // namespace

TEST(MovedPages, keep_language_format_and_query) {
    exchange::Profile body = profile();
    body.moved = {{"/en/submissions/SEM-1", "/en/submissions/SEM-95-001", 3}, {"/Page.asp", "/fr/processus", 6}};
    const auto pages = MovedPages::of(body);
    ASSERT_TRUE(pages) << base::to_string(pages.error().front());
    EXPECT_EQ(found(*pages, "/en/submissions/SEM-1"), "/en/submissions/SEM-95-001");
    EXPECT_EQ(found(*pages, "/fr/communications/SEM-1"), "/fr/communications/SEM-95-001");
    EXPECT_EQ(found(*pages, "/fr/communications/SEM-1.json?on=2020-01-01"), "/fr/communications/SEM-95-001.json?on=2020-01-01");
    EXPECT_EQ(found(*pages, "/en/submissions/SEM-1.csv"), "/en/submissions/SEM-95-001");  // the page has no such format
    EXPECT_EQ(found(*pages, "/es/peticiones/SEM-1"), "");                                 // not a language of the body
    EXPECT_EQ(found(*pages, "/Page.asp"), "/fr/processus");
    EXPECT_EQ(found(*pages, "/en/submissions/SEM-2"), "");
}

TEST(MovedPages, must_lead_to_a_page_of_the_body) {
    exchange::Profile body = profile();
    body.moved = {{"/en/a", "/en/nowhere", 3},
                  {"/en/b", "/en/submissions.json", 4},
                  {"/en/submissions.json", "/en/submissions", 5},
                  {"/en/c", "/es/peticiones", 6}};
    const auto pages = MovedPages::of(body);
    ASSERT_FALSE(pages);
    std::string all;
    for (const base::Fault& fault : pages.error()) all += base::to_string(fault) + "\n";
    EXPECT_EQ(
        all,
        "profile.toml:3: moved, to: \"/en/nowhere\" is no page of the site; write the address of a page, without a format's "
        "suffix\n"
        "profile.toml:4: moved, to: \"/en/submissions.json\" is no page of the site; write the address of a page, without a "
        "format's suffix\n"
        "profile.toml:5: moved, from: \"/en/submissions.json\" is a page in one of its formats; leave the suffix out: the "
        "entry holds for all formats\n"
        "profile.toml:6: moved, to: \"/es/peticiones\" is no page of the site; write the address of a page, without a "
        "format's suffix\n");
}

TEST(Rows, of_a_body_leave_out_its_missing_sections_and_languages) {
    exchange::Profile body = profile();
    const auto has = [&](Page page) {
        const std::vector<Row> offered = rows_of(body);
        return std::ranges::find(offered, page, &Row::page) != offered.end();
    };
    EXPECT_TRUE(has(Page::submission));
    for (const Row& row : rows_of(body))
        for (const std::string_view path : row.route.paths) EXPECT_FALSE(path.starts_with("/es")) << path;
    body.sections.pop_back();
    EXPECT_FALSE(has(Page::submission));
    EXPECT_FALSE(has(Page::calculator));
    EXPECT_TRUE(has(Page::home));
}

}  // namespace comity::site
