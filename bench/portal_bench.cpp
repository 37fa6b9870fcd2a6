// Whole requests to the portal that nothing is kept of, over the demonstration body or one of any size:
//   build/release/bench/generate build/release/bench/body-200000.db 200000
//   build/release/bench/portal_bench --body=build/release/bench/body-200000.db
// What is asked comes from the route table: every list in every format, at its first, middle and last page, with each of its
// parameters, with all of them, and by words. The slowest are told at the end.
#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <vector>

#include "bench/portal.hpp"
#include "web/server/target.hpp"
#include "web/site/routes.hpp"

namespace {

using namespace comity;

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::size_t resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) >> 20;
}

bool has_parameter(const server::Route& route, std::string_view name) {
    return std::ranges::find(route.query, name, &server::QueryParameter::name) != route.query.end();
}

// The address that a page of JSON gives for the next one, without the origin; nullopt on the last page.
std::optional<std::string> next_of(const bench::Portal& portal, const std::string& target) {
    const auto json = boost::json::parse(portal.text(target));
    const auto* next = json.get_object().if_contains("next");
    if (!next || !next->is_string()) return std::nullopt;
    const std::string_view address = next->get_string();
    return std::string(address.substr(address.find('/', std::string_view("https://").size())));
}

std::string cursor_in(std::string_view target) {
    const auto parsed = server::parse_target(target);
    return parsed ? std::string(server::find(parsed->query, "after").value_or("")) : "";
}

// The cursors of the middle and of the last full page.
std::vector<std::string> cursors(const bench::Portal& portal, const std::string& list, const std::string& query) {
    std::vector<std::string> all;
    std::string target = list + ".json?limit=100" + query;
    while (auto next = next_of(portal, target)) {
        all.push_back(cursor_in(*next));
        target = *std::move(next);
    }
    if (all.empty()) return {};
    return {all[all.size() / 2], all.back()};
}

void add_list(const bench::Portal& portal, const server::Route& route, std::set<std::string>& targets) {
    const std::string path(route.paths.front());
    const auto add = [&](const server::Parameters& query, std::string_view format) {
        std::string target = path;
        if (format != route.formats.front()) target += fmt::format(".{}", format);
        if (!query.empty()) target += "?" + server::encode_query(query);
        targets.insert(std::move(target));
    };
    for (const std::string_view format : route.formats) add({}, format);
    if (std::ranges::find(route.formats, "json") == route.formats.end()) return;
    server::Parameters together;
    for (const server::QueryParameter& parameter : route.query) {
        if (parameter.example.empty() || parameter.name == "after" || parameter.name == "limit") continue;
        const server::Parameter one{std::string(parameter.name), std::string(parameter.example)};
        add({one}, "html");
        if (parameter.name != "known" && parameter.name != "sort") together.push_back(one);
    }
    add(together, "html");
    if (has_parameter(route, "q"))
        for (const char* words :
             {"environmental", "the", "e*", "co* en* pro*", "\"environmental cooperation\"", "\"of the\"",
              "water pollution mexico", "canada mexico united states environment",
              "north american environmental cooperation commission", "norht amercan enviromental cooperaton commision",
              "Comisión para la Cooperación Ambiental: registro de peticiones ciudadanas sobre la aplicación de la legislación"})
            add({{"q", words}}, "html");
    if (has_parameter(route, "after"))
        for (const std::string& cursor : cursors(portal, path, "")) {
            add({{"after", cursor}}, "html");
            add({{"after", cursor}}, "json");
        }
}

// The first records of the list in JSON: their pages.
void add_records(const bench::Portal& portal, const server::Route& list, const server::Route& record,
                 std::set<std::string>& targets) {
    const auto json = boost::json::parse(portal.text(std::string(list.paths.front()) + ".json?limit=3"));
    for (const auto& [key, value] : json.get_object()) {
        const auto* rows = value.if_array();
        if (!rows) continue;
        for (const auto& row : *rows) {
            const auto* id = row.is_object() ? row.get_object().if_contains("id") : nullptr;
            if (!id || !id->is_string()) continue;
            for (const std::string_view format : record.formats) {
                const auto address = server::address(record, base::Language::en, {{"id", site::in_address(id->get_string())}},
                                                     format == record.formats.front() ? "" : format);
                if (address) targets.insert(*address);
            }
            return;
        }
    }
}

std::set<std::string> targets_of(const bench::Portal& portal) {
    std::set<std::string> targets;
    for (const site::Row& row : site::rows()) {
        const server::Route& route = row.route;
        const std::string_view path = route.paths.front();
        if (route.method != server::Method::get || route.formats.empty() || path.find('{') != std::string_view::npos) continue;
        add_list(portal, route, targets);
        for (const site::Row& other : site::rows())
            if (other.route.paths.front() == std::string(path) + "/{id}" && has_parameter(route, "limit"))
                add_records(portal, route, other.route, targets);
    }
    return targets;
}

