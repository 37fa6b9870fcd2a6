#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "law/evaluate.hpp"

// What became of cases, beside what other rules would have made of the same events. The days on which things happened stay as
// they were: only the time limits are exchanged. What people would have done under other limits is not known.
namespace comity::law {

struct ReplayCase {
    std::string_view id;
    const Mechanism* mechanism = nullptr;  // under which it went
    std::span<const Event> events;
    base::Day known_to;  // its sources tell nothing of later days: nobody is late for a due date after it
};

// How the time of a clock was kept under one set of rules.
enum class Keeping : std::uint8_t {
    in_time,
    past_target,  // a limit that binds nobody was passed
    late,         // a hard limit was passed
    running,      // it runs, and is not due yet
    no_limit,     // the rules set none
    overtaken,    // another event settled the matter before
    ran_out,      // a period, in which nobody was bound to act
    not_known,    // dates are missing, or the sources end before the due date
};
std::string_view code(Keeping keeping);  // "in-time", "past-target", …

// Whether the due dates of both sides can be compared, or why not.
enum class Comparison : std::uint8_t {
    compared,
    limit_added,       // only the other rules set a limit
    limit_removed,     // only its own rules did
    no_limit,          // neither sets one
    dates,             // a date that would be needed is not known to the day, or is not on the record
    opened_otherwise,  // another event opens the step under the other rules
    not_opened,        // under the other rules nothing opens the step
    step_unknown,      // the other rules have no such step
    only_there,        // only the other rules have the step, or open it
};
inline constexpr std::size_t comparisons = static_cast<std::size_t>(Comparison::only_there) + 1;
std::string_view code(Comparison comparison);  // "compared", "limit-added", …

enum class Change : std::uint8_t {
    none,
    worse,      // in time before, past a target or late now; or past a target before and late now
    better,     // the other way round
    not_known,  // one side or both can't be judged
};
std::string_view code(Change change);  // "none", "worse", "better", "not-known"

struct ReplayedSide {
    const Limit* limit = nullptr;
    const Version* version = nullptr;
    std::optional<base::Day> due;
    bool extended = false;
    ClockState state = ClockState::untimed;
    Missing missing = Missing::nothing;
    std::optional<int> days_late;  // as in law::Clock
    Keeping keeping = Keeping::not_known;
};

struct ReplayedClock {
    const Step* step = nullptr;  // of the case's own mechanism; of the other rules where only they have the clock
    std::string_view party;
    Moment opened_by;
    std::optional<Moment> met_by;
    std::optional<ReplayedSide> was, would;
    Comparison comparison = Comparison::dates;
    std::optional<int> shift;  // days from the due date as it was to the other: positive is more time. Only where compared
    Change change = Change::not_known;
};

struct ReplayedCase {
    const ReplayCase* of = nullptr;
    std::vector<ReplayedClock> clocks;
    std::vector<int> unknown_events;     // seen by its own mechanism, not known to the other rules
    bool worse = false, better = false;  // a clock of it changed so
};

// Of one step, by its id, or of all clocks.
struct ReplaySummary {
    const Step* step = nullptr;  // null: of all
    std::size_t clocks = 0;
    std::array<std::size_t, comparisons> by_comparison{};
    std::optional<double> median_shift;
    std::optional<int> least_shift, most_shift;
    std::size_t judged = 0;  // clocks of which it is known on both sides whether the time was kept; what follows is of these
    std::size_t late_was = 0, late_would = 0;
    std::size_t past_target_was = 0, past_target_would = 0;
    std::size_t worse = 0, better = 0;
    std::size_t compared() const { return by_comparison[static_cast<std::size_t>(Comparison::compared)]; }
};

struct Replay {
    std::vector<ReplayedCase> cases;   // as given, without those not filed on the day
    std::vector<ReplaySummary> steps;  // in the order of the other rules, then what only the cases' own have
    ReplaySummary all;
    std::size_t worse = 0, better = 0;  // cases
};

// Points into the cases, their mechanisms and `under`, which must outlive it. `under` is a mechanism of one day, edition.hpp's
// pinned().
Replay replay(const Mechanism& under, std::span<const ReplayCase> cases, base::Day on);

}  // namespace comity::law
