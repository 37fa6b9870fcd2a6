#include <fmt/format.h>

#include <algorithm>

#include "body/registry/replayed.hpp"
#include "command/options.hpp"
#include "exchange/replay_csv.hpp"
#include "law/replay_json.hpp"

namespace comity::command {

namespace {

using law::ReplaySummary;

std::vector<std::string> separated(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        if (end > at) parts.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// nullopt, after saying so, where there is none of an id.
std::optional<std::vector<const registry::Case*>> chosen(const registry::Docket& docket, const std::string& ids) {
    std::vector<const registry::Case*> cases;
    if (ids.empty())
        for (const registry::Case& of : docket.cases) cases.push_back(&of);
    for (const std::string& id : separated(ids)) {
        const registry::Case* of = docket.find(id);
        if (!of) {
            fmt::print(stderr, "comity: --cases: there is no submission \"{}\"; ids look like SEM-21-001\n", id);
            return std::nullopt;
        }
        cases.push_back(of);
    }
    return cases;
}

std::string days(const std::optional<double>& number) { return number ? fmt::format("{:+g}", *number) : "-"; }

void print_row(std::string_view name, const ReplaySummary& sum) {
    fmt::print("{:<28} {:>7} {:>9} {:>7} {:>8} {:>6} {:>6} {:>8} {:>8}\n", name, sum.clocks, sum.compared(),
               days(sum.median_shift), sum.judged, sum.late_was, sum.late_would, sum.past_target_was, sum.past_target_would);
}

std::string change_text(const law::ReplayedClock& clock) {
    const auto side = [](const law::ReplayedSide& of) {
        std::string text(law::code(of.keeping));
        if (of.due) text += fmt::format(" (due {})", base::to_string(*of.due));
        return text;
    };
    return fmt::format("{}: {}, would be {}", clock.step->id, side(*clock.was), side(*clock.would));
}

void print_changed(const law::Replay& replay, law::Change change, std::string_view title) {
    fmt::print("\n{}\n", title);
    bool none = true;
    for (const law::ReplayedCase& each : replay.cases)
        for (const law::ReplayedClock& clock : each.clocks)
            if (clock.change == change) {
                fmt::print("  {}  {}\n", each.of->id, change_text(clock));
                none = false;
            }
    if (none) fmt::print("  none\n");
}

void print_replay(const registry::Replayed& replayed, base::Day on) {
    const law::Replay& replay = replayed.replay;
    fmt::print("{} cases as they stood on {}, under {} (the rules of {})\n", replay.cases.size(), base::to_string(on),
               law::to_string(replayed.under), base::to_string(replayed.under.day));
    fmt::print("Things happen on the days on which they happened; only the time limits are exchanged.\n\n");
    fmt::print("{:<28} {:>7} {:>9} {:>7} {:>8} {:>13} {:>17}\n", "", "", "due dates", "median", "", "late", "past target");
    fmt::print("{:<28} {:>7} {:>9} {:>7} {:>8} {:>6} {:>6} {:>8} {:>8}\n", "step", "clocks", "compared", "days", "judged", "was",
               "would", "was", "would");
    for (const ReplaySummary& sum : replay.steps) print_row(sum.step->id, sum);
    print_row("all", replay.all);
    print_changed(replay, law::Change::worse, fmt::format("Worse ({} cases)", replay.worse));
    print_changed(replay, law::Change::better, fmt::format("Better ({} cases)", replay.better));
    fmt::print("\nNot compared\n");
    for (std::size_t at = 1; at < law::comparisons; ++at)
        if (replay.all.by_comparison[at] > 0)
            fmt::print("  {:<17} {}\n", law::code(static_cast<law::Comparison>(at)), replay.all.by_comparison[at]);
    for (const law::ReplayedCase& each : replay.cases)
        for (const int event : each.unknown_events)
            fmt::print("  {}  event not known there: {}\n", each.of->id, each.of->events[static_cast<std::size_t>(event)].type);
}

}  // namespace

int law_replay(const Place& place, const ReplayOptions& options) {
    const auto day = day_or_today(options.on);
    const auto law = law_in(own_law(place));
    if (!day || !law) return 2;
    const auto under = law::find_edition(*law, options.under);
    if (!under) {
        fmt::print(stderr, "comity: --under: {}\n", under.error());
        return 1;
    }
    const auto store = open_store(place);
    if (!store) return 2;
    const registry::Docket docket = registry::read_docket(store->snapshot(), record::Audience::officers);
    const auto cases = chosen(docket, options.cases);
    if (!cases) return 1;
    const registry::Replayed replayed = registry::replayed(*cases, *law, *under, *day);
    std::string out;
    if (options.csv) {
        exchange::append_replay_csv(out, replayed.replay);
        fmt::print("{}", out);
    } else if (options.json) {
        base::JsonWriter json(out);
        json.begin_object();
        law::write_json(json, replayed.replay, *under, *day);
        json.end_object();
        fmt::print("{}\n", out);
    } else {
        print_replay(replayed, *day);
    }
    return 0;
}

}  // namespace comity::command
