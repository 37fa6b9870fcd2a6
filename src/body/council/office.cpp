#include "body/council/office.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field telephone_fields[] = {
    {.of = member<&Telephone::number>,
     .name = "number",
     .label = "field.telephone.number",
     .term = "schema:telephone",
     .required = true},
    {.of = member<&Telephone::note>, .name = "note", .label = "field.telephone.note", .term = "schema:description"},
};

constexpr record::Field office_event_fields[] = {
    {.of = member<&OfficeEvent::event>, .name = "event", .label = "field.office_event.event"},
    {.of = member<&OfficeEvent::date>, .name = "date", .label = "field.office_event.date"},
    {.of = member<&OfficeEvent::note>, .name = "note", .label = "field.office_event.note", .term = "schema:description"},
};

constexpr record::Field office_fields[] = {
    {.of = member<&Office::id>, .name = "id", .label = "field.office.id", .term = "dcterms:identifier"},
    {.of = member<&Office::name>,
     .name = "name",
     .label = "field.office.name",
     .term = "schema:name",
     .search_weight = 6,
     .required = true},
    {.of = member<&Office::body>,
     .name = "body",
     .label = "field.office.body",
     .refers = "body",
     .term = "schema:parentOrganization"},
    {.of = member<&Office::place>, .name = "place", .label = "field.office.place", .term = "schema:location"},
    {.of = member<&Office::address>,
     .name = "address",
     .label = "field.office.address",
     .term = "schema:address",
     .search_weight = 2},
    {.of = member<&Office::telephones>, .name = "telephones", .label = "field.office.telephones"},
    {.of = member<&Office::fax>, .name = "fax", .label = "field.office.fax", .term = "schema:faxNumber"},
    {.of = member<&Office::website>, .name = "website", .label = "field.office.website", .term = "schema:url"},
    {.of = member<&Office::events>, .name = "events", .label = "field.office.events"},
    {.of = member<&Office::provenance>, .name = "provenance", .label = "field.office.provenance", .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> Telephone::fields() { return record::complete<Telephone>(telephone_fields); }

std::span<const record::Field> OfficeEvent::fields() { return record::complete<OfficeEvent>(office_event_fields); }

const record::RecordType& Office::type() {
    static constexpr auto type = record::describe<Office>("office", "offices", office_fields);
    return type;
}

}  // namespace comity::council
