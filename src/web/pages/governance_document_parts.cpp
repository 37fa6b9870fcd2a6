#include <algorithm>

#include "base/format.hpp"
#include "body/council/governance_document.hpp"
#include "body/instruments/instrument.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a governance document shows of its own: its versions, on what it stands, its articles.
namespace comity::pages {

namespace {

using namespace html;
using council::GovernanceDocument;
using council::GovernanceEvent;

std::string event_name(const RecordView& view, const GovernanceEvent& event) {
    const std::string key = "value." + std::string(record::code_of(event.event));
    return capital(view.of.words(key.c_str()));
}

// Newest first; what has no date comes after, as the record has it.
std::vector<GovernanceEvent> newest_first(std::vector<GovernanceEvent> events) {
    std::ranges::stable_sort(events, [](const GovernanceEvent& a, const GovernanceEvent& b) {
        if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
        return a.date && *a.date > *b.date;
    });
    return events;
}

void standing(Html& h, const RecordView& view) {
    const auto document = view.as<GovernanceDocument>();
    const base::Words& words = view.of.words;
    h.dl(cls("standing"), [&] {
        standing_cell(h, words("field.governance_document.kind"), capital(said(view, "kind")));
        if (const std::string bodies = said(view, "bodies"); !bodies.empty())
            standing_cell(h, words("field.governance_document.bodies"), bodies);
        const auto events = newest_first(document.events);
        if (events.empty())
            standing_cell(h, words("governance.last"), words("governance.not_told"));
        else
            standing_cell(h, words("governance.last"), event_name(view, events.front()),
                          events.front().date ? base::short_date(view.of.language, *events.front().date)
                                              : std::string(words("case.date_unknown")));
    });
}

void versions(Html& h, const RecordView& view, const GovernanceDocument& document) {
    const auto after = naming(view, GovernanceDocument::type(), "replaces");
    if (document.events.empty() && !document.replaces && after.empty()) return;
    const base::Words& words = view.of.words;
    part(h, words, "versions", "governance.versions", "governance.versions_note", [&] {
        std::vector<CourseStep> steps;
        for (const GovernanceEvent& event : newest_first(document.events)) steps.push_back({event.date, event_name(view, event)});
        if (!steps.empty()) small_course(h, view.of, steps);
        if (!document.replaces && after.empty()) return;
        h.dl(cls("facts"), [&] {
            if (document.replaces)
                fact(h, words("field.governance_document.replaces"),
                     [&] { record_link(h, view.of, GovernanceDocument::type(), document.replaces->id); });
            std::vector<std::string> ids;
            for (const store::Stored& stored : after) ids.push_back(stored.id);
            if (!ids.empty())
                fact(h, words("governance.replaced_by"), [&] { record_links(h, view.of, GovernanceDocument::type(), ids); });
        });
    });
}

void basis(Html& h, const RecordView& view, const GovernanceDocument& document) {
    if (document.legal_basis.empty() && !document.instrument && document.rules_cited.empty()) return;
    const base::Words& words = view.of.words;
    part(h, words, "basis", "field.governance_document.legal_basis", nullptr, [&] {
        h.dl(cls("facts"), [&] {
            if (!document.legal_basis.empty()) fact(h, words("governance.provision"), [&] { h.write(document.legal_basis); });
            if (document.instrument)
                fact(h, words("field.governance_document.instrument"),
                     [&] { record_link(h, view.of, instruments::Instrument::type(), document.instrument->id); });
            if (!document.rules_cited.empty())
                fact(h, words("field.governance_document.rules_cited"),
                     [&] { h.write(base::list_of(view.of.language, document.rules_cited)); });
        });
    });
}

void articles(Html& h, const RecordView& view, const GovernanceDocument& document) {
    if (document.articles.empty()) return;
    const base::Words& words = view.of.words;
    part(h, words, "articles", "field.governance_document.articles", nullptr, [&] {
        h.table([&] {
            h.caption(cls("unseen"), words("field.governance_document.articles"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("field.article.number"));
                    h.th(scope("col"), words("field.article.subject"));
                });
            });
            h.tbody([&] {
                for (const council::Article& article : document.articles)
                    h.tr([&] {
                        h.th(scope("row"), article.number);
                        h.td([&] { record_text(h, article.subject, view.of.language); });
                    });
            });
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto document = view.as<GovernanceDocument>();
    versions(h, view, document);
    basis(h, view, document);
    articles(h, view, document);
}

}  // namespace

RecordParts governance_document_parts() {
    return {.type = "governance_document",
            .standing = standing,
            .parts = parts,
            .told = {"kind", "bodies", "events", "replaces", "legal_basis", "instrument", "rules_cited", "articles"},
            .told_of = {"governance_document"}};
}

}  // namespace comity::pages
