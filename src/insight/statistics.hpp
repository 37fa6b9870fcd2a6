#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// The statistics of the retrospective, as R's survival package computes them; tests/insight compares the two.
namespace comity::insight {

inline constexpr double z_95 = 1.959963984540054;  // a standard normal value is within ± this in 95 of 100 cases

// k of n, with Wilson's 95 % interval. Without cases the share is not known and the interval is all there is: 0 to 1.
struct Share {
    std::size_t met = 0, of = 0;
    std::optional<double> share;
    double lower = 0, upper = 1;
    friend bool operator==(const Share&, const Share&) = default;
};
Share wilson(std::size_t met, std::size_t of);

// A time that was seen to its end, or for so long.
struct Observation {
    int days = 0;  // not negative
    int end = 0;   // 0: still running when it was last seen; else what ended it, 1, 2, …
};

// The curve after a day on which something ended or was seen for the last time.
struct CurveStep {
    int days = 0;
    std::size_t at_risk = 0;   // just before
    std::size_t ended = 0;     // in the way that the curve is about
    std::size_t censored = 0;  // seen for the last time, or ended in another way
    double estimate = 1;
    std::optional<double> std_error;     // not known where a survival curve has come down to 0
    std::optional<double> lower, upper;  // 95 %; not known at 0, at 1 and where the error is not
};

// Kaplan and Meier's estimate of what is still running after so many days; standard errors by Greenwood; the band on the scale
// log(-log S), which keeps it between 0 and 1. `end`: the one that counts, others being taken for the last time that it was seen;
// 0: any.
std::vector<CurveStep> kaplan_meier(std::span<const Observation> observed, int end = 0);

// Aalen and Johansen's estimate of what has ended in one way after so many days, where other ways compete with it; standard
// errors by the infinitesimal jackknife; the band on the scale log(-log(1 - P)).
std::vector<CurveStep> cumulative_incidence(std::span<const Observation> observed, int end);

// After how many days a share p of what a survival curve is about has ended; halfway along a level part that lies at 1 - p.
// nullopt where the curve does not come down so far.
std::optional<double> quantile(std::span<const CurveStep> survival, double p);
// The same of the band's lower and upper curve: bounds of the quantile, each only where it can be told.
struct Bounds {
    std::optional<double> lower, upper;
};
Bounds quantile_bounds(std::span<const CurveStep> survival, double p);

// The curve on a day: its last step until then; null before the first.
const CurveStep* at(std::span<const CurveStep> curve, int days);

}  // namespace comity::insight
