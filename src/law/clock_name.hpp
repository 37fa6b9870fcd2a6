#pragma once

#include <string>
#include <string_view>

#include "law/evaluate.hpp"

namespace comity::law {

// The name of a clock within its evaluation: its step, numbered from the second one of that step on: "review", "review-2".
std::string clock_name(const Evaluation& evaluation, const Clock& clock);
// Null where there is none of that name.
const Clock* find_clock(const Evaluation& evaluation, std::string_view name);

}  // namespace comity::law
