#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace comity::base {

// An amount of money as a budget or a grant states it.
struct Money {
    std::int64_t amount = 0;        // in whole units of the currency; the sources never give cents
    std::string currency;           // ISO 4217, or "" where the source does not say
    std::string basis;              // what the figure is: "exact", "cap", "at least", "joint", "approximate", "equivalent"
    std::optional<Date> rate_date;  // day of the exchange rate, where the amount is the equivalent of another currency's
    friend bool operator==(const Money&, const Money&) = default;
};

}  // namespace comity::base
