#include "body/council/meeting.hpp"

#include "record/codec.hpp"

namespace comity::council {

namespace {

using record::member;

constexpr record::Field former_schedule_fields[] = {
    {.of = member<&FormerSchedule::start_date>, .name = "start_date", .label = "field.former_schedule.start_date"},
    {.of = member<&FormerSchedule::end_date>, .name = "end_date", .label = "field.former_schedule.end_date"},
    {.of = member<&FormerSchedule::place>, .name = "place", .label = "field.former_schedule.place"},
    {.of = member<&FormerSchedule::source>, .name = "source", .label = "field.former_schedule.source"},
};

constexpr record::Field meeting_fields[] = {
    {.of = member<&Meeting::id>, .name = "id", .label = "field.meeting.id", .term = "dcterms:identifier"},
    {.of = member<&Meeting::body>, .name = "body", .label = "field.meeting.body", .refers = "body", .term = "schema:organizer"},
    {.of = member<&Meeting::kind>,
     .name = "kind",
     .label = "field.meeting.kind",
     .term = "dcterms:type",
     .code_list = "meeting-kinds",
     .required = true},
    {.of = member<&Meeting::number>, .name = "number", .label = "field.meeting.number"},
    {.of = member<&Meeting::start_date>, .name = "start_date", .label = "field.meeting.start_date", .term = "schema:startDate"},
    {.of = member<&Meeting::end_date>, .name = "end_date", .label = "field.meeting.end_date", .term = "schema:endDate"},
    {.of = member<&Meeting::place>,
     .name = "place",
     .label = "field.meeting.place",
     .term = "schema:location",
     .search_weight = 3},
    {.of = member<&Meeting::format>,
     .name = "format",
     .label = "field.meeting.format",
     .term = "schema:eventAttendanceMode",
     .code_list = "meeting-formats"},
    {.of = member<&Meeting::theme>, .name = "theme", .label = "field.meeting.theme", .term = "schema:about", .search_weight = 6},
    {.of = member<&Meeting::chairs>, .name = "chairs", .label = "field.meeting.chairs"},
    {.of = member<&Meeting::delegates>, .name = "delegates", .label = "field.meeting.delegates", .term = "schema:attendee"},
    {.of = member<&Meeting::summary>,
     .name = "summary",
     .label = "field.meeting.summary",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Meeting::outcomes>, .name = "outcomes", .label = "field.meeting.outcomes", .search_weight = 3},
    {.of = member<&Meeting::outcome_document>,
     .name = "outcome_document",
     .label = "field.meeting.outcome_document",
     .search_weight = 3},
    {.of = member<&Meeting::outcome_news>, .name = "outcome_news", .label = "field.meeting.outcome_news", .refers = "news_item"},
    {.of = member<&Meeting::related_decision>,
     .name = "related_decision",
     .label = "field.meeting.related_decision",
     .refers = "decision"},
    {.of = member<&Meeting::moved_from>,
     .name = "moved_from",
     .label = "field.meeting.moved_from",
     .term = "schema:previousStartDate"},
    {.of = member<&Meeting::note>,
     .name = "note",
     .label = "field.meeting.note",
     .term = "schema:description",
     .search_weight = 1},
    {.of = member<&Meeting::provenance>, .name = "provenance", .label = "field.meeting.provenance", .term = "dcterms:provenance"},
};

}  // namespace

std::span<const record::Field> FormerSchedule::fields() { return record::complete<FormerSchedule>(former_schedule_fields); }

const record::RecordType& Meeting::type() {
    static constexpr auto type = record::describe<Meeting>("meeting", "meetings", meeting_fields);
    return type;
}

}  // namespace comity::council
