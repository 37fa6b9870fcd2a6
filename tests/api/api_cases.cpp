#include <gtest/gtest.h>

#include "api/application.hpp"
#include "requests/runner.hpp"
#include "web/api/api.hpp"
#include "web/server/router.hpp"
#include "web/server/target.hpp"
#include "web/site/routes.hpp"

namespace comity::api {

namespace {

struct Counted {
    int answered = 0, refused = 0;
};

// How often the cases ask for a page in a format, with and without success.
std::map<std::pair<site::Page, std::string>, Counted> counted() {
    std::vector<server::Route> routes;
    for (const site::Row& row : site::rows()) {
        routes.push_back(row.route);
        routes.back().handler = [](const server::Request&, const server::Match&) { return server::Response{}; };
    }
    const server::Router router(routes);
    std::map<std::pair<site::Page, std::string>, Counted> counts;
    for (const requests::Case& one : requests::cases_under(CASES)) {
        const auto target = server::parse_target(one.target);
        if (!target) continue;
        const auto match = router.match({.path = target->path, .query = target->query});
        if (!match) continue;
        const auto row = static_cast<std::size_t>(match->route - routes.data());
        Counted& count = counts[{site::rows()[row].page, std::string(match->format)}];
        ++(one.status < "400" ? count.answered : count.refused);
    }
    return counts;
}

}  // namespace

TEST(Cases, hold) {
    for (const requests::Case& one : requests::cases_under(CASES))
        for (const std::string& difference : requests::differences(one, application()))
            ADD_FAILURE() << one.name << ": " << difference;
}

TEST(Cases, show_a_success_and_a_refusal_of_every_machine_format) {
    const auto counts = counted();
    for (const site::Row& row : site::rows()) {
        auto formats = row.route.formats;
        if (formats.empty()) formats.emplace_back("");
        for (const std::string_view format : formats) {
            const site::Shown* shown = site::shown_at(row.page);
            const bool of_a_collection = shown && shown->list != site::Page::submissions;  // collections_test.cpp asks for each
            if (!answer(row.page, format) || of_a_collection) continue;
            const auto at = counts.find({row.page, std::string(format)});
            const Counted count = at == counts.end() ? Counted{} : at->second;
            EXPECT_GT(count.answered, 0) << row.route.paths.front() << " " << format;
            EXPECT_GT(count.refused, 0) << row.route.paths.front() << " " << format;
        }
    }
}

TEST(Formats, are_each_answered_by_someone) {
    for (const site::Row& row : site::rows())
        for (const std::string_view format : row.route.formats) {
            const bool for_people = format == "html";
            EXPECT_NE(answer(row.page, format) == nullptr, !for_people) << row.route.paths.front() << " " << format;
        }
    for (const site::Page page : {site::Page::openapi, site::Page::catalog, site::Page::sitemap, site::Page::robots})
        EXPECT_TRUE(answer(page, ""));
    EXPECT_FALSE(answer(site::Page::submissions, "html"));
}

TEST(Problem, is_for_programs) {
    EXPECT_TRUE(wants_problem({.path = "/en/nothing.json"}));
    EXPECT_TRUE(wants_problem({.path = "/en/nothing.csv"}));
    EXPECT_TRUE(wants_problem({.path = "/en/nothing", .headers = {{"accept", "application/json"}}}));
    EXPECT_FALSE(wants_problem({.path = "/en/nothing"}));
    EXPECT_FALSE(wants_problem({.path = "/en/nothing.html"}));
    EXPECT_FALSE(wants_problem({.path = "/en/1.2", .headers = {{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"}}}));
}

}  // namespace comity::api
