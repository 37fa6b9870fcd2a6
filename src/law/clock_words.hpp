#pragma once

#include <string>

#include "base/messages.hpp"
#include "law/evaluate.hpp"

// Limits and clocks in words, the same wherever they are told.
namespace comity::law {

// "30 working days", "60 days", "5 months", "no time limit"; "limit not known" for null.
std::string limit_text(const Limit* limit, const base::Words& words);

// How a clock stands: "met on the day", "met 3 days early", "met 49 days late", "27 days left", "5 days late". Sources that end
// on `known_to` can't say whether a later due date was met: then "was due 5 days ago, not known whether met".
std::string clock_text(const Clock& clock, base::Day on, base::Day known_to, const base::Words& words);

// "Response received"; "Time ran out" for "expiry"; the id where the mechanism does not know it.
std::string event_name(const Mechanism& mechanism, std::string_view type, const base::Words& words);

}  // namespace comity::law
