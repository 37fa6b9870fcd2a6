#include "body/program/budget.hpp"

#include "record/codec.hpp"

namespace comity::program {

namespace {

using record::member;

constexpr record::Field contribution_fields[] = {
    {.of = member<&Contribution::party>,
     .name = "party",
     .label = "field.contribution.party",
     .code_list = "countries",
     .required = true},
    {.of = member<&Contribution::amount>, .name = "amount", .label = "field.contribution.amount"},
};

constexpr record::Field budget_line_fields[] = {
    {.of = member<&BudgetLine::item>, .name = "item", .label = "field.budget_line.item", .required = true},
    {.of = member<&BudgetLine::amount>, .name = "amount", .label = "field.budget_line.amount"},
};

constexpr record::Field budget_fields[] = {
    {.of = member<&Budget::id>, .name = "id", .label = "field.budget.id", .term = "dcterms:identifier"},
    {.of = member<&Budget::year>, .name = "year", .label = "field.budget.year", .term = "dcterms:temporal"},
    {.of = member<&Budget::body>, .name = "body", .label = "field.budget.body", .refers = "body"},
    {.of = member<&Budget::decision>, .name = "decision", .label = "field.budget.decision", .refers = "decision"},
    {.of = member<&Budget::total>, .name = "total", .label = "field.budget.total", .term = "schema:amount"},
    {.of = member<&Budget::denominated_in>, .name = "denominated_in", .label = "field.budget.denominated_in"},
    {.of = member<&Budget::contributions>, .name = "contributions", .label = "field.budget.contributions"},
    {.of = member<&Budget::contribution_basis>, .name = "contribution_basis", .label = "field.budget.contribution_basis"},
    {.of = member<&Budget::lines>, .name = "lines", .label = "field.budget.lines"},
    {.of = member<&Budget::note>, .name = "note", .label = "field.budget.note", .term = "schema:description", .search_weight = 1},
    {.of = member<&Budget::provenance>, .name = "provenance", .label = "field.budget.provenance", .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> Contribution::fields() { return record::complete<Contribution>(contribution_fields); }

std::span<const record::Field> BudgetLine::fields() { return record::complete<BudgetLine>(budget_line_fields); }

const record::RecordType& Budget::type() {
    static constexpr auto type = record::describe<Budget>("budget", "budgets", budget_fields);
    return type;
}

}  // namespace comity::program
