#include <algorithm>

#include "base/format.hpp"
#include "body/council/decision.hpp"
#include "body/program/budget.hpp"
#include "body/program/project.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/money_chart.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a budget shows of its own: who contributes what, its lines, the decision that fixed it and the projects of its
// year.
namespace comity::pages {

namespace {

using namespace html;
using program::Budget;

std::string currency(const base::Words& words, const std::string& code) {
    const std::string key = "currency." + code;
    return words.has(key.c_str()) ? std::string(words(key.c_str())) : code;
}

void standing(Html& h, const RecordView& view) {
    const auto budget = view.as<Budget>();
    const base::Words& words = view.of.words;
    const base::Language language = view.of.language;
    h.dl(cls("standing"), [&] {
        if (budget.total)
            standing_cell(h, words("field.budget.total"),
                          money_text(words, {.amount = budget.total->amount, .currency = budget.total->currency}));
        else
            standing_cell(h, words("field.budget.total"), words("budget.not_told"));
        const std::string kept =
            budget.denominated_in.empty() ? "" : words("budget.kept_in", {{"currency", currency(words, budget.denominated_in)}});
        if (budget.total) {
            const std::string key = "budget.basis." + (budget.total->basis.empty() ? "exact" : budget.total->basis);
            standing_cell(h, words("budget.basis"),
                          words.has(key.c_str()) ? words(key.c_str()) : std::string_view(budget.total->basis), kept);
            if (budget.total->rate_date)
                standing_cell(h, words("budget.rate"), base::short_date(language, *budget.total->rate_date));
        }
        if (budget.decision)
            h.div([&] {
                h.dt(words("budget.decision"));
                h.dd([&] { record_link(h, view.of, council::Decision::type(), budget.decision->id); });
            });
        else
            standing_cell(h, words("budget.decision"), words("budget.not_told"));
    });
}

// Two columns: what, and how much.
void amounts(Html& h, const base::Words& words, const char* caption, const char* what, const std::vector<MoneyBar>& rows,
             base::Language names) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words(caption));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words(what));
                h.th(scope("col"), words("field.contribution.amount"));
            });
        });
        h.tbody([&] {
            for (const MoneyBar& row : rows)
                h.tr([&] {
                    h.th(scope("row"), only_if(names != words.language(), lang(base::code(names))), row.label);
                    h.td(attr<"data-label">(words("field.contribution.amount")), money_text(words, *row.amount));
                });
        });
    });
}

void contributions(Html& h, const RecordView& view, const Budget& budget) {
    const base::Words& words = view.of.words;
    std::vector<MoneyBar> bars;
    for (const program::Contribution& one : budget.contributions)
        bars.push_back({.label = std::string(site::party_name(view.of.site, one.party, view.of.language)),
                        .amount = one.amount,
                        .note = ""});
    part(h, words, "contributions", "field.budget.contributions", "budget.contributions_note", [&] {
        if (bars.empty()) {
            h.p(cls("soft"), words("budget.no_contributions"));
            return;
        }
        money_chart(h, words, "contributions", std::string(words("field.budget.contributions")), bars, words("budgets.reading"));
        amounts(h, words, "field.budget.contributions", "field.contribution.party", bars, words.language());
        if (!budget.contribution_basis.empty())
            h.p(cls("small"), [&] { record_text(h, budget.contribution_basis, view.of.language); });
    });
}

void lines(Html& h, const RecordView& view, const Budget& budget) {
    if (budget.lines.empty()) return;
    const base::Words& words = view.of.words;
    std::vector<MoneyBar> bars;
    base::Language names = view.of.language;
    for (const program::BudgetLine& line : budget.lines) {
        const base::Shown item = base::shown(line.item, view.of.language);
        names = item.language;
        bars.push_back({.label = std::string(item.text), .amount = line.amount, .note = ""});
    }
    part(h, words, "lines", "field.budget.lines", "budget.lines_note", [&] {
        money_chart(h, words, "lines", std::string(words("field.budget.lines")), bars, words("budgets.reading"));
        amounts(h, words, "field.budget.lines", "field.budget_line.item", bars, names);
    });
}

void projects(Html& h, const RecordView& view) {
    const base::Words& words = view.of.words;
    const auto stored = naming(view, program::Project::type(), "annual_budgets");
    part(h, words, "projects", "budget.projects", "budget.projects_note", [&] {
        std::vector<std::string> ids;
        for (const store::Stored& project : stored) ids.push_back(project.id);
        if (ids.empty())
            h.p(cls("soft"), words("budget.no_projects"));
        else
            record_links(h, view.of, program::Project::type(), ids);
    });
}

void parts(Html& h, const RecordView& view) {
    const auto budget = view.as<Budget>();
    contributions(h, view, budget);
    lines(h, view, budget);
    projects(h, view);
}

}  // namespace

RecordParts budget_parts() {
    return {.type = "budget",
            .standing = standing,
            .parts = parts,
            .told = {"total", "denominated_in", "decision", "contributions", "contribution_basis", "lines"},
            .told_of = {"project"},
            .stylesheet = "insight.css"};
}

}  // namespace comity::pages
