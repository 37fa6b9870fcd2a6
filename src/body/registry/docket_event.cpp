#include "body/registry/docket_event.hpp"

#include "record/codec.hpp"

namespace comity::registry {

namespace {

using record::member;

constexpr record::Field event_fields[] = {
    {.of = member<&DocketEvent::id>, .name = "id", .label = "field.docket_event.id", .term = "dcterms:identifier"},
    {.of = member<&DocketEvent::submission>,
     .name = "submission",
     .label = "field.docket_event.submission",
     .refers = "submission",
     .term = "schema:about"},
    {.of = member<&DocketEvent::event>,
     .name = "type",
     .label = "field.docket_event.type",
     .term = "dcterms:type",
     .required = true},
    {.of = member<&DocketEvent::date>, .name = "date", .label = "field.docket_event.date", .term = "schema:startDate"},
    {.of = member<&DocketEvent::document_date>,
     .name = "document_date",
     .label = "field.docket_event.document_date",
     .term = "schema:dateCreated"},
    {.of = member<&DocketEvent::announced>,
     .name = "announced",
     .label = "field.docket_event.announced",
     .term = "schema:datePublished"},
    {.of = member<&DocketEvent::provision>, .name = "provision", .label = "field.docket_event.provision"},
    {.of = member<&DocketEvent::stated>, .name = "stated", .label = "field.docket_event.stated"},
    {.of = member<&DocketEvent::party>, .name = "party", .label = "field.docket_event.party", .code_list = "countries"},
    {.of = member<&DocketEvent::by>, .name = "by", .label = "field.docket_event.by"},
    {.of = member<&DocketEvent::assertions>, .name = "assertions", .label = "field.docket_event.assertions"},
    {.of = member<&DocketEvent::partial>, .name = "partial", .label = "field.docket_event.partial"},
    {.of = member<&DocketEvent::decision>, .name = "decision", .label = "field.docket_event.decision", .refers = "decision"},
    {.of = member<&DocketEvent::joined_with>,
     .name = "joined_with",
     .label = "field.docket_event.joined_with",
     .refers = "submission",
     .term = "dcterms:relation"},
    {.of = member<&DocketEvent::note>,
     .name = "note",
     .label = "field.docket_event.note",
     .term = "schema:description",
     .search_weight = 2},
    {.of = member<&DocketEvent::position>, .name = "position", .label = "field.docket_event.position"},
    {.of = member<&DocketEvent::provenance>,
     .name = "provenance",
     .label = "field.docket_event.provenance",
     .term = "dcterms:provenance"},
};

constexpr record::Field document_fields[] = {
    {.of = member<&Document::id>, .name = "id", .label = "field.document.id", .term = "dcterms:identifier"},
    {.of = member<&Document::submission>,
     .name = "submission",
     .label = "field.document.submission",
     .refers = "submission",
     .term = "schema:about"},
    {.of = member<&Document::event>, .name = "event", .label = "field.document.event", .refers = "docket_event"},
    {.of = member<&Document::title>,
     .name = "title",
     .label = "field.document.title",
     .term = "dcterms:title",
     .search_weight = 3,
     .required = true},
    {.of = member<&Document::kind>,
     .name = "kind",
     .label = "field.document.kind",
     .term = "dcterms:type",
     .code_list = "case-document-kinds"},
    {.of = member<&Document::date>, .name = "date", .label = "field.document.date", .term = "dcterms:date"},
    {.of = member<&Document::languages>,
     .name = "languages",
     .label = "field.document.languages",
     .term = "dcterms:language",
     .code_list = "languages"},
    {.of = member<&Document::url>, .name = "url", .label = "field.document.url", .term = "schema:url"},
    {.of = member<&Document::publication>,
     .name = "publication",
     .label = "field.document.publication",
     .refers = "publication",
     .term = "dcterms:isVersionOf"},
    {.of = member<&Document::provenance>,
     .name = "provenance",
     .label = "field.document.provenance",
     .term = "dcterms:provenance"},
};

void check_event(const void* held, base::Faults& faults) {
    const auto& event = *static_cast<const DocketEvent*>(held);
    if (event.position < 1)
        faults.push_back({"", "", "position", "is not a place in a sequence", "count the events of the case from 1"});
}

}  // namespace

const record::RecordType& DocketEvent::type() {
    static constexpr auto type =
        record::describe<DocketEvent>("docket_event", "docket-events", event_fields, "submission", check_event);
    return type;
}

const record::RecordType& Document::type() {
    static constexpr auto type = record::describe<Document>("document", "documents", document_fields, "submission");
    return type;
}

}  // namespace comity::registry
