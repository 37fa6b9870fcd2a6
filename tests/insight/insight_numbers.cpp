// insight_numbers FOLDER: writes observations and what the program makes of them as CSV, for compare.R.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "insight/parts.hpp"
#include "insight/registry.hpp"
#include "insight/retrospective.hpp"

namespace {

using namespace comity;
using namespace comity::insight;

constexpr double shares_of_time[] = {0.1, 0.25, 0.5, 0.75, 0.9};

std::string cell(const std::optional<double>& number) { return number ? fmt::format("{:.17g}", *number) : "NA"; }

class Files {
  public:
    explicit Files(const std::filesystem::path& folder)
        : observed_(folder / "observed.csv"),
          curves_(folder / "curves.csv"),
          quantiles_(folder / "quantiles.csv"),
          shares_(folder / "shares.csv") {
        observed_ << "set,days,end\n";
        curves_ << "set,kind,end,days,at_risk,ended,estimate,std_error,lower,upper\n";
        quantiles_ << "set,end,p,value,lower,upper\n";
        shares_ << "met,of,lower,upper\n";
    }

    void set(const std::string& name, const std::vector<Observation>& observed) {
        int ends = 1;
        for (const Observation& one : observed) {
            observed_ << fmt::format("{},{},{}\n", name, one.days, one.end);
            ends = std::max(ends, one.end);
        }
        for (int end = 0; end <= ends; ++end) {
            const auto survival = kaplan_meier(observed, end);
            curve(name, "survival", end, survival);
            for (const double p : shares_of_time) {
                const Bounds bounds = quantile_bounds(survival, p);
                quantiles_ << fmt::format("{},{},{},{},{},{}\n", name, end, p, cell(quantile(survival, p)), cell(bounds.lower),
                                          cell(bounds.upper));
            }
            if (end) curve(name, "incidence", end, cumulative_incidence(observed, end));
        }
    }

    void share(std::size_t met, std::size_t of) {
        const Share share = wilson(met, of);
        shares_ << fmt::format("{},{},{:.17g},{:.17g}\n", met, of, share.lower, share.upper);
    }

  private:
    void curve(const std::string& name, const char* kind, int end, const std::vector<CurveStep>& steps) {
        for (const CurveStep& step : steps)
            curves_ << fmt::format("{},{},{},{},{},{},{:.17g},{},{},{}\n", name, kind, end, step.days, step.at_risk, step.ended,
                                   step.estimate, cell(step.std_error), cell(step.lower), cell(step.upper));
    }

    std::ofstream observed_, curves_, quantiles_, shares_;
};

// What goes wrong first: nothing but ends, no end, ties, one case, many on the first day.
void write_made(Files& files) {
    files.set("one-ended", {{12, 1}});
    files.set("one-running", {{12, 0}});
    files.set("one-on-the-first-day", {{0, 1}});
    files.set("two-halves", {{10, 1}, {20, 0}});
    files.set("all-running", {{5, 0}, {5, 0}, {9, 0}, {30, 0}});
    files.set("none-running", {{5, 1}, {7, 2}, {9, 1}, {30, 1}});
    files.set("ties", {{5, 1}, {5, 1}, {5, 0}, {7, 1}, {7, 2}, {7, 0}, {9, 1}, {9, 1}});
    files.set("all-on-one-day", {{5, 1}, {5, 1}, {5, 1}});
    files.set("many-at-zero", {{0, 1}, {0, 1}, {0, 2}, {0, 0}, {0, 0}, {3, 1}, {8, 0}, {9, 1}});
    files.set("level-at-a-half", {{1, 1}, {2, 1}, {3, 0}, {4, 1}, {6, 1}, {7, 0}});
    std::mt19937 random(3);
    for (int i = 0; i < 150; ++i) {
        const int size = std::uniform_int_distribution(1, i % 10 == 0 ? 400 : 40)(random);
        const int longest = std::uniform_int_distribution(1, i % 3 == 0 ? 12 : 4000)(random);
        std::uniform_int_distribution days(0, longest), end(0, std::uniform_int_distribution(0, 4)(random));
        std::vector<Observation> observed(static_cast<std::size_t>(size));
        for (Observation& one : observed) one = {days(random), end(random)};
        files.set(fmt::format("made-{}", i), observed);
    }
    for (std::size_t of = 1; of <= 40; ++of)
        for (std::size_t met = 0; met <= of; ++met) files.share(met, of);
    files.share(0, 100'000);
    files.share(99'999, 100'000);
}

// The registry's own: each step's passages and the ends of its cases, on a day when much was open and on one when little was.
void write_registry(Files& files) {
    const auto docket = demonstration_docket();
    const law::Mechanisms& mechanisms = *law::shipped();
    for (const base::Day day : {base::Day{std::chrono::year{2003} / 6 / 1}, base::Day{std::chrono::year{2026} / 11 / 22}}) {
        const Retrospective found = retrospect(docket, mechanisms, day);
        const std::vector<Observed> cases = observe(*docket, mechanisms, day);
        const std::vector<Passage> ways = passages(cases);
        for (const std::string_view step : steps_of(mechanisms)) {
            std::vector<Observation> observed;
            for (const Passage& passage : ways)
                if (passage.days && passage.clock->step->id == step) observed.push_back({*passage.days, passage.running ? 0 : 1});
            if (!observed.empty()) files.set(fmt::format("{} {}", base::to_string(day), step), observed);
        }
        files.set(fmt::format("{} ends", base::to_string(day)), found.survival.observed);
        for (const ClockRow& row : found.clocks)
            if (row.share.of) files.share(row.share.met, row.share.of);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::filesystem::create_directories(arguments[1]);
    Files files(arguments[1]);
    write_made(files);
    write_registry(files);
}
