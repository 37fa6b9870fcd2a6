#pragma once

#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "web/html/html.hpp"
#include "web/site/site.hpp"

// Status in words, the same wherever it is told; clocks are in law/clock_words.
namespace comity::pages {

// "open", "late", "closed" or "unknown": the class that gives the state its shape.
std::string_view state_class(const registry::Standing& standing);
// "Open: Council, vote on a factual record", "Open: Secretariat, review, due 25 Feb 2026", "Factual record published".
std::string status_text(const site::Site& site, const registry::Standing& standing, base::Language language);

// The name of an outcome or a stage by its id, in whichever mechanism has it; the id where none has.
std::string_view outcome_name(const law::Mechanisms& law, std::string_view id, base::Language language);
std::string_view stage_name(const law::Mechanisms& law, std::string_view id, base::Language language);

// "open", "late", "closed" or "unknown", by which it is drawn.
std::string_view clock_class(const law::Clock& clock, base::Day known_to);

}  // namespace comity::pages
