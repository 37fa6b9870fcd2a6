#include "body/instruments/instrument_term.hpp"

#include "record/codec.hpp"

namespace comity::instruments {

namespace {

using record::member;

constexpr record::Field instrument_term_fields[] = {
    {.of = member<&InstrumentTerm::id>, .name = "id", .label = "field.instrument_term.id", .term = "dcterms:identifier"},
    {.of = member<&InstrumentTerm::axis>,
     .name = "axis",
     .label = "field.instrument_term.axis",
     .code_list = "instrument-axes",
     .required = true},
    {.of = member<&InstrumentTerm::label>,
     .name = "label",
     .label = "field.instrument_term.label",
     .term = "skos:prefLabel",
     .search_weight = 6,
     .required = true},
    {.of = member<&InstrumentTerm::records_counted>, .name = "records_counted", .label = "field.instrument_term.records_counted"},
    {.of = member<&InstrumentTerm::seen_verbatim>, .name = "seen_verbatim", .label = "field.instrument_term.seen_verbatim"},
    {.of = member<&InstrumentTerm::provenance>,
     .name = "provenance",
     .label = "field.instrument_term.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& InstrumentTerm::type() {
    static constexpr auto type = record::describe<InstrumentTerm>("instrument_term", "instrument-terms", instrument_term_fields);
    return type;
}

}  // namespace comity::instruments
