#pragma once

#include "base/fault.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

// The parts of check() that concern rules other than limits.

// Votes that no case reaches, that nothing in force holds, or whose step lacks the events that decide them.
void check_votes(const Mechanism& mechanism, const std::vector<bool>& reached, base::Faults& faults);
// Steps that can be suspended and not resumed, or resumed and not suspended.
void check_suspensions(const Mechanism& mechanism, base::Faults& faults);
// Sources and provisions that nobody could look up.
void check_citations(const Mechanism& mechanism, base::Faults& faults);

// What cannot be looked up in a citation; nothing if it can.
std::optional<base::Fault> citation_fault(const Authority& authority, const std::string& file, const std::string& record,
                                          bool needs_provision);

}  // namespace comity::law
