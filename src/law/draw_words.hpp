#pragma once

#include <string_view>

#include "base/text.hpp"

namespace comity::law {

// The few words that a drawing adds to those of the law's files.
enum class Word : std::uint8_t {
    time_runs_out,
    beside,
    at_any_time,
    no_limit,
    promptly,
    calendar,
    working,
    months,
    years,
    target,
    normally,
    on_notice,
    from,
    until,
    after,
    may,
    as_appropriate,
    longer,
};
std::string_view word(Word word, base::Language language);

}  // namespace comity::law
