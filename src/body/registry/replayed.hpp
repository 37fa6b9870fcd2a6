#pragma once

#include <memory>
#include <span>
#include <vector>

#include "body/registry/docket.hpp"
#include "law/edition.hpp"
#include "law/replay.hpp"

namespace comity::registry {

// Cases beside what other rules would have made of them: law/replay.hpp. Nothing in the store changes.
struct Replayed {
    law::Edition under;
    std::unique_ptr<const law::Mechanism> rules;  // those of the edition's day alone
    std::vector<std::vector<law::Event>> events;  // of each case
    std::vector<law::ReplayCase> cases;
    law::Replay replay;  // points into the three above, the cases given and the mechanisms
};
Replayed replayed(std::span<const Case* const> cases, const law::Mechanisms& mechanisms, const law::Edition& under, base::Day on);

}  // namespace comity::registry
