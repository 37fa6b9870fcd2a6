#include "insight/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace comity::insight {

namespace {

// The observations of one day, counted.
struct DayCount {
    int days = 0;
    std::size_t at_risk = 0, ended = 0, other = 0, censored = 0;
};

std::vector<DayCount> by_day(std::span<const Observation> observed, int end) {
    std::vector<Observation> sorted(observed.begin(), observed.end());
    std::ranges::sort(sorted, {}, &Observation::days);
    std::vector<DayCount> counts;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (counts.empty() || counts.back().days != sorted[i].days)
            counts.push_back({.days = sorted[i].days, .at_risk = sorted.size() - i});
        DayCount& day = counts.back();
        if (sorted[i].end == 0)
            ++day.censored;
        else if (end == 0 || sorted[i].end == end)
            ++day.ended;
        else
            ++day.other;
    }
    return counts;
}

// The band around a share that is still running, on the scale log(-log).
void set_band(double survival, double std_error, std::optional<double>& lower, std::optional<double>& upper) {
    if (survival <= 0 || survival >= 1) return;
    const double centre = std::log(-std::log(survival));
    const double width = z_95 * std_error / survival / std::log(survival);
    lower = std::exp(-std::exp(centre - width));
    upper = std::exp(-std::exp(centre + width));
}

constexpr double tolerance = 1.4901161193847656e-8;  // as R has it: the square root of a double's precision

using Rise = std::pair<double, double>;  // the share that has ended, and since which day

// Of a level part only its beginning counts: where the next rise comes is the next value's.
void add_rise(std::vector<Rise>& rises, double ended, int days) {
    if (std::ranges::find(rises, ended, &Rise::first) == rises.end()) rises.emplace_back(ended, days);
}

// The day on which the curve comes to p. `last`: the curve's last day, or `unknown_last` where its value then is not known.
constexpr int unknown_last = -1;
std::optional<double> reached(std::vector<Rise> rises, int last, double p) {
    const Rise latest = rises.back();
    std::ranges::stable_sort(rises, {}, &Rise::first);
    const auto first_from = [&](double share) {
        return std::ranges::find_if(rises, [&](const Rise& rise) { return rise.first >= share; });
    };
    const auto from = first_from(p - tolerance), until = first_from(p + tolerance);
    if (from == rises.end()) return std::nullopt;
    if (last != unknown_last && std::abs(p - latest.first) < tolerance) return (from->second + last) / 2;
    if (until == rises.end()) return std::nullopt;
    return (from->second + until->second) / 2;
}

}  // namespace

Share wilson(std::size_t met, std::size_t of) {
    Share result{.met = met, .of = of};
    if (of == 0) return result;
    const double n = static_cast<double>(of), p = static_cast<double>(met) / n, z2 = z_95 * z_95;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z_95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    result.share = p;
    result.lower = met == 0 ? 0 : centre - half;  // exactly, whatever rounding leaves
    result.upper = met == of ? 1 : centre + half;
    return result;
}

std::vector<CurveStep> kaplan_meier(std::span<const Observation> observed, int end) {
    std::vector<CurveStep> curve;
    double survival = 1, greenwood = 0;
    for (const DayCount& day : by_day(observed, end)) {
        const double n = static_cast<double>(day.at_risk), d = static_cast<double>(day.ended);
        survival *= 1 - d / n;
        CurveStep step{.days = day.days,
                       .at_risk = day.at_risk,
                       .ended = day.ended,
                       .censored = day.censored + day.other,
                       .estimate = survival};
        if (day.ended < day.at_risk) {
            greenwood += d / (n * (n - d));
            step.std_error = survival * std::sqrt(greenwood);
            set_band(survival, *step.std_error, step.lower, step.upper);
        }
        curve.push_back(step);
    }
    return curve;
}

// How each observation moves the estimate (its influence) is carried along with the estimate; the sum of squares is the variance.
std::vector<CurveStep> cumulative_incidence(std::span<const Observation> observed, int end) {
    std::vector<CurveStep> curve;
    std::vector<double> on_survival(observed.size()), on_incidence(observed.size());
    double survival = 1, incidence = 0;
    for (const DayCount& day : by_day(observed, end)) {
        const double n = static_cast<double>(day.at_risk), this_way = static_cast<double>(day.ended),
                     any = static_cast<double>(day.ended + day.other);
        double variance = 0;
        for (std::size_t i = 0; i < observed.size(); ++i) {
            const bool there = observed[i].days >= day.days, now = observed[i].days == day.days;
            const double ends = now && observed[i].end == end ? 1 : 0, ends_anyhow = now && observed[i].end != 0 ? 1 : 0;
            const double moved_this_way = there ? ends / n - this_way / (n * n) : 0;
            const double moved_any = there ? ends_anyhow / n - any / (n * n) : 0;
            on_incidence[i] += on_survival[i] * this_way / n + survival * moved_this_way;
            on_survival[i] = on_survival[i] * (1 - any / n) - survival * moved_any;
            variance += on_incidence[i] * on_incidence[i];
        }
        incidence += survival * this_way / n;
        survival *= 1 - any / n;
        CurveStep step{.days = day.days,
                       .at_risk = day.at_risk,
                       .ended = day.ended,
                       .censored = day.censored + day.other,
                       .estimate = incidence,
                       .std_error = std::sqrt(variance)};
        std::optional<double> lower, upper;
        set_band(1 - incidence, *step.std_error, lower, upper);
        if (upper) step.lower = 1 - *upper;
        if (lower) step.upper = 1 - *lower;
        curve.push_back(step);
    }
    return curve;
}

std::optional<double> quantile(std::span<const CurveStep> survival, double p) {
    if (survival.empty()) return std::nullopt;
    std::vector<Rise> rises{{0, 0}};
    for (const CurveStep& step : survival) add_rise(rises, 1 - step.estimate, step.days);
    return reached(std::move(rises), survival.back().days, p);
}

Bounds quantile_bounds(std::span<const CurveStep> survival, double p) {
    if (survival.empty()) return {};
    std::vector<Rise> low{{0, 0}}, high{{0, 0}};
    for (const CurveStep& step : survival) {
        if (!step.lower || !step.upper) continue;
        add_rise(low, 1 - *step.lower, step.days);
        add_rise(high, 1 - *step.upper, step.days);
    }
    const int last = survival.back().lower ? survival.back().days : unknown_last;
    return {reached(std::move(low), last, p), reached(std::move(high), last, p)};
}

const CurveStep* at(std::span<const CurveStep> curve, int days) {
    const auto after = std::ranges::upper_bound(curve, days, {}, &CurveStep::days);
    return after == curve.begin() ? nullptr : &*std::prev(after);
}

}  // namespace comity::insight
