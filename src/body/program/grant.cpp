#include "body/program/grant.hpp"

#include "record/codec.hpp"

namespace comity::program {

namespace {

using record::member;

constexpr record::Field grant_fields[] = {
    {.of = member<&Grant::id>, .name = "id", .label = "field.grant.id", .term = "dcterms:identifier"},
    {.of = member<&Grant::program>, .name = "program", .label = "field.grant.program", .refers = "body", .term = "schema:funder"},
    {.of = member<&Grant::cycle>, .name = "cycle", .label = "field.grant.cycle", .required = true},
    {.of = member<&Grant::title>, .name = "title", .label = "field.grant.title", .term = "dcterms:title", .search_weight = 10},
    {.of = member<&Grant::organization>,
     .name = "organization",
     .label = "field.grant.organization",
     .term = "schema:name",
     .search_weight = 6},
    {.of = member<&Grant::countries>, .name = "countries", .label = "field.grant.countries", .code_list = "countries"},
    {.of = member<&Grant::place>, .name = "place", .label = "field.grant.place", .term = "dcterms:spatial", .search_weight = 3},
    {.of = member<&Grant::amounts>, .name = "amounts", .label = "field.grant.amounts", .term = "schema:amount"},
    {.of = member<&Grant::amount_note>, .name = "amount_note", .label = "field.grant.amount_note"},
    {.of = member<&Grant::cycle_total>, .name = "cycle_total", .label = "field.grant.cycle_total"},
    {.of = member<&Grant::year>, .name = "year", .label = "field.grant.year", .term = "dcterms:date"},
    {.of = member<&Grant::start_date>, .name = "start_date", .label = "field.grant.start_date", .term = "schema:startDate"},
    {.of = member<&Grant::end_date>, .name = "end_date", .label = "field.grant.end_date", .term = "schema:endDate"},
    {.of = member<&Grant::summary>,
     .name = "summary",
     .label = "field.grant.summary",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Grant::news_item>, .name = "news_item", .label = "field.grant.news_item", .refers = "news_item"},
    {.of = member<&Grant::note>, .name = "note", .label = "field.grant.note", .term = "schema:description", .search_weight = 1},
    {.of = member<&Grant::provenance>, .name = "provenance", .label = "field.grant.provenance", .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& Grant::type() {
    static constexpr auto type = record::describe<Grant>("grant", "grants", grant_fields);
    return type;
}

}  // namespace comity::program
