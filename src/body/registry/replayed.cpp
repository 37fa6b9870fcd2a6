#include "body/registry/replayed.hpp"

namespace comity::registry {

Replayed replayed(std::span<const Case* const> cases, const law::Mechanisms& mechanisms, const law::Edition& under,
                  base::Day on) {
    Replayed result{.under = under, .rules = std::make_unique<const law::Mechanism>(law::pinned(under))};
    result.events.reserve(cases.size());
    for (const Case* of : cases) {
        const law::Mechanism* mechanism = law::find_mechanism(mechanisms, of->submission.agreement);
        COMITY_ASSERT(mechanism);
        result.events.push_back(events_of(*of));
        result.cases.push_back({.id = of->submission.id,
                                .mechanism = mechanism,
                                .events = result.events.back(),
                                .known_to = of->submission.as_of.first()});
    }
    result.replay = law::replay(*result.rules, result.cases, on);
    return result;
}

}  // namespace comity::registry
