#include "law/clock_words.hpp"

namespace comity::law {

std::string limit_text(const Limit* limit, const base::Words& words) {
    if (!limit) return std::string(words("limit.not_known"));
    switch (limit->unit) {
        case Unit::calendar: return words.plural("limit.days", limit->number);
        case Unit::working: return words.plural("limit.working_days", limit->number);
        case Unit::month: return words.plural("limit.months", limit->number);
        case Unit::year: return words.plural("limit.years", limit->number);
        case Unit::none: break;
    }
    switch (limit->strength) {
        case Strength::promptly: return std::string(words("limit.promptly"));
        case Strength::may: return std::string(words("limit.may"));
        case Strength::as_appropriate: return std::string(words("limit.as_appropriate"));
        default: return std::string(words("limit.none"));
    }
}

// Of a clock that runs without a due date.
static const char* running_text(Missing missing) {
    switch (missing) {
        case Missing::nothing: return "clock.running";
        case Missing::conflicting_rules: return "clock.conflicting";
        case Missing::no_upper_limit: return "clock.no_upper_limit";
        default: return "clock.not_countable";
    }
}

std::string clock_text(const Clock& clock, base::Day on, base::Day known_to, const base::Words& words) {
    if (clock.state == ClockState::superseded) return std::string(words("clock.superseded"));
    if (clock.state == ClockState::elapsed)
        return std::string(words(clock.domestic() ? "clock.elapsed_domestic" : "clock.elapsed"));
    if (clock.state == ClockState::suspended) return std::string(words("clock.suspended"));
    if (!clock.due) {
        if (!clock.met_by) return std::string(words(running_text(clock.missing)));
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

std::string event_name(const Mechanism& mechanism, std::string_view type, const base::Words& words) {
    if (type == "expiry") return std::string(words("event.expiry"));
    const int index = event_type(mechanism, type);
    return std::string(
        index < 0 ? type : base::shown(mechanism.event_types[static_cast<std::size_t>(index)].name, words.language()).text);
}

}  // namespace comity::law
