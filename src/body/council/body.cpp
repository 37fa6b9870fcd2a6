#include "body/council/body.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field lead_department_fields[] = {
    {.of = member<&LeadDepartment::party>, .name = "party", .label = "field.lead_department.party", .code_list = "countries"},
    {.of = member<&LeadDepartment::department>,
     .name = "department",
     .label = "field.lead_department.department",
     .term = "schema:department",
     .search_weight = 2,
     .required = true},
};

constexpr record::Field body_event_fields[] = {
    {.of = member<&BodyEvent::event>, .name = "event", .label = "field.body_event.event"},
    {.of = member<&BodyEvent::date>, .name = "date", .label = "field.body_event.date"},
};

constexpr record::Field body_instrument_fields[] = {
    {.of = member<&BodyInstrument::instrument>,
     .name = "instrument",
     .label = "field.body_instrument.instrument",
     .refers = "instrument"},
    {.of = member<&BodyInstrument::start_date>, .name = "start_date", .label = "field.body_instrument.start_date"},
    {.of = member<&BodyInstrument::end_date>, .name = "end_date", .label = "field.body_instrument.end_date"},
};

constexpr record::Field body_fields[] = {
    {.of = member<&Body::id>, .name = "id", .label = "field.body.id", .term = "dcterms:identifier"},
    {.of = member<&Body::name>,
     .name = "name",
     .label = "field.body.name",
     .term = "schema:name",
     .search_weight = 10,
     .required = true},
    {.of = member<&Body::abbreviation>,
     .name = "abbreviation",
     .label = "field.body.abbreviation",
     .term = "schema:alternateName",
     .search_weight = 8},
    {.of = member<&Body::kind>,
     .name = "kind",
     .label = "field.body.kind",
     .term = "dcterms:type",
     .code_list = "body-kinds",
     .required = true},
    {.of = member<&Body::parent>,
     .name = "parent",
     .label = "field.body.parent",
     .refers = "body",
     .term = "schema:parentOrganization"},
    {.of = member<&Body::parties>,
     .name = "parties",
     .label = "field.body.parties",
     .term = "schema:member",
     .code_list = "countries"},
    {.of = member<&Body::founding_instrument>,
     .name = "founding_instrument",
     .label = "field.body.founding_instrument",
     .search_weight = 2},
    {.of = member<&Body::founding_decision>,
     .name = "founding_decision",
     .label = "field.body.founding_decision",
     .refers = "decision"},
    {.of = member<&Body::current_instrument>,
     .name = "current_instrument",
     .label = "field.body.current_instrument",
     .search_weight = 2},
    {.of = member<&Body::instruments>, .name = "instruments", .label = "field.body.instruments"},
    {.of = member<&Body::composition>, .name = "composition", .label = "field.body.composition", .search_weight = 3},
    {.of = member<&Body::role>, .name = "role", .label = "field.body.role", .term = "schema:description", .search_weight = 4},
    {.of = member<&Body::lead_departments>, .name = "lead_departments", .label = "field.body.lead_departments"},
    {.of = member<&Body::partners>, .name = "partners", .label = "field.body.partners", .search_weight = 2},
    {.of = member<&Body::working_groups>, .name = "working_groups", .label = "field.body.working_groups", .search_weight = 2},
    {.of = member<&Body::members>, .name = "members", .label = "field.body.members"},
    {.of = member<&Body::members_as_of>, .name = "members_as_of", .label = "field.body.members_as_of"},
    {.of = member<&Body::chair_rule>, .name = "chair_rule", .label = "field.body.chair_rule"},
    {.of = member<&Body::term_rule>, .name = "term_rule", .label = "field.body.term_rule"},
    {.of = member<&Body::appointment_rule>, .name = "appointment_rule", .label = "field.body.appointment_rule"},
    {.of = member<&Body::funding_rule>, .name = "funding_rule", .label = "field.body.funding_rule"},
    {.of = member<&Body::meeting_rule>, .name = "meeting_rule", .label = "field.body.meeting_rule"},
    {.of = member<&Body::headquarters>, .name = "headquarters", .label = "field.body.headquarters"},
    {.of = member<&Body::liaison_office>, .name = "liaison_office", .label = "field.body.liaison_office"},
    {.of = member<&Body::budget_note>, .name = "budget_note", .label = "field.body.budget_note"},
    {.of = member<&Body::events>, .name = "events", .label = "field.body.events"},
    {.of = member<&Body::provenance>, .name = "provenance", .label = "field.body.provenance", .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> LeadDepartment::fields() { return record::complete<LeadDepartment>(lead_department_fields); }

std::span<const record::Field> BodyEvent::fields() { return record::complete<BodyEvent>(body_event_fields); }

std::span<const record::Field> BodyInstrument::fields() { return record::complete<BodyInstrument>(body_instrument_fields); }

const record::RecordType& Body::type() {
    static constexpr auto type = record::describe<Body>("body", "bodies", body_fields);
    return type;
}

}  // namespace comity::council
