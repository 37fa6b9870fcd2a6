#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/messages.hpp"
#include "base/money.hpp"
#include "web/html/html.hpp"

// Amounts of money drawn as bars on a scale from nothing. Each currency has a drawing of its own: amounts of two currencies are
// never set against each other.
namespace comity::pages {

struct MoneyBar {
    std::string label;
    std::optional<base::Money> amount;  // absent: not known, and not drawn
    std::string note;                   // beside the bar; "" for the amount in words
};

// Filled where the amount is exact, outlined where it is an equivalent, a limit or approximate. `id` begins the ids of the
// drawings; `caption` stands below the last. Nothing where no amount is known.
void money_chart(html::Html& h, const base::Words& words, const std::string& id, const std::string& title,
                 const std::vector<MoneyBar>& bars, std::string_view caption);

// The ends of even steps from 0 to at least `most`, at most five of them: 0, 2,000,000 … 10,000,000.
std::vector<double> even_steps(double most);

}  // namespace comity::pages
