#include "body/council/person.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field named_person_fields[] = {
    {.of = member<&NamedPerson::name>,
     .name = "name",
     .label = "field.named_person.name",
     .term = "schema:name",
     .search_weight = 6,
     .required = true},
    {.of = member<&NamedPerson::person>, .name = "person", .label = "field.named_person.person", .refers = "person"},
    {.of = member<&NamedPerson::party>, .name = "party", .label = "field.named_person.party", .code_list = "countries"},
    {.of = member<&NamedPerson::capacity>, .name = "capacity", .label = "field.named_person.capacity"},
};

constexpr record::Field person_fields[] = {
    {.of = member<&Person::id>, .name = "id", .label = "field.person.id", .term = "dcterms:identifier"},
    {.of = member<&Person::name>,
     .name = "name",
     .label = "field.person.name",
     .term = "schema:name",
     .search_weight = 10,
     .required = true},
    {.of = member<&Person::country>,
     .name = "country",
     .label = "field.person.country",
     .term = "schema:nationality",
     .code_list = "countries"},
    {.of = member<&Person::provenance>, .name = "provenance", .label = "field.person.provenance", .term = "dcterms:provenance"},
};

constexpr record::Field office_term_fields[] = {
    {.of = member<&OfficeTerm::id>, .name = "id", .label = "field.office_term.id", .term = "dcterms:identifier"},
    {.of = member<&OfficeTerm::person>, .name = "person", .label = "field.office_term.person", .refers = "person"},
    {.of = member<&OfficeTerm::body>,
     .name = "body",
     .label = "field.office_term.body",
     .refers = "body",
     .term = "schema:memberOf"},
    {.of = member<&OfficeTerm::office>,
     .name = "office",
     .label = "field.office_term.office",
     .term = "schema:roleName",
     .code_list = "offices-held",
     .required = true},
    {.of = member<&OfficeTerm::title>,
     .name = "title",
     .label = "field.office_term.title",
     .term = "schema:jobTitle",
     .search_weight = 3},
    {.of = member<&OfficeTerm::party>, .name = "party", .label = "field.office_term.party", .code_list = "countries"},
    {.of = member<&OfficeTerm::start_date>,
     .name = "start_date",
     .label = "field.office_term.start_date",
     .term = "schema:startDate"},
    {.of = member<&OfficeTerm::end_date>, .name = "end_date", .label = "field.office_term.end_date", .term = "schema:endDate"},
    {.of = member<&OfficeTerm::acting>, .name = "acting", .label = "field.office_term.acting"},
    {.of = member<&OfficeTerm::meeting>, .name = "meeting", .label = "field.office_term.meeting", .refers = "meeting"},
    {.of = member<&OfficeTerm::note>, .name = "note", .label = "field.office_term.note", .term = "schema:description"},
    {.of = member<&OfficeTerm::provenance>,
     .name = "provenance",
     .label = "field.office_term.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> NamedPerson::fields() { return record::complete<NamedPerson>(named_person_fields); }

const record::RecordType& Person::type() {
    static constexpr auto type = record::describe<Person>("person", "people", person_fields);
    return type;
}

const record::RecordType& OfficeTerm::type() {
    static constexpr auto type = record::describe<OfficeTerm>("office_term", "office-terms", office_term_fields, "person");
    return type;
}

}  // namespace comity::council
