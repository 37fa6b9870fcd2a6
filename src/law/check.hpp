#pragma once

#include "base/fault.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

// What is wrong with a mechanism as a whole, though each of its rules can be read: steps that nothing opens or that the case
// can't reach, steps that nothing ends, events and outcomes that nothing uses, days on which a step has no limit or two.
base::Faults check(const Mechanism& mechanism);

}  // namespace comity::law
