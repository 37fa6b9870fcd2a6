#include "body/library/publication.hpp"

#include "record/codec.hpp"

namespace comity::library {

namespace {

using record::member;

constexpr record::Field isbn_fields[] = {
    {.of = member<&Isbn::isbn>, .name = "isbn", .label = "field.isbn.isbn", .term = "schema:isbn", .required = true},
    {.of = member<&Isbn::languages>, .name = "languages", .label = "field.isbn.languages", .code_list = "languages"},
};

constexpr record::Field publication_fields[] = {
    {.of = member<&Publication::id>, .name = "id", .label = "field.publication.id", .term = "dcterms:identifier"},
    {.of = member<&Publication::title>,
     .name = "title",
     .label = "field.publication.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&Publication::subtitle>,
     .name = "subtitle",
     .label = "field.publication.subtitle",
     .term = "schema:alternativeHeadline",
     .search_weight = 6},
    {.of = member<&Publication::date>, .name = "date", .label = "field.publication.date", .term = "dcterms:issued"},
    {.of = member<&Publication::pages>, .name = "pages", .label = "field.publication.pages", .term = "schema:numberOfPages"},
    {.of = member<&Publication::languages>,
     .name = "languages",
     .label = "field.publication.languages",
     .term = "dcterms:language",
     .code_list = "languages"},
    {.of = member<&Publication::summary_languages>,
     .name = "summary_languages",
     .label = "field.publication.summary_languages",
     .code_list = "languages"},
    {.of = member<&Publication::types>,
     .name = "types",
     .label = "field.publication.types",
     .term = "dcterms:type",
     .code_list = "publication-types"},
    {.of = member<&Publication::series>,
     .name = "series",
     .label = "field.publication.series",
     .term = "dcterms:isPartOf",
     .search_weight = 4},
    {.of = member<&Publication::edition>, .name = "edition", .label = "field.publication.edition", .term = "schema:bookEdition"},
    {.of = member<&Publication::data_from>,
     .name = "data_from",
     .label = "field.publication.data_from",
     .term = "dcterms:temporal"},
    {.of = member<&Publication::data_to>, .name = "data_to", .label = "field.publication.data_to"},
    {.of = member<&Publication::topics>,
     .name = "topics",
     .label = "field.publication.topics",
     .refers = "topic",
     .term = "dcterms:subject"},
    {.of = member<&Publication::other_topics>,
     .name = "other_topics",
     .label = "field.publication.other_topics",
     .term = "dcterms:subject",
     .search_weight = 3},
    {.of = member<&Publication::project>,
     .name = "project",
     .label = "field.publication.project",
     .refers = "project",
     .term = "schema:isPartOf"},
    {.of = member<&Publication::submission>,
     .name = "submission",
     .label = "field.publication.submission",
     .refers = "submission",
     .term = "schema:about"},
    {.of = member<&Publication::decisions>, .name = "decisions", .label = "field.publication.decisions", .refers = "decision"},
    {.of = member<&Publication::instruments>,
     .name = "instruments",
     .label = "field.publication.instruments",
     .refers = "instrument"},
    {.of = member<&Publication::bodies>, .name = "bodies", .label = "field.publication.bodies", .refers = "body"},
    {.of = member<&Publication::meeting>, .name = "meeting", .label = "field.publication.meeting", .refers = "meeting"},
    {.of = member<&Publication::isbns>, .name = "isbns", .label = "field.publication.isbns"},
    {.of = member<&Publication::document_symbol>,
     .name = "document_symbol",
     .label = "field.publication.document_symbol",
     .term = "dcterms:identifier",
     .search_weight = 3},
    {.of = member<&Publication::quality_code>, .name = "quality_code", .label = "field.publication.quality_code"},
    {.of = member<&Publication::repository_item>, .name = "repository_item", .label = "field.publication.repository_item"},
    {.of = member<&Publication::publisher>,
     .name = "publisher",
     .label = "field.publication.publisher",
     .term = "dcterms:publisher"},
    {.of = member<&Publication::partners>,
     .name = "partners",
     .label = "field.publication.partners",
     .term = "dcterms:contributor",
     .search_weight = 2},
    {.of = member<&Publication::url>, .name = "url", .label = "field.publication.url", .term = "schema:url"},
    {.of = member<&Publication::site_slug>, .name = "site_slug", .label = "field.publication.site_slug"},
    {.of = member<&Publication::rank>, .name = "rank", .label = "field.publication.rank"},
    {.of = member<&Publication::summary>,
     .name = "summary",
     .label = "field.publication.summary",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Publication::note>,
     .name = "note",
     .label = "field.publication.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&Publication::provenance>,
     .name = "provenance",
     .label = "field.publication.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> Isbn::fields() { return record::complete<Isbn>(isbn_fields); }

const record::RecordType& Publication::type() {
    static constexpr auto type = record::describe<Publication>("publication", "publications", publication_fields);
    return type;
}

}  // namespace comity::library
