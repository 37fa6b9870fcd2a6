#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "exchange/catalog.hpp"
#include "web/api/api.hpp"
#include "web/pages/pages.hpp"
#include "web/server/application.hpp"

// The day of the question and the day of the knowledge.
namespace comity::api {

namespace {

base::Day today() { return std::chrono::year{2026} / 11 / 22; }
base::Day day(std::string_view text) { return base::parse_day(text).value(); }

record::Change put(const char* type, const char* id, std::string_view json, std::int64_t version = 0) {
    return {record::Change::Kind::put, type, id, version, boost::json::parse(json)};
}

std::string submission(std::string_view title, std::string_view more = "") {
    return fmt::format(R"json({{"id":"SEM-21-001","title":{{"en":"{}","original":"en"}},"parties":["MEX"],"agreement":"usmca",
        "summary":{{"en":"A port.","original":"en"}},"matters":["ports"],"as_of":"2024-11"{},
        "provenance":{{"sources":["https://example.org"],"confidence":"sourced"}}}})json",
                       title, more);
}

// Recorded on 1 March 2026 as "Harbour"; on 2 April the request for a response is recorded and the title put right; removed
// later.
class Known : public testing::Test {
  protected:
    std::unique_ptr<store::Store> store =
        store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true}).value();
    exchange::Profile profile = [] {
        std::ifstream file(SOURCE_FOLDER "/data/bodies/cec/profile.toml");
        return exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml").value();
    }();
    site::Site site{*store, *law::shipped(), profile, today, "https://cec.example"};
    server::Application application{served(), {}};

    void SetUp() override {
        commit("2026-03-01", {put("submission", "SEM-21-001", submission("Harbour")),
                              put("docket_event", "SEM-21-001/01",
                                  R"json({"id":"SEM-21-001/01","submission":"SEM-21-001","type":"filed","date":"2021-02-08",
                                          "position":1,"provenance":{"sources":[],"confidence":"sourced"}})json")});
        commit("2026-04-02", {put("submission", "SEM-21-001", submission("Port"), 1),
                              put("docket_event", "SEM-21-001/02",
                                  R"json({"id":"SEM-21-001/02","submission":"SEM-21-001","type":"response_requested",
                                          "date":"2021-03-01","position":2,
                                          "provenance":{"sources":[],"confidence":"sourced"}})json")});
    }

    void commit(std::string_view on, std::vector<record::Change> changes) {
        const auto receipt = store->commit({"test", "a test", std::move(changes), day(on) + std::chrono::hours{12}});
        ASSERT_TRUE(receipt) << base::to_string(receipt.error().front());
    }

    server::Site served() {
        server::Site served{.routes = {}, .error_page = problem, .stamp = [this] {
                                return server::Stamp{1, static_cast<std::uint64_t>(store->head())};
                            }};
        for (const site::Row& row : site::rows()) {
            server::Route route = row.route;
            route.handler = [this, page = row.page](const server::Request& request, const server::Match& match) {
                if (const Answer machine = answer(page, match.format)) return machine(site, request, match);
                return pages::answer(page, site, request, match);
            };
            served.routes.push_back(std::move(route));
        }
        return served;
    }

    std::pair<int, std::string> ask(const std::string& path, const char* known, const char* on = "") {
        server::Request request{.target = path + "?known=" + known + "&on=" + on, .path = path};
        request.query = {{"known", known}, {"on", on}};
        const server::Answer answered = application.answer(request, {});
        return {answered.status, std::string(answered.page ? server::bytes(answered.page->body) : answered.body)};
    }
    bool holds(const std::string& path, const char* known, std::string_view text) {
        return ask(path, known).second.find(text) != std::string::npos;
    }
};

constexpr const char* page = "/en/submissions/SEM-21-001";
constexpr const char* data = "/en/submissions/SEM-21-001.json";

}  // namespace

TEST_F(Known, shows_the_case_as_it_was_on_the_record_then) {
    for (const char* of : {page, data}) {
        EXPECT_TRUE(holds(of, "2026-03-01", "Harbour")) << of;
        EXPECT_FALSE(holds(of, "2026-03-01", "response_requested")) << of;
        EXPECT_TRUE(holds(of, "2026-04-02", "Port")) << of;
        EXPECT_FALSE(holds(of, "2026-04-02", "Harbour")) << of;
    }
    EXPECT_TRUE(holds(data, "2026-04-01", R"("known":"2026-04-01")"));
    EXPECT_TRUE(holds("/en/submissions.json", "2026-04-01", "Harbour"));
    EXPECT_TRUE(holds("/en/submissions.csv", "2026-04-02", "Port"));
}

TEST_F(Known, tells_which_day_it_shows_and_leads_back) {
    EXPECT_TRUE(holds(page, "2026-03-05", "Thursday 5 March 2026"));
    EXPECT_TRUE(holds(page, "2026-03-05", R"(href="/en/submissions/SEM-21-001")"));
    EXPECT_TRUE(holds("/en/submissions", "2026-03-05", "Thursday 5 March 2026"));
}

TEST_F(Known, goes_with_the_day_of_the_question) {
    // Asked on a day after the request: what was known of it decides whose turn it is.
    EXPECT_NE(ask(data, "2026-03-01", "2021-03-10").second.find(R"("turn_step":"review")"), std::string::npos);
    EXPECT_NE(ask(data, "2026-04-02", "2021-03-10").second.find(R"("turn_step":"response")"), std::string::npos);
}

TEST_F(Known, says_that_nothing_was_recorded_before_the_first_entry) {
    const auto [status, body] = ask(data, "2026-02-28");
    EXPECT_EQ(status, 404);
    EXPECT_NE(body.find("nothing_recorded"), std::string::npos);
    EXPECT_TRUE(holds("/en/submissions", "2026-02-28", "Nothing was on the record at the end of Saturday 28 February 2026"));
    EXPECT_TRUE(holds("/en/submissions", "2026-02-28", "Sunday 1 March 2026"));
    EXPECT_TRUE(holds("/en/submissions.json", "2026-02-28", R"("count":0,"of":0)"));
}

TEST_F(Known, has_a_case_that_was_removed_since) {
    commit("2026-05-01", {{record::Change::Kind::remove, "docket_event", "SEM-21-001/01", 1, {}},
                          {record::Change::Kind::remove, "docket_event", "SEM-21-001/02", 2, {}},
                          {record::Change::Kind::remove, "submission", "SEM-21-001", 2, {}}});
    EXPECT_EQ(ask(data, "").first, 410);
    EXPECT_EQ(ask(data, "2026-04-02").first, 200);
    EXPECT_TRUE(holds(page, "2026-03-01", "Harbour"));
    EXPECT_NE(ask(data, "2026-05-01").second.find("not_yet_recorded"), std::string::npos);
}

TEST_F(Known, refuses_days_that_nobody_knows_and_words_of_another_day) {
    EXPECT_EQ(ask(data, "2026-11-23").first, 400);
    EXPECT_EQ(ask(data, "2026-02-30").first, 400);
    server::Request request{.target = "/en/submissions.json?q=port&known=2026-04-02", .path = "/en/submissions.json"};
    request.query = {{"q", "port"}, {"known", "2026-04-02"}};
    EXPECT_EQ(application.answer(request, {}).status, 400);
}

}  // namespace comity::api
