#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "law/check.hpp"
#include "law/checks.hpp"

namespace comity::law {
namespace {

int year_of(base::Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

bool is_dated(const DayOff& off) {
    const Span& span = off.authority.in_force;
    return std::holds_alternative<OneDay>(off.rule) || (std::holds_alternative<YearEnd>(off.rule) && span.from && span.to);
}

struct Years {
    int from, to;
};
// The years for which an entry stands: a single day for its own, everything else for as long as it is in force.
Years years_of(const DayOff& off) {
    if (const auto* one = std::get_if<OneDay>(&off.rule)) return {year_of(one->day), year_of(one->day)};
    const Span& span = off.authority.in_force;
    return {year_of(span.from.value_or(first_known_day)), year_of(span.to.value_or(last_known_day))};
}

// Entries of one name of which several are given year by year: where most years have one, a year without any was forgotten. What
// comes in fewer years than not, such as a closure by order, is no list of years.
void check_series(const Calendar& calendar, base::Faults& faults) {
    std::map<std::string, std::vector<const DayOff*>> series;
    for (const DayOff& off : calendar.days_off()) series[off.name[base::Language::en]].push_back(&off);
    for (const auto& [name, entries] : series) {
        std::set<int> dated, stood_for;
        const DayOff* last = nullptr;
        for (const DayOff* off : entries) {
            const Years years = years_of(*off);
            for (int year = years.from; year <= years.to; ++year) stood_for.insert(year);
            if (!is_dated(*off)) continue;
            for (int year = years.from; year <= years.to; ++year) dated.insert(year);
            last = off;
        }
        if (dated.size() < 2) continue;  // an exception of one day
        const int from = calendar.covers().from ? year_of(*calendar.covers().from) : *dated.begin();
        const int to = calendar.covers().to ? year_of(*calendar.covers().to) : *dated.rbegin();
        std::string missing;
        int lacking = 0;
        for (int year = from; year <= to; ++year)
            if (!stood_for.contains(year)) missing += fmt::format("{}{}", lacking++ == 0 ? "" : ", ", year);
        if (lacking > 0 && 2 * lacking < to - from + 1)
            faults.push_back({fmt::format("{}:{}", calendar.file(), last->authority.line), calendar.id() + ", " + last->id,
                              "date", fmt::format("\"{}\" is given year by year, but not for {}", name, missing),
                              "an entry for each year, or covers.from and covers.to that leave those years out"});
    }
}

// From the first day on which a clock of the limit can open to the last, where it has one. What comes after the last collected
// entry while a limit goes on is no fault of its file: calendars end somewhere, and say where.
void check_days_of(const Mechanism& mechanism, const Limit& limit, const Calendar& calendar, base::Faults& faults) {
    const Span& covers = calendar.covers();
    const Span held = in_force(mechanism, limit);
    const base::Day from = std::max(held.from.value_or(first_known_day), mechanism.filed.from.value_or(first_known_day));
    const bool too_early = covers.from && from < *covers.from;
    const bool too_late = covers.to && held.to && *covers.to < *held.to;
    if (!too_early && !too_late) return;
    const Version& version = mechanism.versions[static_cast<std::size_t>(limit.version)];
    faults.push_back({fmt::format("{}:{}", version.file, limit.line),
                      "limit of " + mechanism.steps[static_cast<std::size_t>(limit.step)].id, "calendar",
                      fmt::format("is counted from {} {}on {}, whose entries cover {} to {}", base::to_string(from),
                                  held.to ? "to " + base::to_string(*held.to) + " " : "", calendar.id(),
                                  covers.from ? base::to_string(*covers.from) : "the beginning",
                                  covers.to ? base::to_string(*covers.to) : "the end"),
                      fmt::format("the missing years in {}, and wider covers", calendar.file())});
}

}  // namespace

base::Faults check(const Mechanisms& law) {
    base::Faults faults;
    for (const Mechanism& mechanism : law.list) {
        std::ranges::move(check(mechanism), std::back_inserter(faults));
        for (const Limit& limit : mechanism.limits) {
            if (limit.unit != Unit::working && limit.roll == Roll::none) continue;
            check_days_of(mechanism, limit, *limit.calendar, faults);
            for (const auto& [party, calendar] : limit.calendars) check_days_of(mechanism, limit, *calendar, faults);
        }
    }
    for (const auto& calendar : law.calendars) {
        check_series(*calendar, faults);
        if (auto fault = citation_fault(calendar->authority(), calendar->file(), calendar->id(), false))
            faults.push_back(std::move(*fault));
        for (const DayOff& off : calendar->days_off())
            if (auto fault = citation_fault(off.authority, calendar->file(), calendar->id() + ", " + off.id, false))
                faults.push_back(std::move(*fault));
    }
    return faults;
}

}  // namespace comity::law
