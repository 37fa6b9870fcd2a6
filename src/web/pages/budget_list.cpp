#include <algorithm>

#include "base/format.hpp"
#include "body/program/budget.hpp"
#include "web/pages/list_parts.hpp"
#include "web/pages/money_chart.hpp"

namespace comity::pages {

namespace {

using namespace html;
using program::Budget;

constexpr std::size_t most_drawn = 60;  // years: more bars than can be read are not drawn

void above(Html& h, const ListView& view) {
    const base::Words& words = view.of.words;
    const auto stored = site::all_asked(view.of.site, view.asked, most_drawn);
    if (!stored) {
        h.p(cls("soft"), words("budgets.too_many"));
        return;
    }
    std::vector<Budget> budgets;
    for (const store::Stored& one : *stored) budgets.push_back(record::read_as<Budget>(one.record));
    std::ranges::stable_sort(budgets, {}, &Budget::year);
    std::vector<MoneyBar> bars;
    std::vector<std::string> unknown;
    for (const Budget& budget : budgets) {
        if (budget.total)
            bars.push_back({.label = base::to_string(budget.year), .amount = budget.total, .note = ""});
        else
            unknown.push_back(base::to_string(budget.year));
    }
    if (budgets.empty()) return;
    money_chart(h, words, "totals", std::string(words("budgets.plot")), bars, words("budgets.reading"));
    if (!unknown.empty())
        h.p(cls("small", "soft"), words("budgets.unknown", {{"years", base::list_of(view.of.language, unknown)}}));
}

}  // namespace

ListParts budget_list() { return {.type = "budget", .above = above, .stylesheet = "insight.css"}; }

}  // namespace comity::pages
