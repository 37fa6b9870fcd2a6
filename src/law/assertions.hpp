#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law/evaluate.hpp"

namespace comity::law {

// Where one assertion of a case stands: it can be stopped or settled while the others go on.
struct AssertionCourse {
    std::string_view assertion;
    std::vector<int> events;   // places of the events that concern it, alone or as part of the whole, among those given
    std::vector<Event> taken;  // these events, each as one that settles the assertion wholly
    Evaluation evaluation;     // over these alone: its indices count in events and taken
};

// One course for each of the assertions, in their order. An event that names none concerns all that are not settled by then.
std::vector<AssertionCourse> assertion_courses(const Mechanism& mechanism, std::span<const Event> events,
                                               std::span<const std::string_view> assertions, base::Day on,
                                               std::span<const Member> members = {});

}  // namespace comity::law
