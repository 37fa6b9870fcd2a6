#include <algorithm>

#include "base/format.hpp"
#include "body/council/decision.hpp"
#include "body/council/meeting.hpp"
#include "body/council/person.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/terms.hpp"

// What the page of a person shows of its own: the offices held, what they signed and the meetings at which they were.
namespace comity::pages {

namespace {

using namespace html;
using collections::Item;

constexpr std::size_t most_rows = 25;

std::vector<council::OfficeTerm> terms_of(const RecordView& view) {
    std::vector<council::OfficeTerm> held;
    for (const store::Stored& stored : naming(view, council::OfficeTerm::type(), "person"))
        held.push_back(record::read_as<council::OfficeTerm>(stored.record));
    return sorted_terms(std::move(held));
}

// The records that name the person in any of these ways, newest first.
std::vector<const Item*> naming_in(const RecordView& view, const record::RecordType& type,
                                   std::initializer_list<const char*> paths) {
    std::vector<const Item*> items;
    for (const char* path : paths)
        for (const store::Stored& stored : naming(view, type, path))
            if (const Item* item = view.of.shelves.of(type.name)->find(stored.id);
                item && std::ranges::find(items, item) == items.end())
                items.push_back(item);
    std::ranges::sort(items, [](const Item* a, const Item* b) {
        if (a->date.has_value() != b->date.has_value()) return a->date.has_value();
        if (a->date && *a->date != *b->date) return *a->date > *b->date;
        return a->id < b->id;
    });
    return items;
}

std::vector<const Item*> signed_by(const RecordView& view) {
    return naming_in(view, council::Decision::type(), {"signatories.person", "certified_by.person"});
}
std::vector<const Item*> attended_by(const RecordView& view) {
    return naming_in(view, council::Meeting::type(), {"chairs.person", "delegates.person"});
}

void standing(Html& h, const RecordView& view) {
    const auto person = view.as<council::Person>();
    const base::Words& words = view.of.words;
    const auto cell = [&](const char* name, std::size_t count) {
        standing_cell(h, words(name), base::format_number(view.of.language, static_cast<std::int64_t>(count)));
    };
    h.dl(cls("standing"), [&] {
        if (!person.country.empty()) standing_cell(h, words("field.person.country"), said(view, "country"));
        cell("people.offices", terms_of(view).size());
        cell("people.signed", signed_by(view).size());
        cell("people.attended", attended_by(view).size());
    });
}

void dated(Html& h, const RecordView& view, const record::RecordType& type, const std::vector<const Item*>& items, const char* id,
           const char* title) {
    if (items.empty()) return;
    const base::Words& words = view.of.words;
    part(h, words, id, title, nullptr, [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words(title));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("list.date"));
                    h.th(scope("col"), words("list.name"));
                });
            });
            h.tbody([&] {
                for (std::size_t at = 0; at < std::min(items.size(), most_rows); ++at)
                    h.tr([&] {
                        h.td(cls("date"), [&] { date_or_unknown(h, view.of, items[at]->date); });
                        h.th(scope("row"), cls("name"), [&] { record_link(h, view.of, type, items[at]->id); });
                    });
            });
        });
        if (items.size() > most_rows)
            h.p(cls("soft"), words.plural("bodies.more", static_cast<std::int64_t>(items.size() - most_rows)));
    });
}

void parts(Html& h, const RecordView& view) {
    const std::vector<council::OfficeTerm> held = terms_of(view);
    part(h, view.of.words, "offices", "people.offices", "people.offices_note", [&] {
        if (held.empty())
            h.p(cls("soft"), view.of.words("people.no_office"));
        else
            terms(h, view.of, held, TermsOf::person);
    });
    dated(h, view, council::Decision::type(), signed_by(view), "signed", "people.signed");
    dated(h, view, council::Meeting::type(), attended_by(view), "attended", "people.attended");
}

}  // namespace

RecordParts person_parts() {
    return {.type = "person",
            .standing = standing,
            .parts = parts,
            .told = {"country"},
            .told_of = {"office_term", "decision", "meeting"},
            .stylesheet = "insight.css"};
}

}  // namespace comity::pages
