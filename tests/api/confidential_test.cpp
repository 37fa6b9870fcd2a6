#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "exchange/catalog.hpp"
#include "web/api/api.hpp"
#include "web/pages/pages.hpp"
#include "web/server/application.hpp"

// What a filer asked to keep to themselves, looked for wherever the public can look.
namespace comity::api {

namespace {

constexpr std::string_view name = "Asociación Xochiquetzal";

base::Day today() { return std::chrono::year{2026} / 11 / 22; }

record::Change put(const char* type, const char* id, const char* json) {
    return {record::Change::Kind::put, type, id, 0, boost::json::parse(json)};
}

std::unique_ptr<store::Store> store_with_a_confidential_filer() {
    auto store = store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true}).value();
    const auto receipt = store->commit(
        {.actor = "test",
         .reason = "a case",
         .changes = {put("submission", "SEM-21-001",
                         R"json({"id":"SEM-21-001","title":{"en":"Port","original":"en"},"parties":["MEX"],"agreement":"usmca",
                                 "summary":{"en":"A port.","original":"en"},"matters":["ports"],"as_of":"2024-11",
                                 "provenance":{"sources":["https://example.org"],"confidence":"sourced"}})json"),
                     put("filer", "SEM-21-001/01",
                         R"json({"id":"SEM-21-001/01","submission":"SEM-21-001","kind":"organization","confidential":true,
                                 "name":"Asociación Xochiquetzal"})json"),
                     put("docket_event", "SEM-21-001/01",
                         R"json({"id":"SEM-21-001/01","submission":"SEM-21-001","type":"filed","date":"2021-02-08","position":1,
                                 "provenance":{"sources":[],"confidence":"sourced"}})json")},
         .time = {}});
    if (!receipt) ADD_FAILURE() << base::to_string(receipt.error().front());
    return store;
}

server::Site served(const site::Site& site) {
    server::Site served{.routes = {}, .error_page = problem, .stamp = [] { return server::Stamp{1, 1}; }};
    for (const site::Row& row : site::rows()) {
        server::Route route = row.route;
        route.handler = [&site, page = row.page](const server::Request& request, const server::Match& match) {
            if (const Answer machine = answer(page, match.format)) return machine(site, request, match);
            return pages::answer(page, site, request, match);
        };
        served.routes.push_back(std::move(route));
    }
    return served;
}

}  // namespace

TEST(ConfidentialFiler, is_read_without_the_name_and_not_found_by_it) {
    const auto store = store_with_a_confidential_filer();
    const store::Snapshot snapshot = store->snapshot();
    const auto seen = registry::read_case(snapshot, "SEM-21-001", record::Audience::everyone);
    ASSERT_TRUE(seen);
    ASSERT_EQ(seen->filers.size(), 1U);
    EXPECT_EQ(seen->filers.front().name, "");
    EXPECT_TRUE(seen->filers.front().confidential);
    EXPECT_EQ(registry::read_docket(snapshot, record::Audience::everyone).cases.front().filers.front().name, "");
    EXPECT_EQ(registry::read_case(snapshot, "SEM-21-001", record::Audience::officers)->filers.front().name, name);
    EXPECT_EQ(snapshot.search({}, "Xochiquetzal", 10).count, 0U);
    EXPECT_EQ(snapshot.search({}, "port", 10).count, 1U);
}

TEST(ConfidentialFiler, is_named_in_no_page_and_no_format) {
    const auto store = store_with_a_confidential_filer();
    std::ifstream file(SOURCE_FOLDER "/data/bodies/cec/profile.toml");
    const auto profile = exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml").value();
    const site::Site site(*store, *law::shipped(), profile, today, "https://cec.example");
    server::Application application(served(site), {});
    int pages = 0;
    for (const char* base :
         {"/en/submissions", "/fr/communications", "/es/peticiones", "/en/submissions/SEM-21-001",
          "/fr/communications/SEM-21-001", "/es/peticiones/SEM-21-001", "/en/submissions/SEM-21-001/events", "/en/data"})
        for (const char* format : {"", ".json", ".csv", ".geojson", ".atom", ".ics", ".jsonld", ".html", ".sqlite"})
            for (const char* query : {"", "?q=Xochiquetzal"}) {
                server::Request request{.target = std::string(base) + format + query, .path = std::string(base) + format};
                if (*query) request.query = {{"q", "Xochiquetzal"}};
                const server::Answer answered = application.answer(request, {});
                EXPECT_LT(answered.status, 500) << request.target;
                if (answered.status != 200) continue;
                ++pages;
                EXPECT_EQ(server::bytes(answered.page->body).find("Asociaci"), std::string_view::npos) << request.target;
                if (*query && std::string_view(format) == ".json") {
                    EXPECT_NE(server::bytes(answered.page->body).find("\"count\":0"), std::string_view::npos) << request.target;
                }
            }
    EXPECT_GT(pages, 40);
}

TEST(RemovedSubmission, is_gone_and_not_merely_unknown) {
    const auto store = store_with_a_confidential_filer();
    std::ifstream file(SOURCE_FOLDER "/data/bodies/cec/profile.toml");
    const auto profile = exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml").value();
    const site::Site site(*store, *law::shipped(), profile, today, "https://cec.example");
    server::Application application(served(site), {});
    const auto status = [&](const char* path) { return application.answer({.target = path, .path = path}, {}).status; };
    EXPECT_EQ(status("/fr/communications/SEM-21-001"), 200);
    std::vector<record::Change> removals;
    for (const auto& [type, id] :
         {std::pair("docket_event", "SEM-21-001/01"), {"filer", "SEM-21-001/01"}, {"submission", "SEM-21-001"}})
        removals.push_back({record::Change::Kind::remove, type, id, 1, {}});
    const auto receipt = store->commit({.actor = "test", .reason = "entered by mistake", .changes = removals, .time = {}});
    ASSERT_TRUE(receipt) << base::to_string(receipt.error().front());
    EXPECT_EQ(status("/fr/communications/SEM-21-001.json"), 410);
    EXPECT_EQ(status("/fr/communications/SEM-99-001.json"), 404);
}

}  // namespace comity::api
