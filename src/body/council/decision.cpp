#include "body/council/decision.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field party_vote_fields[] = {
    {.of = member<&PartyVote::party>,
     .name = "party",
     .label = "field.party_vote.party",
     .code_list = "countries",
     .required = true},
    {.of = member<&PartyVote::choice>, .name = "choice", .label = "field.party_vote.choice"},
};

constexpr record::Field related_decision_fields[] = {
    {.of = member<&RelatedDecision::relation>, .name = "relation", .label = "field.related_decision.relation"},
    {.of = member<&RelatedDecision::number>, .name = "number", .label = "field.related_decision.number"},
    {.of = member<&RelatedDecision::decision>,
     .name = "decision",
     .label = "field.related_decision.decision",
     .refers = "decision"},
};

constexpr record::Field decision_fields[] = {
    {.of = member<&Decision::id>, .name = "id", .label = "field.decision.id", .term = "dcterms:identifier"},
    {.of = member<&Decision::kind>,
     .name = "kind",
     .label = "field.decision.kind",
     .term = "dcterms:type",
     .code_list = "decision-kinds",
     .required = true},
    {.of = member<&Decision::number>,
     .name = "number",
     .label = "field.decision.number",
     .term = "schema:legislationIdentifier",
     .search_weight = 6},
    {.of = member<&Decision::date>, .name = "date", .label = "field.decision.date", .term = "schema:legislationDate"},
    {.of = member<&Decision::title>,
     .name = "title",
     .label = "field.decision.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&Decision::subjects>,
     .name = "subjects",
     .label = "field.decision.subjects",
     .term = "dcterms:subject",
     .search_weight = 5},
    {.of = member<&Decision::body>,
     .name = "body",
     .label = "field.decision.body",
     .refers = "body",
     .term = "schema:legislationPassedBy"},
    {.of = member<&Decision::adopted_by>, .name = "adopted_by", .label = "field.decision.adopted_by", .refers = "body"},
    {.of = member<&Decision::meeting>, .name = "meeting", .label = "field.decision.meeting", .refers = "meeting"},
    {.of = member<&Decision::place>, .name = "place", .label = "field.decision.place", .term = "dcterms:spatial"},
    {.of = member<&Decision::document_symbol>,
     .name = "document_symbol",
     .label = "field.decision.document_symbol",
     .term = "dcterms:identifier",
     .search_weight = 3},
    {.of = member<&Decision::distribution>, .name = "distribution", .label = "field.decision.distribution"},
    {.of = member<&Decision::original_language>,
     .name = "original_language",
     .label = "field.decision.original_language",
     .code_list = "languages"},
    {.of = member<&Decision::instrument>,
     .name = "instrument",
     .label = "field.decision.instrument",
     .refers = "instrument",
     .term = "schema:isBasedOn"},
    {.of = member<&Decision::provision>, .name = "provision", .label = "field.decision.provision"},
    {.of = member<&Decision::vote>, .name = "vote", .label = "field.decision.vote", .code_list = "vote-rules"},
    {.of = member<&Decision::votes>, .name = "votes", .label = "field.decision.votes"},
    {.of = member<&Decision::reasons_published>, .name = "reasons_published", .label = "field.decision.reasons_published"},
    {.of = member<&Decision::outcome>, .name = "outcome", .label = "field.decision.outcome", .search_weight = 3},
    {.of = member<&Decision::submissions>,
     .name = "submissions",
     .label = "field.decision.submissions",
     .refers = "submission",
     .term = "schema:about"},
    {.of = member<&Decision::related_decisions>, .name = "related_decisions", .label = "field.decision.related_decisions"},
    {.of = member<&Decision::creates>, .name = "creates", .label = "field.decision.creates", .refers = "body"},
    {.of = member<&Decision::concerned_bodies>,
     .name = "concerned_bodies",
     .label = "field.decision.concerned_bodies",
     .refers = "body",
     .term = "schema:about"},
    {.of = member<&Decision::signatories>, .name = "signatories", .label = "field.decision.signatories"},
    {.of = member<&Decision::certified_by>, .name = "certified_by", .label = "field.decision.certified_by"},
    {.of = member<&Decision::amount>, .name = "amount", .label = "field.decision.amount", .term = "schema:amount"},
    {.of = member<&Decision::summary>,
     .name = "summary",
     .label = "field.decision.summary",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Decision::note>,
     .name = "note",
     .label = "field.decision.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&Decision::provenance>,
     .name = "provenance",
     .label = "field.decision.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> PartyVote::fields() { return record::complete<PartyVote>(party_vote_fields); }

std::span<const record::Field> RelatedDecision::fields() { return record::complete<RelatedDecision>(related_decision_fields); }

const record::RecordType& Decision::type() {
    static constexpr auto type = record::describe<Decision>("decision", "decisions", decision_fields);
    return type;
}

}  // namespace comity::council
