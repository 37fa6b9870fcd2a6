#pragma once

#include <span>
#include <vector>

#include "law/evaluate.hpp"

namespace comity::law {

struct SeenEvent {
    const Event* event;
    int index;          // in the events given
    int type;           // in the mechanism, or -1
    base::Day first{};  // the days that it can have happened on
    base::Day last{};
};

// The events that can be seen on a day, in the order in which they are taken: by day; on one day in the order of the process. A
// vague or missing date stands, as far as it leaves a choice, after the last event that leaves the case at an earlier step.
std::vector<SeenEvent> in_order(const Mechanism& mechanism, std::span<const Event> events, base::Day on);

}  // namespace comity::law
