#include "body/program/strategic_plan.hpp"

#include "record/codec.hpp"

namespace comity::program {

namespace {

using record::member;

constexpr record::Field strategic_plan_fields[] = {
    {.of = member<&StrategicPlan::id>, .name = "id", .label = "field.strategic_plan.id", .term = "dcterms:identifier"},
    {.of = member<&StrategicPlan::title>,
     .name = "title",
     .label = "field.strategic_plan.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&StrategicPlan::body>,
     .name = "body",
     .label = "field.strategic_plan.body",
     .refers = "body",
     .term = "dcterms:creator"},
    {.of = member<&StrategicPlan::start_date>,
     .name = "start_date",
     .label = "field.strategic_plan.start_date",
     .term = "schema:startDate"},
    {.of = member<&StrategicPlan::end_date>,
     .name = "end_date",
     .label = "field.strategic_plan.end_date",
     .term = "schema:endDate"},
    {.of = member<&StrategicPlan::adopted>,
     .name = "adopted",
     .label = "field.strategic_plan.adopted",
     .term = "dcterms:dateAccepted"},
    {.of = member<&StrategicPlan::published>,
     .name = "published",
     .label = "field.strategic_plan.published",
     .term = "dcterms:issued"},
    {.of = member<&StrategicPlan::pillar_term>, .name = "pillar_term", .label = "field.strategic_plan.pillar_term"},
    {.of = member<&StrategicPlan::pillars>,
     .name = "pillars",
     .label = "field.strategic_plan.pillars",
     .term = "dcterms:subject",
     .search_weight = 4},
    {.of = member<&StrategicPlan::cross_cutting>,
     .name = "cross_cutting",
     .label = "field.strategic_plan.cross_cutting",
     .search_weight = 3},
    {.of = member<&StrategicPlan::founding_text>, .name = "founding_text", .label = "field.strategic_plan.founding_text"},
    {.of = member<&StrategicPlan::founding_publication>,
     .name = "founding_publication",
     .label = "field.strategic_plan.founding_publication",
     .refers = "publication"},
    {.of = member<&StrategicPlan::adopted_at>,
     .name = "adopted_at",
     .label = "field.strategic_plan.adopted_at",
     .refers = "meeting"},
    {.of = member<&StrategicPlan::publication>,
     .name = "publication",
     .label = "field.strategic_plan.publication",
     .refers = "publication",
     .term = "schema:workExample"},
    {.of = member<&StrategicPlan::provenance>,
     .name = "provenance",
     .label = "field.strategic_plan.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& StrategicPlan::type() {
    static constexpr auto type = record::describe<StrategicPlan>("strategic_plan", "strategic-plans", strategic_plan_fields);
    return type;
}

}  // namespace comity::program