// The name of this changed in 1.8: Debian 12 has one, 13 the other.
bool measured(const auto& run) {
    if constexpr (requires { run.error_occurred; })
        return !run.error_occurred;
    else
        return run.skipped == decltype(run.skipped){};
}

// Prints as ever, and the slowest once more at the end.
class Reporter : public benchmark::ConsoleReporter {
  public:
    Reporter() : ConsoleReporter(OO_Tabular) {}
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            if (measured(run)) took_.emplace_back(run.GetAdjustedCPUTime(), run.run_name.function_name);
    }
    void Finalize() override {
        std::ranges::sort(took_, std::greater());
        GetOutputStream() << "\nThe slowest of " << took_.size() << ":\n";
        for (std::size_t i = 0; i < took_.size() && i < 20; ++i)
            GetOutputStream() << fmt::format("{:10.2f} ms  {}\n", took_[i].first, took_[i].second);
    }

  private:
    std::vector<std::pair<double, std::string>> took_;
};

void request(benchmark::State& state, const bench::Portal& portal, const std::string& target) {
    std::size_t bytes = 0;
    try {
        for (auto _ : state) bytes = portal.ask(target).body.size();
    } catch (const std::exception& error) { state.SkipWithError(error.what()); }
    state.counters["bytes"] = static_cast<double>(bytes);
}

// The first request of a day.
void after_midnight(benchmark::State& state, const bench::Portal& portal, const std::string& target) {
    for (auto _ : state) {
        bench::Portal::midnight();
        benchmark::DoNotOptimize(portal.ask(target));
    }
}

// The first request after a record has changed.
void after_a_commit(benchmark::State& state, bench::Portal& portal, const std::string& type, const std::string& target) {
    store::Store& store = portal.store();
    std::int64_t number = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto first = store.snapshot().list(type, record::Audience::officers, {{}, "", 1}).front();
        first.record.get_object()["provenance"].get_object()["note"] = fmt::format("changed {}", ++number);
        const auto receipt =
            store.commit({"bench", "a change", {{record::Change::Kind::put, type, first.id, first.version, first.record}}, {}});
        if (!receipt) state.SkipWithError(base::to_string(receipt.error().front()).c_str());
        state.ResumeTiming();
        benchmark::DoNotOptimize(portal.ask(target));
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string body;
    for (int i = 1; i < argc; ++i)
        if (const std::string_view argument = argv[i]; argument.starts_with("--body=")) {
            body = argument.substr(std::string_view("--body=").size());
            std::copy(argv + i + 1, argv + argc, argv + i);
            --argc;
        }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    try {
        // Commits of this program are not for the next one: it works on a copy.
        const std::string copy = body.empty() ? "" : body + ".copy";
        if (!body.empty()) {
            for (const char* of : {"-wal", "-shm"}) std::filesystem::remove(copy + of);
            std::filesystem::copy_file(body, copy, std::filesystem::copy_options::overwrite_existing);
        }
        const double before = processor_seconds();
        bench::Portal portal(body.empty() ? "sqlite::memory:" : "sqlite:" + copy);
        if (body.empty()) portal.load_demonstration();
        const double opened = processor_seconds();
        portal.store().snapshot().read_common_words();
        portal.ask("/en");
        portal.ask("/en/submissions");
        fmt::print("opening {:.2f} s of processor time, the first pages {:.2f} s; {} MB of memory then\n", opened - before,
                   processor_seconds() - opened, resident_megabytes());
        std::fflush(stdout);
        for (const std::string& target : targets_of(portal))
            benchmark::RegisterBenchmark(target.c_str(),
                                         [&portal, target](benchmark::State& state) { request(state, portal, target); })
                ->Unit(benchmark::kMillisecond)
                ->MinTime(0.05);
        constexpr std::array often{"/en", "/en/search?q=north+american+environmental+cooperation+commission", "/en/submissions",
                                   "/en/publications", "/en/map"};
        for (const char* target : often)
            benchmark::RegisterBenchmark(fmt::format("{} after midnight", target).c_str(),
                                         [&portal, target](benchmark::State& state) { after_midnight(state, portal, target); })
                ->Unit(benchmark::kMillisecond)
                ->Iterations(3);
        for (const char* type : {"publication", "submission", "topic", "instrument", "body", "docket_event", "status_event"})
            for (const char* target : often)
                benchmark::RegisterBenchmark(fmt::format("{} after a commit of a {}", target, type).c_str(),
                                             [&portal, type = std::string(type), target](benchmark::State& state) {
                                                 after_a_commit(state, portal, type, target);
                                             })
                    ->Unit(benchmark::kMillisecond)
                    ->Iterations(5);
        Reporter reporter;
        benchmark::RunSpecifiedBenchmarks(&reporter);
        fmt::print("{} MB of memory at the end\n", resident_megabytes());
    } catch (const std::exception& error) {
        fmt::print(stderr, "portal_bench: {}\n", error.what());
        return 2;
    }
    return 0;
}
