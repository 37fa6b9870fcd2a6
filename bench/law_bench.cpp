// What the law costs: sums of working days, and evaluating a registry.
#include <benchmark/benchmark.h>

#include "base/embedded.hpp"
#include "law/evaluation_json.hpp"

namespace {

using namespace comity;

// A case that went the whole way, 15 events.
std::vector<law::Event> long_case() {
    const auto date = [](std::string_view text) { return base::parse_date(text).value(); };
    return {{.type = "filed", .date = date("2013-04-11")},
            {.type = "acknowledged", .date = date("2013-04-15")},
            {.type = "criteria_not_met", .date = date("2013-05-24")},
            {.type = "revised_submission_received", .date = date("2013-08-16")},
            {.type = "criteria_met", .date = date("2013-11-12")},
            {.type = "response_requested", .date = date("2013-11-12")},
            {.type = "response_received", .date = date("2014-02-24")},
            {.type = "factual_record_recommended", .date = date("2014-09-05")},
            {.type = "council_instructed_factual_record", .date = date("2015-05-19")},
            {.type = "workplan_published", .date = date("2015-06-19")},
            {.type = "information_requested", .date = date("2015-07")},
            {.type = "draft_factual_record_submitted", .date = date("2016-03-01")},
            {.type = "final_factual_record_submitted", .date = date("2016-08-01")},
            {.type = "council_voted_to_publish", .date = date("2016-10-03")},
            {.type = "factual_record_published", .date = date("2016-10-04")}};
}

void sum_of_working_days(benchmark::State& state) {
    const law::Calendar& calendar = *law::shipped()->calendars.at(0);
    const base::Day start = base::parse_day("1990-01-01").value();
    int at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(calendar.add_working_days(start + std::chrono::days{at}, 120));
        at = (at + 7919) % 30000;
    }
}
BENCHMARK(sum_of_working_days);

void evaluation_of_105_cases(benchmark::State& state) {
    const law::Mechanism& mechanism = *law::find_mechanism(*law::shipped(), "naaec");
    const auto events = long_case();
    const base::Day on = base::parse_day("2020-01-01").value();
    for (auto _ : state)
        for (int at = 0; at < 105; ++at) benchmark::DoNotOptimize(law::evaluate(mechanism, events, on));
}
BENCHMARK(evaluation_of_105_cases)->Unit(benchmark::kMillisecond);

void evaluation_of_100000_cases(benchmark::State& state) {
    const law::Mechanism& mechanism = *law::find_mechanism(*law::shipped(), "naaec");
    const auto events = long_case();
    const base::Day on = base::parse_day("2020-01-01").value();
    for (auto _ : state)
        for (int at = 0; at < 100'000; ++at) benchmark::DoNotOptimize(law::evaluate(mechanism, events, on));
}
BENCHMARK(evaluation_of_100000_cases)->Unit(benchmark::kMillisecond)->Iterations(1);

void proofs_of_a_case_as_json(benchmark::State& state) {
    const law::Mechanism& mechanism = *law::find_mechanism(*law::shipped(), "naaec");
    const auto events = long_case();
    const base::Day on = base::parse_day("2020-01-01").value();
    for (auto _ : state) {
        std::string out;
        base::JsonWriter writer(out);
        law::write_json(writer, law::evaluate(mechanism, events, on), events, on);
        benchmark::DoNotOptimize(out);
    }
}
BENCHMARK(proofs_of_a_case_as_json)->Unit(benchmark::kMicrosecond);

void reading_the_shipped_law(benchmark::State& state) {
    std::vector<law::SourceFile> files;
    for (const base::EmbeddedFile& file : base::embedded_under("data/law/"))
        files.push_back({std::string(file.path), file.content});
    for (auto _ : state) benchmark::DoNotOptimize(law::load(files));
}
BENCHMARK(reading_the_shipped_law)->Unit(benchmark::kMillisecond);

}  // namespace
