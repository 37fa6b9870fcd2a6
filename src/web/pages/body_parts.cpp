#include <algorithm>

#include "base/format.hpp"
#include "body/council/body.hpp"
#include "body/council/decision.hpp"
#include "body/council/meeting.hpp"
#include "body/instruments/instrument.hpp"
#include "collections/having.hpp"
#include "collections/status.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/terms.hpp"

// What the page of a body shows of its own: on what it stands, how it is made up, who held its offices, when it met, what it
// decided, and what belongs to it.
namespace comity::pages {

namespace {

using namespace html;
using council::Body;

constexpr std::size_t few = 5;

std::string established(const RecordView& view, const Body& body) {
    for (const council::BodyEvent& event : body.events)
        if (event.event == council::BodyEventKind::established && event.date)
            return base::short_date(view.of.language, *event.date);
    return std::string(view.of.words("case.date_unknown"));
}

void standing(Html& h, const RecordView& view) {
    const auto body = view.as<Body>();
    const base::Words& words = view.of.words;
    const auto status = collections::course_status(view.record, view.of.site.today()).values;
    const std::string key = status.empty() ? std::string() : "body_status." + status.front();
    h.dl(cls("standing"), [&] {
        standing_cell(h, words("field.body.kind"), capital(said(view, "kind")));
        standing_cell(h, words("bodies.established"), established(view, body),
                      key.empty() ? std::string_view() : words(key.c_str()));
        if (body.parent) standing_cell(h, words("field.body.parent"), said(view, "parent"));
        if (!body.parties.empty()) standing_cell(h, words("field.body.parties"), said(view, "parties"));
    });
}

// The instruments on which it stands, one after the other.
void succession(Html& h, const RecordView& view, const Body& body) {
    const base::Words& words = view.of.words;
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("field.body.instruments"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key :
                     {"field.body_instrument.instrument", "field.body_instrument.start_date", "field.body_instrument.end_date"})
                    h.th(scope("col"), words(key));
            });
        });
        h.tbody([&] {
            for (const council::BodyInstrument& one : body.instruments)
                h.tr([&] {
                    h.th(scope("row"), cls("name"),
                         [&] { record_link(h, view.of, instruments::Instrument::type(), one.instrument.id); });
                    h.td(cls("date"), attr<"data-label">(words("field.body_instrument.start_date")),
                         [&] { date_or_unknown(h, view.of, one.start_date); });
                    h.td(cls("date"), attr<"data-label">(words("field.body_instrument.end_date")), [&] {
                        if (one.end_date)
                            time_short(h, view.of.language, *one.end_date);
                        else
                            h.span(cls("soft"), words("bodies.no_end"));
                    });
                });
        });
    });
}

// Those of these texts that the body has, by the names of their fields.
void texts(Html& h, const RecordView& view, std::initializer_list<const char*> fields) {
    h.dl(cls("facts"), [&] {
        for (const char* name : fields) {
            const record::Value* held = view.record.as_object().if_contains(name);
            const record::Field* field = view.asked.type().field(name);
            if (held && field) fact(h, view.of.words(field->label.data()), [&] { field_value(h, view.of, *field, *held); });
        }
    });
}

bool has_any(const RecordView& view, std::initializer_list<const char*> fields) {
    return std::ranges::any_of(fields, [&](const char* name) { return view.record.as_object().contains(name); });
}

void foundation(Html& h, const RecordView& view, const Body& body) {
    const auto fields = {"founding_instrument", "founding_decision", "current_instrument"};
    if (body.instruments.empty() && !has_any(view, fields)) return;
    part(h, view.of.words, "foundation", "bodies.foundation", "bodies.foundation_note", [&] {
        if (has_any(view, fields)) texts(h, view, fields);
        if (!body.instruments.empty()) succession(h, view, body);
    });
}

void make_up(Html& h, const RecordView& view) {
    const auto fields = {"composition",  "chair_rule",   "term_rule",      "appointment_rule", "funding_rule",
                         "meeting_rule", "headquarters", "liaison_office", "budget_note"};
    if (has_any(view, fields)) part(h, view.of.words, "make-up", "bodies.make_up", nullptr, [&] { texts(h, view, fields); });
}

void offices(Html& h, const RecordView& view) {
    std::vector<council::OfficeTerm> held;
    for (const store::Stored& stored : naming(view, council::OfficeTerm::type(), "body"))
        held.push_back(record::read_as<council::OfficeTerm>(stored.record));
    if (held.empty()) return;
    part(h, view.of.words, "offices", "bodies.offices", "bodies.offices_note",
         [&] { terms(h, view.of, sorted_terms(std::move(held)), TermsOf::body); });
}

void way_to_all(Html& h, const RecordView& view, site::Page list, const char* count_key, std::size_t count) {
    const std::string said = view.of.words.plural(count_key, static_cast<std::int64_t>(count));
    h.p(cls("more"), [&] {
        h.a(href(site::address(list, view.of.language, {}, "", {{"body", view.asked.stored.id}})),
            view.of.words("list.see_all", {{"count", said}}));
    });
}

