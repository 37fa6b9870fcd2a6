#pragma once

#include <chrono>
#include <string>

#include "base/date.hpp"

namespace comity::base {

// The only place that asks the machine for the time; everything else takes it as an argument.
std::chrono::sys_time<std::chrono::milliseconds> now();

std::string to_string(std::chrono::sys_time<std::chrono::milliseconds> time);  // "2026-11-22T18:21:20.123Z"

}  // namespace comity::base
