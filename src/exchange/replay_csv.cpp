#include "exchange/replay_csv.hpp"

#include <fmt/format.h>

#include "exchange/csv.hpp"

namespace comity::exchange {

namespace {

std::string day(const std::optional<base::Date>& date) { return date ? base::to_string(*date) : ""; }

void append_side(std::vector<std::string>& cells, const std::optional<law::ReplayedSide>& side) {
    if (!side) {
        cells.resize(cells.size() + 6);
        return;
    }
    const law::Limit* limit = side->limit;
    const bool timed = limit && limit->unit != law::Unit::none;
    const int number = !timed ? 0 : side->extended ? limit->extension->number : limit->number;
    cells.push_back(side->version ? side->version->id : "");
    cells.push_back(timed && number > 0 ? fmt::format("{} {}", number, law::code(limit->unit)) : "");  // 0: no upper limit
    cells.emplace_back(limit ? law::code(limit->strength) : "");
    cells.push_back(side->due ? base::to_string(*side->due) : "");
    cells.push_back(side->days_late ? std::to_string(*side->days_late) : "");
    cells.emplace_back(law::code(side->keeping));
}

}  // namespace

void append_replay_csv(std::string& out, const law::Replay& replay) {
    append_csv_row(out, {"case",          "mechanism",  "step",          "party",       "opened_by",      "opened_on",
                         "met_by",        "met_on",     "was_version",   "was_limit",   "was_strength",   "was_due",
                         "was_late_by",   "was_kept",   "would_version", "would_limit", "would_strength", "would_due",
                         "would_late_by", "would_kept", "comparison",    "shift",       "change"});
    for (const law::ReplayedCase& each : replay.cases)
        for (const law::ReplayedClock& clock : each.clocks) {
            std::vector<std::string> cells{std::string(each.of->id),
                                           each.of->mechanism->id,
                                           clock.step->id,
                                           std::string(clock.party),
                                           std::string(clock.opened_by.type),
                                           day(clock.opened_by.date),
                                           clock.met_by ? std::string(clock.met_by->type) : "",
                                           clock.met_by ? day(clock.met_by->date) : ""};
            append_side(cells, clock.was);
            append_side(cells, clock.would);
            cells.emplace_back(law::code(clock.comparison));
            cells.push_back(clock.shift ? std::to_string(*clock.shift) : "");
            cells.emplace_back(law::code(clock.change));
            append_csv_row(out, cells);
        }
}

}  // namespace comity::exchange
