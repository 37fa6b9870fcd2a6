#include "web/pages/status_words.hpp"

#include <algorithm>

#include "base/format.hpp"

namespace comity::pages {

namespace {

// Ids in addresses have '-' where the law's may have '_'.
bool same(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return x == y || ((x == '-' || x == '_') && (y == '-' || y == '_')); });
}

template <class T>
std::string_view name_in(const law::Mechanisms& law, std::vector<T> law::Mechanism::* list, std::string_view id,
                         base::Language language) {
    for (const law::Mechanism& mechanism : law.list)
        for (const T& entry : mechanism.*list)
            if (same(entry.id, id)) return base::shown(entry.name, language).text;
    return id;
}

// Whether the due date lies after the last day of which the sources tell for certain: nobody can be called late then.
bool beyond_sources(const registry::Standing& standing) {
    return standing.due && *standing.due > standing.of->submission.as_of.first();
}

}  // namespace

std::string_view state_class(const registry::Standing& standing) {
    if (standing.status == registry::Status::open)
        return !standing.overdue ? "open" : beyond_sources(standing) ? "unknown" : "late";
    return standing.ended ? "closed" : "unknown";
}

std::string_view outcome_name(const law::Mechanisms& law, std::string_view id, base::Language language) {
    return name_in(law, &law::Mechanism::outcomes, id, language);
}
std::string_view stage_name(const law::Mechanisms& law, std::string_view id, base::Language language) {
    return name_in(law, &law::Mechanism::stages, id, language);
}

std::string status_text(const site::Site& site, const registry::Standing& standing, base::Language language) {
    const base::Words words(language);
    if (standing.status == registry::Status::closed)
        return standing.outcome.empty() ? std::string(words("status.ended_unknown"))
                                        : std::string(outcome_name(site.law(), standing.outcome, language));
    if (standing.turn_step.empty())
        return words("status.open_stage", {{"stage", stage_name(site.law(), standing.stage, language)}});
    const law::Step* step = law::find_step(*standing.mechanism, standing.turn_step);
    COMITY_ASSERT(step);
    const std::string actor = site::actor_name(site, *standing.of, *standing.mechanism, standing.turn_actor, language);
    const std::string_view name = base::shown(step->name, language).text;
    if (!standing.due) return words("status.open_turn", {{"actor", actor}, {"step", name}});
    const char* key = !standing.overdue          ? "status.open_due"
                      : beyond_sources(standing) ? "status.open_not_known"
                                                 : "status.open_late";
    return words(key, {{"actor", actor},
                       {"step", name},
                       {"due", base::short_date(language, *standing.due)},
                       {"known", base::short_date(language, standing.of->submission.as_of)}});
}

std::string limit_text(const law::Limit* limit, const base::Words& words) {
    if (!limit) return std::string(words("limit.not_known"));
    switch (limit->unit) {
        case law::Unit::calendar: return words.plural("limit.days", limit->number);
        case law::Unit::working: return words.plural("limit.working_days", limit->number);
        case law::Unit::month: return words.plural("limit.months", limit->number);
        case law::Unit::year: return words.plural("limit.years", limit->number);
        case law::Unit::none: break;
    }
    return std::string(words(limit->strength == law::Strength::promptly ? "limit.promptly" : "limit.none"));
}

std::string clock_text(const law::Clock& clock, base::Day on, base::Day known_to, const base::Words& words) {
    using law::ClockState;
    if (clock.state == ClockState::superseded) return std::string(words("clock.superseded"));
    if (clock.state == ClockState::elapsed) return std::string(words("clock.elapsed"));
    if (!clock.due) {
        if (!clock.met_by)
            return std::string(words(clock.missing == law::Missing::nothing ? "clock.running" : "clock.not_countable"));
        if (clock.met_by->date && clock.met_by->date->day() && clock.opened_by.date && clock.opened_by.date->day())
            return words.plural("clock.done_after", (*clock.met_by->date->day() - *clock.opened_by.date->day()).count());
        return std::string(words("clock.done"));
    }
    if (!clock.met_by) {
        const auto left = (*clock.due - on).count();
        if (left >= 0) return words.plural("clock.left", left);
        if (*clock.due > known_to) return words.plural("clock.not_known_since", -left);
        return words.plural(clock.state == ClockState::late ? "clock.late" : "clock.past_target", -left);
    }
    if (!clock.days_late) return std::string(words("clock.met_day_unknown"));
    if (*clock.days_late == 0) return std::string(words("clock.met_on_the_day"));
    if (*clock.days_late < 0) return words.plural("clock.met_early", -*clock.days_late);
    return words.plural(clock.state == ClockState::met_late ? "clock.met_late" : "clock.met_past_target", *clock.days_late);
}

std::string_view clock_class(const law::Clock& clock, base::Day known_to) {
    if (clock.state == law::ClockState::late && clock.due && *clock.due > known_to) return "unknown";
    switch (clock.state) {
        case law::ClockState::late:
        case law::ClockState::met_late: return "late";
        case law::ClockState::open: return "open";
        case law::ClockState::untimed:
        case law::ClockState::past_target: return clock.running() ? "open" : "closed";
        default: return "closed";
    }
}

}  // namespace comity::pages
