#pragma once

#include "law/diff.hpp"

namespace comity::law {

// What a rule says, one thing at a time, and all of it in a few words. The mechanism is the one that holds the rule.
Saying saying_of(const Mechanism& mechanism, const Step& step);
Saying saying_of(const Mechanism& mechanism, const Limit& limit);
Saying saying_of(const Mechanism& mechanism, const Test& test);
Saying saying_of(const Mechanism& mechanism, const VoteRule& vote);
Saying saying_of(const Mechanism& mechanism, const OtherRule& rule);
Saying saying_of(const Mechanism& mechanism, const Outcome& outcome);
Saying saying_of(const Mechanism& mechanism, const Bar& bar);
Saying saying_of(const Mechanism& mechanism, const Reservation& reservation);

}  // namespace comity::law
