#pragma once

#include <optional>
#include <span>

#include "law/evaluate.hpp"

namespace comity::law {

// From when on everyone may see what an event made: a document can exist and bind before it is public.
struct Publicity {
    std::optional<base::Day> from;  // empty: not known, or no rule says
    const Clock* delay = nullptr;   // the time that must pass first; null: public as soon as it happened, or no rule was in force
};

// The version of the rule that is in force when the event happens decides. The evaluation is of these events.
Publicity publicity(const Evaluation& evaluation, std::span<const Event> events, int event);
// Whether it is known to be public on that day.
bool public_on(const Evaluation& evaluation, std::span<const Event> events, int event, base::Day day);

}  // namespace comity::law
