#include "body/council/governance_document.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field article_fields[] = {
    {.of = member<&Article::number>, .name = "number", .label = "field.article.number"},
    {.of = member<&Article::subject>, .name = "subject", .label = "field.article.subject", .search_weight = 2, .required = true},
};

constexpr record::Field governance_event_fields[] = {
    {.of = member<&GovernanceEvent::event>, .name = "event", .label = "field.governance_event.event"},
    {.of = member<&GovernanceEvent::date>, .name = "date", .label = "field.governance_event.date"},
};

constexpr record::Field governance_document_fields[] = {
    {.of = member<&GovernanceDocument::id>, .name = "id", .label = "field.governance_document.id", .term = "dcterms:identifier"},
    {.of = member<&GovernanceDocument::title>,
     .name = "title",
     .label = "field.governance_document.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&GovernanceDocument::kind>,
     .name = "kind",
     .label = "field.governance_document.kind",
     .term = "dcterms:type",
     .code_list = "governance-document-kinds",
     .required = true},
    {.of = member<&GovernanceDocument::governs>,
     .name = "governs",
     .label = "field.governance_document.governs",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&GovernanceDocument::bodies>,
     .name = "bodies",
     .label = "field.governance_document.bodies",
     .refers = "body",
     .term = "schema:about"},
    {.of = member<&GovernanceDocument::instrument>,
     .name = "instrument",
     .label = "field.governance_document.instrument",
     .refers = "instrument",
     .term = "schema:isBasedOn"},
    {.of = member<&GovernanceDocument::decisions>,
     .name = "decisions",
     .label = "field.governance_document.decisions",
     .refers = "decision"},
    {.of = member<&GovernanceDocument::replaces>,
     .name = "replaces",
     .label = "field.governance_document.replaces",
     .refers = "governance_document",
     .term = "dcterms:replaces"},
    {.of = member<&GovernanceDocument::events>, .name = "events", .label = "field.governance_document.events"},
    {.of = member<&GovernanceDocument::legal_basis>, .name = "legal_basis", .label = "field.governance_document.legal_basis"},
    {.of = member<&GovernanceDocument::rules_cited>, .name = "rules_cited", .label = "field.governance_document.rules_cited"},
    {.of = member<&GovernanceDocument::articles>, .name = "articles", .label = "field.governance_document.articles"},
    {.of = member<&GovernanceDocument::languages>,
     .name = "languages",
     .label = "field.governance_document.languages",
     .term = "dcterms:language",
     .code_list = "languages"},
    {.of = member<&GovernanceDocument::note>,
     .name = "note",
     .label = "field.governance_document.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&GovernanceDocument::provenance>,
     .name = "provenance",
     .label = "field.governance_document.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> Article::fields() { return record::complete<Article>(article_fields); }

std::span<const record::Field> GovernanceEvent::fields() { return record::complete<GovernanceEvent>(governance_event_fields); }

const record::RecordType& GovernanceDocument::type() {
    static constexpr auto type =
        record::describe<GovernanceDocument>("governance_document", "governance-documents", governance_document_fields);
    return type;
}

}  // namespace comity::council
