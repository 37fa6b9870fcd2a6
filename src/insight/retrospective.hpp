#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "insight/observed.hpp"
#include "insight/statistics.hpp"

// What the docket of a day says as a whole. Every row names the cases that it rests on and those that it had to leave out.
namespace comity::insight {

struct CountRow {
    std::string_view by;  // "year", "party", "agreement", "matter"
    std::string value;
    Ids cases;
};

// A point on the way of a case. It is reached by a case whose record shows it or anything that can only come after it.
struct FunnelRow {
    std::string_view point;  // the event type's code: "filed", "criteria_met", …
    Ids reached;
    Ids on_record;  // of these: the point itself is on the record
    // Those that came no further, by outcome; "open": still under way; "": ended, the record doesn't say how.
    std::map<std::string_view, Ids> ended;
};

// How long passages through a step took. Those that still run count as longer than they have run so far.
struct TimeRow {
    Group group;
    std::string_view step;  // of the law; "" for the whole way from filing to the end
    bool main = true;       // false: it runs beside the case's main course
    Ids done, running;
    std::optional<double> lower_quartile, median, upper_quartile;
    Bounds median_bounds;  // 95 %
    std::vector<LeftOut> left_out;
};

// On how many days it was an actor's turn.
struct TurnRow {
    Group group;
    std::string_view actor;  // of the law; "" where the record doesn't tell whose turn it was
    std::int64_t days = 0;
    double share = 0;              // of all days of the group
    Ids cases;                     // in which it had a turn
    std::optional<double> median;  // of its days in these
};

// How many clocks were met in time.
struct ClockRow {
    Group group;
    std::string_view strength;  // "hard", "target", "normally"
    std::string_view step;      // "" for all
    Share share;
    Ids met, late;
    std::vector<LeftOut> left_out;
};

// What became of cases with time.
struct EndCurve {
    std::string_view end;              // the outcome's code; "any"; "" ended, the record doesn't say how
    int number = 0;                    // in Survival::observed; 0 for "any"
    Ids cases;                         // that ended so
    std::vector<CurveStep> survival;   // not ended so; other ends are taken for the last time that the case was seen
    std::vector<CurveStep> incidence;  // ended so, where other ends compete; empty for "any"
};
struct Survival {
    Ids cases, open;   // measured; of these: still open
    Ids ended_by_law;  // likewise: ended on the day on which a time of the law ran out
    std::vector<LeftOut> left_out;
    std::vector<Observation> observed;  // of the cases, in their order; Observation::end is EndCurve::number
    std::vector<EndCurve> ends;         // "any" first, then by number of cases
};

struct OpenRow {
    std::string_view id;
    std::optional<base::Date> filed;
    std::int64_t age = 0;  // days, to the day asked about, from the first day on which it can have been filed
    std::string_view stage;
    std::string_view actor;  // whose turn it was on the day known_to; "" nobody's
    base::Day known_to;      // the sources tell of it until then
};

// Two sides of a day on which the rules changed. It shows what was measured, and is no proof of an effect.
struct Comparison {
    std::string_view id;  // "guidelines-2012", "usmca"
    base::Day day;
    std::vector<TimeRow> rows;  // group.value "before" and "after", one after the other, for each step that both sides have
};

struct Retrospective {
    std::shared_ptr<const registry::Docket> docket;  // holds what the rows name
    base::Day on{};
    Ids cases;
    std::vector<CountRow> counts;
    std::vector<FunnelRow> funnel;
    std::vector<TimeRow> times;
    std::vector<TurnRow> turns;
    std::vector<LeftOut> turns_left_out;
    std::vector<ClockRow> clocks;
    std::vector<LeftOut> clocks_left_out;  // clocks whose limit, and so their strength, can't be told
    Survival survival;
    std::vector<OpenRow> open;  // the oldest first
    std::vector<Comparison> comparisons;
};

// Strings of the rows live as long as the docket and the mechanisms.
Retrospective retrospect(std::shared_ptr<const registry::Docket> docket, const law::Mechanisms& mechanisms, base::Day on);

// How long the cases under one mechanism took: the whole way, then each of its steps that a case has passed or is in. Strings of
// the rows live as long as the docket and the mechanisms.
std::vector<TimeRow> times_under(const registry::Docket& docket, const law::Mechanisms& mechanisms,
                                 const law::Mechanism& mechanism, base::Day on);

}  // namespace comity::insight