void rows(Html& h, const RecordView& view, const char* caption, const std::vector<const collections::Item*>& items,
          const record::RecordType& type) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.of.words(caption));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), view.of.words("list.date"));
                h.th(scope("col"), view.of.words("list.name"));
            });
        });
        h.tbody([&] {
            for (const collections::Item* item : items)
                h.tr([&] {
                    h.td(cls("date"), [&] { date_or_unknown(h, view.of, item->date); });
                    h.th(scope("row"), cls("name"), [&] { record_link(h, view.of, type, item->id); });
                });
        });
    });
}

void meetings(Html& h, const RecordView& view) {
    const auto found = collections::having(*view.of.shelves.of("meeting"), "body", view.asked.stored.id, few, view.of.language);
    if (!found.count) return;
    part(h, view.of.words, "meetings", "collection.meetings.title", nullptr, [&] {
        rows(h, view, "collection.meetings.title", found.rows, council::Meeting::type());
        if (found.count > found.rows.size()) way_to_all(h, view, site::Page::meetings, "collection.meetings.count", found.count);
    });
}

// Its own decisions, and those of others that it adopted, that are about it or that made it.
void decisions(Html& h, const RecordView& view) {
    const record::RecordType& type = council::Decision::type();
    const auto own = collections::having(*view.of.shelves.of("decision"), "body", view.asked.stored.id, few, view.of.language);
    std::vector<std::pair<const record::Field*, collections::Relation>> others;
    const store::Snapshot snapshot = view.of.site.store().snapshot();
    for (const char* path : {"creates", "adopted_by", "concerned_bodies"}) {
        const std::vector<store::Equal> where{{path, view.asked.stored.id}};
        collections::Relation relation{.type = &type, .path = path, .field = type.field(path), .ids = {}};
        for (store::Stored& stored : snapshot.list(type.name, record::Audience::everyone, {where, "", few}))
            relation.ids.push_back(std::move(stored.id));
        relation.count = relation.ids.size();
        if (relation.count == few)
            relation.count = static_cast<std::size_t>(snapshot.count(type.name, record::Audience::everyone, where));
        if (relation.count) others.emplace_back(relation.field, std::move(relation));
    }
    if (!own.count && others.empty()) return;
    part(h, view.of.words, "decisions", "collection.decisions.title", nullptr, [&] {
        if (own.count) rows(h, view, "collection.decisions.title", own.rows, type);
        if (own.count > own.rows.size()) way_to_all(h, view, site::Page::decisions, "collection.decisions.count", own.count);
        if (others.empty()) return;
        h.dl(cls("facts"), [&] {
            for (const auto& [field, relation] : others)
                fact(h, view.of.words(field->label.data()), [&, &relation = relation] {
                    record_links(h, view.of, type, relation.ids);
                    if (relation.count > relation.ids.size())
                        h.p(cls("soft"),
                            view.of.words.plural("bodies.more", static_cast<std::int64_t>(relation.count - relation.ids.size())));
                });
        });
    });
}

void groups(Html& h, const RecordView& view, const Body& body) {
    constexpr std::size_t most = 24;
    const auto children =
        collections::having(*view.of.shelves.of("body"), "parent", view.asked.stored.id, most, view.of.language);
    if (!children.count && body.working_groups.empty()) return;
    part(h, view.of.words, "groups", "bodies.groups", nullptr, [&] {
        h.ul([&] {
            for (const collections::Item* item : children.rows) h.li([&] { record_link(h, view.of, Body::type(), item->id); });
            for (const base::Text& group : body.working_groups) h.li([&] { record_text(h, group, view.of.language); });
        });
        if (children.count > children.rows.size())
            h.p(cls("more"), [&] {
                h.a(href(site::address(site::Page::bodies, view.of.language, {}, "", {{"parent", view.asked.stored.id}})),
                    view.of.words("list.see_all", {{"count", view.of.words.plural("collection.bodies.count",
                                                                                  static_cast<std::int64_t>(children.count))}}));
            });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto body = view.as<Body>();
    foundation(h, view, body);
    make_up(h, view);
    groups(h, view, body);
    offices(h, view);
    meetings(h, view);
    decisions(h, view);
}

}  // namespace

RecordParts body_parts() {
    return {.type = "body",
            .standing = standing,
            .parts = parts,
            .told = {"kind", "parent", "parties", "founding_instrument", "founding_decision", "current_instrument", "instruments",
                     "composition", "working_groups", "chair_rule", "term_rule", "appointment_rule", "funding_rule",
                     "meeting_rule", "headquarters", "liaison_office", "budget_note"},
            .told_of = {"office_term", "meeting", "decision", "body"},
            .stylesheet = "insight.css"};
}

}  // namespace comity::pages
