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

std::string_view clock_class(const law::Clock& clock, base::Day known_to) {
    if (clock.state == law::ClockState::late && clock.due && *clock.due > known_to) return "unknown";
    switch (clock.state) {
        case law::ClockState::late:
        case law::ClockState::met_late: return "late";
        case law::ClockState::open:
        case law::ClockState::suspended: return "open";
        case law::ClockState::untimed:
        case law::ClockState::past_target: return clock.running() ? "open" : "closed";
        default: return "closed";
    }
}

}  // namespace comity::pages
