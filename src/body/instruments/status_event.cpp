#include "body/instruments/status_event.hpp"

#include "record/codec.hpp"

namespace comity::instruments {

namespace {

using record::member;

constexpr record::Field status_event_fields[] = {
    {.of = member<&StatusEvent::id>, .name = "id", .label = "field.status_event.id", .term = "dcterms:identifier"},
    {.of = member<&StatusEvent::instrument>,
     .name = "instrument",
     .label = "field.status_event.instrument",
     .refers = "instrument",
     .term = "schema:about"},
    {.of = member<&StatusEvent::line>, .name = "line", .label = "field.status_event.line"},
    {.of = member<&StatusEvent::words>,
     .name = "words",
     .label = "field.status_event.words",
     .search_weight = 2,
     .required = true},
    {.of = member<&StatusEvent::event>,
     .name = "event",
     .label = "field.status_event.event",
     .term = "dcterms:type",
     .code_list = "instrument-events"},
    {.of = member<&StatusEvent::party>, .name = "party", .label = "field.status_event.party", .code_list = "countries"},
    {.of = member<&StatusEvent::internationally>, .name = "internationally", .label = "field.status_event.internationally"},
    {.of = member<&StatusEvent::concerns>, .name = "concerns", .label = "field.status_event.concerns"},
    {.of = member<&StatusEvent::date>, .name = "date", .label = "field.status_event.date", .term = "schema:startDate"},
    {.of = member<&StatusEvent::provenance>,
     .name = "provenance",
     .label = "field.status_event.provenance",
     .term = "dcterms:provenance"},
};

}  // namespace

const record::RecordType& StatusEvent::type() {
    static constexpr auto type =
        record::describe<StatusEvent>("status_event", "status-events", status_event_fields, "instrument");
    return type;
}

}  // namespace comity::instruments
