#include "web/site/filing.hpp"

#include <algorithm>

#include "law/edition.hpp"
#include "record/codec.hpp"
#include "record/codes.hpp"

namespace comity::site {

bool kept_here(const Site& site, const law::Mechanism& mechanism) {
    if (std::ranges::find(record::code_list("agreements"), mechanism.id, &record::Code::code) !=
        record::code_list("agreements").end())
        return true;
    return std::ranges::any_of(site.docket()->cases, [&](const registry::Case& of) {
        return law::find_mechanism(site.law(), of.submission.agreement) == &mechanism;
    });
}

std::unique_ptr<const Filing> filing_on(const Site& site, base::Day day) {
    auto filing = std::make_unique<Filing>();
    filing->day = day;
    for (const law::Mechanism& mechanism : site.law().list) {
        if (!mechanism.filed.holds(day) || !kept_here(site, mechanism)) continue;
        if (!filing->mechanism || filing->mechanism->filed.from < mechanism.filed.from) filing->mechanism = &mechanism;
    }
    if (!filing->mechanism) return filing;
    filing->rules = law::pinned(*filing->mechanism, day);
    const int filed = law::filing(filing->rules);
    const auto first = std::ranges::find_if(filing->rules.steps, [&](const law::Step& step) {
        return step.track == law::Track::main && std::ranges::find(step.opens, filed) != step.opens.end();
    });
    if (first != filing->rules.steps.end()) filing->first = &*first;
    return filing;
}

std::optional<council::Office> filing_office(const Site& site) {
    if (site.profile().office.empty()) return std::nullopt;
    const auto stored = site.store().snapshot().read("office", site.profile().office, record::Audience::everyone);
    if (!stored) return std::nullopt;
    return record::read_as<council::Office>(stored->record);
}

}  // namespace comity::site
