#pragma once

#include "base/fault.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

// What is wrong with a mechanism as a whole, though each of its rules can be read: steps that nothing opens or that the case
// can't reach, steps that nothing ends or that can be suspended and not resumed, outcomes that nothing uses, days on which a step
// has no limit or two of which neither gives way, votes that can't be reached or decided, citations that nobody could look up.
base::Faults check(const Mechanism& mechanism);

// The same for all mechanisms, and what is wrong with the calendars they are counted on: years without an entry in a list by
// date, and limits that begin or end on days for which the entries were not collected.
base::Faults check(const Mechanisms& law);

}  // namespace comity::law
