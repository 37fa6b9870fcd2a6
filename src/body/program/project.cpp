#include "body/program/project.hpp"

#include "record/codec.hpp"

namespace comity::program {

namespace {

using record::member;

constexpr record::Field project_event_fields[] = {
    {.of = member<&ProjectEvent::event>, .name = "event", .label = "field.project_event.event"},
    {.of = member<&ProjectEvent::date>, .name = "date", .label = "field.project_event.date"},
};

constexpr record::Field budget_phase_fields[] = {
    {.of = member<&BudgetPhase::name>, .name = "name", .label = "field.budget_phase.name", .required = true},
    {.of = member<&BudgetPhase::amount>, .name = "amount", .label = "field.budget_phase.amount"},
};

constexpr record::Field project_fields[] = {
    {.of = member<&Project::id>, .name = "id", .label = "field.project.id", .term = "dcterms:identifier"},
    {.of = member<&Project::title>,
     .name = "title",
     .label = "field.project.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&Project::operational_plan>,
     .name = "operational_plan",
     .label = "field.project.operational_plan",
     .term = "dcterms:isPartOf",
     .required = true},
    {.of = member<&Project::strategic_plan>,
     .name = "strategic_plan",
     .label = "field.project.strategic_plan",
     .refers = "strategic_plan"},
    {.of = member<&Project::strategic_priority>,
     .name = "strategic_priority",
     .label = "field.project.strategic_priority",
     .search_weight = 3},
    {.of = member<&Project::plan_document>,
     .name = "plan_document",
     .label = "field.project.plan_document",
     .refers = "publication"},
    {.of = member<&Project::topics>,
     .name = "topics",
     .label = "field.project.topics",
     .refers = "topic",
     .term = "dcterms:subject"},
    {.of = member<&Project::other_topics>,
     .name = "other_topics",
     .label = "field.project.other_topics",
     .term = "dcterms:subject",
     .search_weight = 3},
    {.of = member<&Project::number>, .name = "number", .label = "field.project.number"},
    {.of = member<&Project::lead_body>, .name = "lead_body", .label = "field.project.lead_body", .refers = "body"},
    {.of = member<&Project::partners>,
     .name = "partners",
     .label = "field.project.partners",
     .term = "dcterms:contributor",
     .search_weight = 2},
    {.of = member<&Project::decisions>, .name = "decisions", .label = "field.project.decisions", .refers = "decision"},
    {.of = member<&Project::launched_at>, .name = "launched_at", .label = "field.project.launched_at", .refers = "meeting"},
    {.of = member<&Project::instruments>, .name = "instruments", .label = "field.project.instruments", .refers = "instrument"},
    {.of = member<&Project::continues>, .name = "continues", .label = "field.project.continues", .refers = "project"},
    {.of = member<&Project::description>,
     .name = "description",
     .label = "field.project.description",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Project::outcomes>, .name = "outcomes", .label = "field.project.outcomes", .search_weight = 3},
    {.of = member<&Project::budget>, .name = "budget", .label = "field.project.budget", .term = "schema:amount"},
    {.of = member<&Project::phases>, .name = "phases", .label = "field.project.phases"},
    {.of = member<&Project::annual_budgets>,
     .name = "annual_budgets",
     .label = "field.project.annual_budgets",
     .refers = "budget"},
    {.of = member<&Project::duration_months>, .name = "duration_months", .label = "field.project.duration_months"},
    {.of = member<&Project::events>, .name = "events", .label = "field.project.events"},
    {.of = member<&Project::site_slug>, .name = "site_slug", .label = "field.project.site_slug"},
    {.of = member<&Project::note>,
     .name = "note",
     .label = "field.project.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&Project::provenance>, .name = "provenance", .label = "field.project.provenance", .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> ProjectEvent::fields() { return record::complete<ProjectEvent>(project_event_fields); }

std::span<const record::Field> BudgetPhase::fields() { return record::complete<BudgetPhase>(budget_phase_fields); }

const record::RecordType& Project::type() {
    static constexpr auto type = record::describe<Project>("project", "projects", project_fields);
    return type;
}

}  // namespace comity::program
