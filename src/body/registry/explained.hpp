#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "body/registry/docket.hpp"
#include "law/explanation.hpp"

// The clocks of a case in words.
namespace comity::registry {

// The name of an actor of a case in the reader's language; "party" is this Party, or all of the case where it is "".
using ActorName = std::function<std::string(std::string_view actor, std::string_view party)>;

law::Explanation explained(const CaseOn& on, const law::Clock& clock, const ActorName& actor_name, const base::Words& words);

// The clocks of a step: "response" is every one of them, "response-2" the second alone. Empty where there is none.
std::vector<const law::Clock*> clocks_named(const CaseOn& on, std::string_view name);
// The names of the steps that have a clock, each once, in the order in which they opened.
std::vector<std::string> steps_with_clocks(const CaseOn& on);

// These clocks of one step as a page of its own; `address` is where it can be read again, or "".
law::Sheet sheet_of(const CaseOn& on, const std::vector<const law::Clock*>& clocks, const ActorName& actor_name,
                    std::string_view address, const base::Words& words);

}  // namespace comity::registry
