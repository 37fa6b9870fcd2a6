#include <fmt/format.h>

#include "base/format.hpp"
#include "body/registry/explained.hpp"
#include "command/options.hpp"
#include "record/codes.hpp"

namespace comity::command {

namespace {

std::string country_name(std::string_view code, base::Language language) {
    const record::Code* country = record::find_code("countries", code);
    return std::string(country ? base::shown(country->label, language).text : code);
}

std::string actor_name(const registry::CaseOn& on, std::string_view actor, std::string_view party, base::Language language) {
    if (actor != "party") {
        const law::Actor* known = law::find_actor(*on.mechanism, actor);
        return std::string(known ? base::shown(known->name, language).text : actor);
    }
    if (!party.empty()) return country_name(party, language);
    std::vector<std::string> names;
    for (const std::string& one : on.of->submission.parties) names.push_back(country_name(one, language));
    return base::list_of(language, names);
}

std::string list_of_steps(const registry::CaseOn& on) {
    std::string known;
    for (const std::string& step : registry::steps_with_clocks(on)) known += (known.empty() ? "" : ", ") + step;
    return known.empty() ? "no clock has opened" : "there are clocks of " + known;
}

}  // namespace

int law_explain(const Place& place, const ExplainOptions& options) {
    const auto language = base::language_from(options.language);
    if (!language) {
        fmt::print(stderr, "comity: --language {} is not one of en, fr, es\n", options.language);
        return 1;
    }
    const auto day = day_or_today(options.on);
    const auto law = law_in(own_law(place));
    const auto store = open_store(place);
    if (!day || !law || !store) return 2;
    const auto of = registry::read_case(store->snapshot(), options.id, record::Audience::officers);
    if (!of) {
        fmt::print(stderr, "comity: there is no submission \"{}\"; ids look like SEM-21-001\n", options.id);
        return 1;
    }
    const registry::CaseOn on = registry::case_on(*of, *law, *day);
    auto clocks = registry::clocks_named(on, options.step);
    if (clocks.empty()) {
        fmt::print(stderr, "comity: {} has no clock \"{}\" on {}; {}\n", options.id, options.step, base::to_string(*day),
                   list_of_steps(on));
        return 1;
    }
    if (options.nth) {
        if (*options.nth < 1 || static_cast<std::size_t>(*options.nth) > clocks.size()) {
            fmt::print(stderr, "comity: --nth {} is not one of the clocks of \"{}\", which are 1 to {}\n", *options.nth,
                       options.step, clocks.size());
            return 1;
        }
        clocks = {clocks[static_cast<std::size_t>(*options.nth) - 1]};
    }
    const base::Words words(*language);
    const auto name = [&](std::string_view actor, std::string_view party) { return actor_name(on, actor, party, *language); };
    const law::Sheet sheet = registry::sheet_of(on, clocks, name, "", words);
    fmt::print("{}", options.markdown ? law::markdown(sheet, words) : law::plain_text(sheet, words));
    return 0;
}

}  // namespace comity::command
