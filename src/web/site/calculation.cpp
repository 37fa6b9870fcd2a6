#include "web/site/calculation.hpp"

#include <algorithm>
#include <set>

#include "base/format.hpp"
#include "base/messages.hpp"

namespace comity::site {

namespace {

using base::Day;
using base::Words;

constexpr std::size_t longest_quote = 60;  // bytes of what was typed that a sentence shows again

// Reads the parameters one after the other; each fault stands under its parameter.
struct Reading {
    const Site& site;
    Words words;
    Calculation result;

    std::string_view given(std::string_view name) const { return server::find(result.given, name).value_or(""); }

    void fault(std::string_view name, const char* key, std::string_view value, std::string_view right = "") {
        result.faults.try_emplace(std::string(name), words(key, {{"value", value.substr(0, longest_quote)}, {"right", right}}));
    }

    std::optional<Day> day(std::string_view name, std::string_view text) {
        const auto day = base::parse_day(text);
        if (!day) {
            fault(name, "calculator.fault.day", text);
            return std::nullopt;
        }
        if (*day < law::first_known_day || *day > law::last_known_day) {
            fault(name, "calculator.fault.range", text,
                  base::to_string(law::first_known_day) + " – " + base::to_string(law::last_known_day));
            return std::nullopt;
        }
        return *day;
    }
};

std::string listed(const std::vector<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
    return out;
}

std::vector<std::string> ids_of(const auto& list) {
    std::vector<std::string> ids;
    for (const auto& item : list) ids.push_back(item.id);
    return ids;
}

// That of the newest submission; the first one where there is none.
const law::Mechanism& usual_mechanism(const Site& site) {
    const registry::Standing* newest = nullptr;
    const auto docket = site.docket_on(site.today());
    for (const registry::Standing& each : docket->standings)
        if (!newest || newest->filed < each.filed) newest = &each;
    return newest ? *newest->mechanism : site.law().list.front();
}

int place(const law::Mechanism& mechanism, std::string_view step) {
    const law::Step* found = law::find_step(mechanism, step);
    return found ? static_cast<int>(found - mechanism.steps.data()) : -1;
}

std::string_view event_id(const law::Mechanism& mechanism, int type) {
    return mechanism.event_types[static_cast<std::size_t>(type)].id;
}

void read_mechanism(Reading& reading) {
    const std::string_view id = reading.given("mechanism");
    reading.result.mechanism = id.empty() ? &usual_mechanism(reading.site) : law::find_mechanism(reading.site.law(), id);
    if (reading.result.mechanism) return;
    reading.fault("mechanism", "calculator.fault.mechanism", id, listed(ids_of(reading.site.law().list)));
    reading.result.mechanism = &usual_mechanism(reading.site);
}

void read_step(Reading& reading) {
    const law::Mechanism& mechanism = *reading.result.mechanism;
    const std::string_view value = reading.given("step");
    const std::size_t dot = value.find('.');
    const int step = value.empty() ? 0 : place(mechanism, value.substr(0, dot));
    if (step < 0) reading.fault("step", "calculator.fault.step", value, listed(ids_of(mechanism.steps)));
    reading.result.opening.step = std::max(step, 0);
    const std::vector<int>& openers = reading.result.step().opens;
    reading.result.event = openers.empty() ? "expiry" : event_id(mechanism, openers.front());
    if (step < 0 || dot == std::string_view::npos) return;
    const std::string_view event = value.substr(dot + 1);
    const auto opener = std::ranges::find(openers, event, [&](int type) { return event_id(mechanism, type); });
    if (opener != openers.end()) {
        reading.result.event = event_id(mechanism, *opener);
        return;
    }
    std::vector<std::string> right;
    for (const int type : openers) right.push_back(reading.result.step().id + "." + std::string(event_id(mechanism, type)));
    reading.fault("step", "calculator.fault.step", value, listed(right));
}

void read_days(Reading& reading) {
    law::Opening& opening = reading.result.opening;
    opening.day = reading.site.today();
    if (const auto date = reading.given("date"); !date.empty()) opening.day = reading.day("date", date).value_or(opening.day);
    const std::string_view filed = reading.given("filed");
    if (filed.empty()) return;
    opening.filed = reading.day("filed", filed);
    if (!opening.filed) return;
    if (law::is_filing(*reading.result.mechanism, reading.result.event) && *opening.filed != opening.day)
        reading.fault("filed", "calculator.fault.filed_is_the_opening", filed);
    else if (*opening.filed > opening.day)
        reading.fault("filed", "calculator.fault.filed_later", filed);
}

void read_party(Reading& reading) {
    const std::string_view party = reading.given("party");
    if (party.empty()) return;
    const std::vector<std::string> right = parties_under(reading.site, *reading.result.mechanism);
    if (std::ranges::find(right, party) == right.end())
        reading.fault("party", right.empty() ? "calculator.fault.no_party" : "calculator.fault.party", party, listed(right));
    reading.result.opening.party = party;
}

void read_ends(Reading& reading) {
    const law::Mechanism& mechanism = *reading.result.mechanism;
    for (const server::Parameter& parameter : reading.result.given) {
        if (parameter.name == "extended") {
            const int step = place(mechanism, parameter.value);
            if (step < 0)
                reading.fault("extended", "calculator.fault.step", parameter.value, listed(ids_of(mechanism.steps)));
            else
                reading.result.opening.extended.push_back(step);
        } else if (const int step = place(mechanism, parameter.name); step >= 0) {
            if (const auto day = reading.day(parameter.name, parameter.value))
                reading.result.opening.ends.emplace_back(step, *day);
        }
    }
}

// The steps of every mechanism have a name in an address: one that is left over from another mechanism is not misspelt.
bool is_step_somewhere(const Site& site, std::string_view name) {
    return std::ranges::any_of(site.law().list,
                               [&](const law::Mechanism& mechanism) { return law::find_step(mechanism, name) != nullptr; });
}

void refuse_unknown_names(const Site& site, const server::Request& request, const server::Route& route) {
    refuse_unknown_parameters(request, route);
    const auto known = [&](std::string_view name) {
        return std::ranges::any_of(route.query, [&](const server::QueryParameter& q) { return !q.any_name && q.name == name; });
    };
    for (const server::Parameter& parameter : request.query) {
        if (known(parameter.name)) continue;
        std::vector<std::string> names;
        for (const server::QueryParameter& q : route.query)
            if (!q.any_name) names.emplace_back(q.name);
        const std::string name = parameter.name.substr(0, longest_quote);
        if (!is_step_somewhere(site, parameter.name))
            throw server::HttpError{
                400, "unknown_parameter", "\"" + name + "\" is neither a parameter nor the name of a step", {}, names};
        if (std::ranges::count(request.query, parameter.name, &server::Parameter::name) > 1)
            throw server::HttpError{
                400, "repeated_parameter", "\"" + name + "\" stands more than once; give it one value", {}, {"extended"}};
    }
}

// What was given to steps that have no use for it: the course does not come to them, or they are another mechanism's.
void note_unused(Calculation& result, const server::Route& route) {
    for (const int step : result.ahead->unused)
        result.unused.push_back(result.mechanism->steps[static_cast<std::size_t>(step)].id);
    for (const server::Parameter& parameter : result.given)
        if (std::ranges::find(route.query, std::string_view(parameter.name), &server::QueryParameter::name) ==
                route.query.end() &&
            place(*result.mechanism, parameter.name) < 0)
            result.unused.push_back(parameter.name);
}

}  // namespace

Calculation calculation_asked(const Site& site, const server::Request& request, const server::Match& match) {
    refuse_unknown_names(site, request, *match.route);
    Reading reading{.site = site, .words = Words(match.language), .result = {}};
    for (const server::Parameter& parameter : request.query)
        if (!parameter.value.empty()) reading.result.given.push_back(parameter);
    read_mechanism(reading);
    read_step(reading);
    reading.result.opening.event = reading.result.event;
    read_days(reading);
    read_party(reading);
    read_ends(reading);
    Calculation& result = reading.result;
    if (!result.faults.empty()) return std::move(result);
    result.ahead = law::course_ahead(*result.mechanism, result.opening);
    for (const law::ClockAhead& ahead : result.ahead->clocks)
        if (ahead.ends_too_early)
            reading.fault(ahead.clock.step->id, "calculator.fault.too_early", reading.given(ahead.clock.step->id),
                          base::date(match.language, *ahead.clock.opened_by.date));
    if (!result.faults.empty())
        result.ahead.reset();
    else
        note_unused(result, *match.route);
    return std::move(result);
}

std::string step_value(const law::Mechanism& mechanism, const law::Step& step, std::string_view event) {
    const bool opens = std::ranges::any_of(step.opens, [&](int type) { return event_id(mechanism, type) == event; });
    return opens && law::depends_on_opener(mechanism, step) ? step.id + "." + std::string(event) : step.id;
}

std::vector<std::string> parties_under(const Site& site, const law::Mechanism& mechanism) {
    std::set<std::string> parties;
    const auto docket = site.docket();
    for (const registry::Case& c : docket->cases)
        if (law::find_mechanism(site.law(), c.submission.agreement) == &mechanism)
            parties.insert(c.submission.parties.begin(), c.submission.parties.end());
    return {parties.begin(), parties.end()};
}

}  // namespace comity::site
