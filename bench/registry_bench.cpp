// What the registry costs: evaluating every case of the demonstration body, and writing its heaviest pages when nothing is
// cached.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "body/registry/replayed.hpp"
#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "exchange/profile.hpp"
#include "insight/retrospective.hpp"
#include "law/mechanism.hpp"
#include "store/store.hpp"
#include "web/pages/pages.hpp"
#include "web/server/application.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

namespace {

using namespace comity;

constexpr const char* folder = COMITY_SOURCE_DIR "/data/bodies/cec";

base::Day today() { return std::chrono::year{2026} / 11 / 22; }

template <class T, class Error>
T need(std::expected<T, Error> result, const char* what) {
    if (!result) throw std::runtime_error(what);
    return *std::move(result);
}

struct World {
    std::unique_ptr<store::Store> store =
        need(store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true}), "the store");
    exchange::Profile profile;
    std::unique_ptr<site::Site> site;

    World() {
        std::ifstream file(std::string(folder) + "/profile.toml");
        profile =
            need(exchange::read_profile(std::string(std::istreambuf_iterator<char>(file), {}), "profile.toml"), "the profile");
        store::Commit commit{.actor = "bench", .reason = "the demonstration body", .changes = {}, .time = {}};
        for (exchange::FiledRecord& filed : need(exchange::read_body(folder, exchange::catalog()), "the body"))
            commit.changes.push_back(
                {record::Change::Kind::put, std::string(filed.type->name), filed.id, 0, std::move(filed.value)});
        need(store->commit(std::move(commit)), "the commit");
        site = std::make_unique<site::Site>(*store, *law::shipped(), profile, today, "https://cec.example");
    }
};

const World& world() {
    static const World made;
    return made;
}

void every_case_of_the_registry(benchmark::State& state) {
    const auto docket = world().site->docket();
    std::size_t cases = 0;
    for (auto _ : state) {
        const registry::DocketOn on = registry::docket_on(docket, world().site->law(), today());
        cases = on.standings.size();
        benchmark::DoNotOptimize(on.standings.data());
    }
    state.counters["cases"] = static_cast<double>(cases);
}
BENCHMARK(every_case_of_the_registry)->Unit(benchmark::kMicrosecond);

// Under its own rules and under others: two evaluations of every case, compared and summed up.
void replay_of_the_registry(benchmark::State& state, const char* edition) {
    const auto docket = world().site->docket();
    std::vector<const registry::Case*> cases;
    for (const registry::Case& of : docket->cases) cases.push_back(&of);
    const law::Edition under = need(law::find_edition(world().site->law(), edition), "the edition");
    std::size_t clocks = 0;
    for (auto _ : state) {
        const registry::Replayed replayed = registry::replayed(cases, world().site->law(), under, today());
        clocks = replayed.replay.all.clocks;
        benchmark::DoNotOptimize(replayed.replay.cases.data());
    }
    state.counters["cases"] = static_cast<double>(cases.size());
    state.counters["clocks"] = static_cast<double>(clocks);
}
BENCHMARK_CAPTURE(replay_of_the_registry, under_the_guidelines_of_2012, "NAAEC@2012")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(replay_of_the_registry, under_the_usmca, "USMCA")->Unit(benchmark::kMicrosecond);

void the_retrospective_of_a_day(benchmark::State& state) {
    const auto docket = world().site->docket();
    for (auto _ : state) benchmark::DoNotOptimize(insight::retrospect(docket, world().site->law(), today()));
}
BENCHMARK(the_retrospective_of_a_day)->Unit(benchmark::kMicrosecond);

void page(benchmark::State& state, site::Page which, const char* id) {
    server::Match match{.route = &site::route(which), .language = base::Language::en, .format = "html", .captured = {{"id", id}}};
    const server::Request request{.target = "/", .path = "/"};
    for (auto _ : state) benchmark::DoNotOptimize(pages::answer(which, *world().site, request, match));
}
BENCHMARK_CAPTURE(page, the_list, site::Page::submissions, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page, a_long_case, site::Page::submission, "SEM-13-001")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page, the_retrospective, site::Page::performance, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(page, the_process, site::Page::process, "naaec")->Unit(benchmark::kMicrosecond);

// A whole request that nothing is kept of: another day each time, with what a browser sends. From the parsed request to the
// compressed bytes of the answer; sockets and parsing are in server_bench.
void whole_request(benchmark::State& state, site::Page which, const char* path) {
    const site::Site& of = *world().site;
    const auto answer = [&of, which](const server::Request& request, const server::Match& match) {
        return pages::answer(which, of, request, match);
    };
    server::Route route = site::route(which);
    route.handler = answer;
    const auto no_error = [](const server::Request&, const server::HttpError& error) -> server::Response {
        throw std::runtime_error(error.message);
    };
    server::Application application({.routes = {route}, .error_page = no_error, .stamp = [] { return server::Stamp{1, 1}; }}, {});
    const server::Parameters headers{{"accept", "text/html"}, {"accept-encoding", "gzip, deflate, br"}};
    int day = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        const std::string on =
            base::to_string(std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} + std::chrono::days{day++ % 1000});
        const server::Answer made = application.answer(
            {.target = std::string(path) + "?on=" + on, .path = path, .query = {{"on", on}}, .headers = headers}, {});
        if (made.status != 200) throw std::runtime_error("the answer is not 200");
        bytes = made.body.size();
    }
    state.counters["gzip_bytes"] = static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(whole_request, the_list, site::Page::submissions, "/en/submissions")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(whole_request, a_long_case, site::Page::submission, "/en/submissions/SEM-13-001")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
