#include "collections/table.hpp"

#include "body/council/body.hpp"
#include "body/council/decision.hpp"
#include "body/council/governance_document.hpp"
#include "body/council/meeting.hpp"
#include "body/council/office.hpp"
#include "body/council/person.hpp"
#include "body/instruments/instrument.hpp"
#include "body/library/publication.hpp"
#include "body/outreach/impact_figure.hpp"
#include "body/outreach/news_item.hpp"
#include "body/outreach/topic.hpp"
#include "body/program/budget.hpp"
#include "body/program/grant.hpp"
#include "body/program/project.hpp"
#include "body/program/strategic_plan.hpp"
#include "body/registry/submission.hpp"
#include "collections/names.hpp"
#include "collections/status.hpp"

namespace comity::collections {

namespace {

Collection submissions() {
    return {.type = &registry::Submission::type(),
            .section = Section::docket,
            .title = {"title"},
            .summary = "summary",
            .place = "place",
            .under = {"id", "parties", "matters"},
            .facets = {{"party", "facet.party", "parties", "countries"},
                       {"agreement", "facet.agreement", "agreement", "agreements"},
                       {"matter", "facet.matter", "matters", "matters"}}};
}

Collection strategic_plans() {
    return {.type = &program::StrategicPlan::type(),
            .section = Section::program,
            .title = {"title"},
            .summary = "founding_text",
            .date = "start_date",
            .end = "end_date",
            .under = {"body"},
            .facets = {{.name = "body", .label = "field.strategic_plan.body", .path = "body", .refers = "body"}}};
}

Collection budgets() {
    return {.type = &program::Budget::type(),
            .section = Section::program,
            .title = {"year"},
            .title_words = "collection.budgets.one",
            .summary = "note",
            .date = "year",
            .under = {"total"},
            .facets = {{.name = "body", .label = "field.budget.body", .path = "body", .refers = "body"},
                       {"currency", "facet.currency", "total.currency"}}};
}

Collection projects() {
    return {.type = &program::Project::type(),
            .section = Section::program,
            .title = {"title"},
            .summary = "description",
            .date = "operational_plan",
            .under = {"operational_plan", "strategic_priority"},
            .facets = {{.name = "status", .label = "facet.status", .path = "", .words = "status_of.", .of = course_status},
                       {.name = "plan", .label = "field.project.operational_plan", .path = "operational_plan"},
                       {.name = "strategic_plan",
                        .label = "field.project.strategic_plan",
                        .path = "strategic_plan",
                        .refers = "strategic_plan"},
                       {.name = "topic", .label = "field.project.topics", .path = "topics", .refers = "topic"},
                       {.name = "lead", .label = "field.project.lead_body", .path = "lead_body", .refers = "body"}}};
}

Collection grants() {
    return {.type = &program::Grant::type(),
            .section = Section::program,
            .title = {"title", "organization"},
            .summary = "summary",
            .date = "year",
            .end = "end_date",
            .place = "place",
            .under = {"program", "cycle", "organization"},
            .facets = {{.name = "program", .label = "field.grant.program", .path = "program", .refers = "body"},
                       {"country", "facet.country", "countries", "countries"},
                       {"cycle", "field.grant.cycle", "cycle"}}};
}

Collection topics() {
    return {.type = &outreach::Topic::type(),
            .section = Section::program,
            .title = {"label"},
            .summary = "description",
            .under = {"scheme"},
            .facets = {{"scheme", "field.topic.scheme", "scheme", "topic-schemes"}}};
}

Collection publications() {
    return {
        .type = &library::Publication::type(),
        .section = Section::library,
        .title = {"title"},
        .summary = "summary",
        .date = "date",
        .under = {"types", "series", "languages"},
        .facets = {
            {"type", "field.publication.types", "types", "publication-types"},
            {.name = "topic", .label = "field.publication.topics", .path = "topics", .refers = "topic"},
            {"language", "field.publication.languages", "languages", "languages"},
            {"series", "field.publication.series", "series"},
            {.name = "project", .label = "field.publication.project", .path = "project", .refers = "project", .offered = false},
            {.name = "submission",
             .label = "field.publication.submission",
             .path = "submission",
             .refers = "submission",
             .offered = false}}};
}

Collection instruments() {
    return {.type = &instruments::Instrument::type(),
            .section = Section::library,
            .title = {"short_title", "official_title"},
            .summary = "plain_language_summary",
            .under = {"subject_category", "type_of_agreement", "form"},
            .facets = {{.name = "category",
                        .label = "field.instrument.subject_category",
                        .path = "subject_category",
                        .refers = "instrument_term"},
                       {.name = "type",
                        .label = "field.instrument.type_of_agreement",
                        .path = "type_of_agreement",
                        .refers = "instrument_term"},
                       {.name = "form", .label = "field.instrument.form", .path = "form", .refers = "instrument_term"},
                       {.name = "status",
                        .label = "facet.instrument_status",
                        .path = "event",
                        .code_list = "instrument-events",
                        .part = "status_event"},
                       {"edition", "field.instrument.compendium_edition", "compendium_edition"},
                       {"lead", "field.instrument.lead_departments", "lead_departments"}}};
}

Collection decisions() {
    return {.type = &council::Decision::type(),
            .section = Section::council,
            .title = {"title", "number"},
            .summary = "summary",
            .date = "date",
            .place = "place",
            .under = {"kind", "number", "body"},
            .facets = {{"kind", "field.decision.kind", "kind", "decision-kinds"},
                       {.name = "body", .label = "field.decision.body", .path = "body", .refers = "body"},
                       {"vote", "field.decision.vote", "vote", "vote-rules"},
                       {.name = "country", .label = "facet.country", .path = "", .code_list = "countries", .of = country},
                       {.name = "submission",
                        .label = "field.decision.submissions",
                        .path = "submissions",
                        .refers = "submission",
                        .offered = false}}};
}

Collection meetings() {
    return {.type = &council::Meeting::type(),
            .section = Section::council,
            .named = meeting_name,
            .summary = "summary",
            .date = "start_date",
            .end = "end_date",
            .place = "place",
            .under = {"body", "place", "theme"},
            .facets = {{.name = "when", .label = "facet.when", .path = "", .words = "when.", .of = when},
                       {.name = "body", .label = "field.meeting.body", .path = "body", .refers = "body"},
                       {"kind", "field.meeting.kind", "kind", "meeting-kinds"},
                       {"format", "field.meeting.format", "format", "meeting-formats"},
                       {.name = "country", .label = "facet.country", .path = "", .code_list = "countries", .of = country},
                       {.name = "moved", .label = "facet.moved", .path = "", .words = "value.", .offered = false, .of = moved}},
            .occasion = meeting_days};
}

Collection news() {
    return {.type = &outreach::NewsItem::type(),
            .section = Section::body,
            .title = {"title"},
            .summary = "note",
            .date = "date",
            .end = "end_date",
            .under = {"kind"},
            .facets = {{"kind", "field.news_item.kind", "kind", "news-kinds"},
                       {.name = "open", .label = "facet.open", .path = "", .words = "consultation.", .of = consultation_status},
                       {.name = "submission",
                        .label = "field.news_item.submissions",
                        .path = "submissions",
                        .refers = "submission",
                        .offered = false}},
            .occasion = open_days,
            .occasions = "open"};
}

Collection impact_figures() {
    return {.type = &outreach::ImpactFigure::type(),
            .section = Section::impact,
            .title = {"metric"},
            .summary = "note",
            .date = "start_date",
            .end = "end_date",
            .under = {"value", "unit", "subject"},
            .facets = {{.name = "topic", .label = "field.impact_figure.topic", .path = "topic", .refers = "topic"},
                       {"unit", "field.impact_figure.unit", "unit", "impact-units"}}};
}

Collection bodies() {
    return {.type = &council::Body::type(),
            .section = Section::body,
            .title = {"name"},
            .summary = "role",
            .under = {"kind", "abbreviation"},
            .facets = {{.name = "status", .label = "facet.status", .path = "", .words = "body_status.", .of = course_status},
                       {"kind", "field.body.kind", "kind", "body-kinds"},
                       {.name = "parent", .label = "field.body.parent", .path = "parent", .refers = "body"}}};
}

Collection people() {
    return {.type = &council::Person::type(),
            .section = Section::body,
            .title = {"name"},
            .under = {"country"},
            .facets = {{"country", "field.person.country", "country", "countries"}}};
}

Collection offices() {
    return {.type = &council::Office::type(),
            .section = Section::body,
            .title = {"name"},
            .place = "place",
            .under = {"place"},
            .facets = {{.name = "body", .label = "field.office.body", .path = "body", .refers = "body"},
                       {.name = "country", .label = "facet.country", .path = "", .code_list = "countries", .of = country}}};
}

Collection governance_documents() {
    return {.type = &council::GovernanceDocument::type(),
            .section = Section::body,
            .title = {"title"},
            .summary = "governs",
            .under = {"kind"},
            .facets = {{.name = "status", .label = "facet.status", .path = "", .words = "document_status.", .of = course_status},
                       {"kind", "field.governance_document.kind", "kind", "governance-document-kinds"},
                       {"language", "field.governance_document.languages", "languages", "languages"}}};
}

}  // namespace

std::vector<Collection> make_table() {
    return {submissions(),     projects(), grants(),       budgets(),
            strategic_plans(), topics(),   publications(), instruments(),
            decisions(),       meetings(), news(),         impact_figures(),
            bodies(),          people(),   offices(),      governance_documents()};
}

}  // namespace comity::collections
