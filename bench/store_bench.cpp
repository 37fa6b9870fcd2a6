#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <atomic>

#include "base/passing_folder.hpp"
#include "exchange/catalog.hpp"
#include "store/store.hpp"

// The store on SQLite in the temporary folder. For PostgreSQL: COMITY_BENCH_DATABASE=postgresql://… names an empty database.
namespace {

using namespace comity;

constexpr store::Time noon{std::chrono::milliseconds{1'795'348'800'000}};

record::Change news(std::string_view id) {
    return {
        record::Change::Kind::put, "topic", std::string(id), 0,
        boost::json::parse(fmt::format(
            R"json({{"id":"{}","label":{{"en":"Green growth and its measures","original":"en"}},"scheme":"site-topic-2024","provenance":{{"confidence":"sourced"}}}})json",
            id))};
}

store::Store& shared_store() {
    static const base::PassingFolder folder;
    static const auto opened = [] {
        const char* address = std::getenv("COMITY_BENCH_DATABASE");
        auto store = store::open({address ? address : "sqlite:" + folder.path() + "/bench.db", exchange::catalog()});
        if (!store) throw std::runtime_error(store.error());
        std::vector<record::Change> changes;
        for (int i = 0; i < 3'000; ++i) changes.push_back(news(fmt::format("n{:05}", i)));
        const auto receipt = (*store)->commit({"bench", "bench", std::move(changes), noon});
        if (!receipt) throw std::runtime_error(base::to_string(receipt.error().front()));
        return std::move(*store);
    }();
    return *opened;
}

void commit_one(benchmark::State& state) {
    static std::atomic<std::int64_t> number = 0;
    store::Store& store = shared_store();
    for (auto _ : state)
        if (!store.commit({"bench", "bench", {news(fmt::format("c{}", ++number))}, noon})) state.SkipWithError("refused");
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(commit_one)->Threads(1)->Threads(16)->UseRealTime();

void import_three_thousand(benchmark::State& state) {
    static int round = 0;
    store::Store& store = shared_store();
    for (auto _ : state) {
        std::vector<record::Change> changes;
        ++round;
        for (int i = 0; i < 3'000; ++i) changes.push_back(news(fmt::format("i{}-{}", round, i)));
        if (!store.commit({"bench", "bench", std::move(changes), noon})) state.SkipWithError("refused");
    }
}
BENCHMARK(import_three_thousand)->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();

void read_by_id(benchmark::State& state) {
    store::Store& store = shared_store();
    int i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(store.snapshot().read("topic", fmt::format("n{:05}", ++i % 3'000), record::Audience::everyone));
}
BENCHMARK(read_by_id);

void list_a_hundred(benchmark::State& state) {
    store::Store& store = shared_store();
    for (auto _ : state)
        benchmark::DoNotOptimize(store.snapshot().list("topic", record::Audience::everyone, {{}, "n01000", 100}));
}
BENCHMARK(list_a_hundred);

void search_a_common_word(benchmark::State& state) {
    store::Store& store = shared_store();
    for (auto _ : state) benchmark::DoNotOptimize(store.snapshot().search({"topic"}, "growth measure", 20));
}
BENCHMARK(search_a_common_word)->Unit(benchmark::kMicrosecond);

void ask_for_the_head(benchmark::State& state) {
    store::Store& store = shared_store();
    for (auto _ : state) benchmark::DoNotOptimize(store.head());
}
BENCHMARK(ask_for_the_head);

}  // namespace
