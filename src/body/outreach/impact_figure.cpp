#include "body/outreach/impact_figure.hpp"

#include "record/codec.hpp"

namespace comity::outreach {

namespace {

using record::member;

constexpr record::Field impact_figure_fields[] = {
    {.of = member<&ImpactFigure::id>, .name = "id", .label = "field.impact_figure.id", .term = "dcterms:identifier"},
    {.of = member<&ImpactFigure::metric>,
     .name = "metric",
     .label = "field.impact_figure.metric",
     .term = "schema:name",
     .search_weight = 8,
     .required = true},
    {.of = member<&ImpactFigure::value>, .name = "value", .label = "field.impact_figure.value", .term = "schema:value"},
    {.of = member<&ImpactFigure::unit>,
     .name = "unit",
     .label = "field.impact_figure.unit",
     .term = "schema:unitText",
     .code_list = "impact-units",
     .required = true},
    {.of = member<&ImpactFigure::comparison>, .name = "comparison", .label = "field.impact_figure.comparison"},
    {.of = member<&ImpactFigure::start_date>,
     .name = "start_date",
     .label = "field.impact_figure.start_date",
     .term = "dcterms:temporal"},
    {.of = member<&ImpactFigure::end_date>, .name = "end_date", .label = "field.impact_figure.end_date"},
    {.of = member<&ImpactFigure::topic>,
     .name = "topic",
     .label = "field.impact_figure.topic",
     .refers = "topic",
     .term = "dcterms:subject"},
    {.of = member<&ImpactFigure::subject>,
     .name = "subject",
     .label = "field.impact_figure.subject",
     .term = "dcterms:subject",
     .search_weight = 3},
    {.of = member<&ImpactFigure::body>, .name = "body", .label = "field.impact_figure.body", .refers = "body"},
    {.of = member<&ImpactFigure::project>, .name = "project", .label = "field.impact_figure.project", .refers = "project"},
    {.of = member<&ImpactFigure::publication>,
     .name = "publication",
     .label = "field.impact_figure.publication",
     .refers = "publication",
     .term = "dcterms:source"},
    {.of = member<&ImpactFigure::decision>, .name = "decision", .label = "field.impact_figure.decision", .refers = "decision"},
    {.of = member<&ImpactFigure::news_item>,
     .name = "news_item",
     .label = "field.impact_figure.news_item",
     .refers = "news_item"},
    {.of = member<&ImpactFigure::note>,
     .name = "note",
     .label = "field.impact_figure.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&ImpactFigure::provenance>,
     .name = "provenance",
     .label = "field.impact_figure.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& ImpactFigure::type() {
    static constexpr auto type = record::describe<ImpactFigure>("impact_figure", "impact-figures", impact_figure_fields);
    return type;
}

}  // namespace comity::outreach
