#include "web/pages/money_chart.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "insight/chart.hpp"
#include "web/pages/field_values.hpp"

namespace comity::pages {

using namespace html;
using insight::Shape;

namespace {

std::vector<std::string> currencies_of(const std::vector<MoneyBar>& bars) {
    std::vector<std::string> currencies;
    for (const MoneyBar& bar : bars)
        if (bar.amount && std::ranges::find(currencies, bar.amount->currency) == currencies.end())
            currencies.push_back(bar.amount->currency);
    return currencies;
}

insight::BarChart chart_of(const base::Words& words, const std::vector<MoneyBar>& bars, const std::string& currency) {
    insight::BarChart chart;
    double most = 0;
    for (const MoneyBar& bar : bars) {
        if (!bar.amount || bar.amount->currency != currency) continue;
        const auto amount = static_cast<double>(bar.amount->amount);
        most = std::max(most, amount);
        chart.bars.push_back({.label = bar.label,
                              .note = bar.note.empty() ? money_text(words, *bar.amount) : bar.note,
                              .to = amount,
                              .outlined = !bar.amount->basis.empty() && bar.amount->basis != "exact"});
    }
    const std::vector<double> steps = even_steps(most);
    chart.most = steps.back();
    for (const double at : steps)
        chart.ticks.push_back({at, at == steps.back() ? money_text(words, {.amount = std::llround(at), .currency = currency})
                                                      : base::format_number(words.language(), std::llround(at))});
    return chart;
}

}  // namespace

std::vector<double> even_steps(double most) {
    most = std::max(most, 1.0);
    double step = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {0.2, 0.5, 1.0, 2.0, 5.0})
        if (most / (step * factor) <= 4 && step * factor >= 1) {
            step *= factor;
            break;
        }
    std::vector<double> steps{0};
    while (steps.back() < most) steps.push_back(step * static_cast<double>(steps.size()));
    return steps;
}

void money_chart(Html& h, const base::Words& words, const std::string& id, const std::string& title,
                 const std::vector<MoneyBar>& bars, std::string_view caption) {
    const std::vector<std::string> currencies = currencies_of(bars);
    if (currencies.empty()) return;
    h.figure(cls("chart-frame"), [&] {
        for (std::size_t at = 0; at < currencies.size(); ++at) {
            const insight::BarChart chart = chart_of(words, bars, currencies[at]);
            for (const Shape shape : {Shape::broad, Shape::tall})
                h.write(raw(insight::draw(chart, {.language = words.language(),
                                                  .shape = shape,
                                                  .id = id + std::to_string(at) + (shape == Shape::broad ? "-broad" : "-tall"),
                                                  .title = title,
                                                  .subtitle = {}})));
        }
        h.figcaption(cls("small", "soft"), caption);
    });
}

}  // namespace comity::pages
