#include <algorithm>

#include "base/format.hpp"
#include "body/council/decision.hpp"
#include "body/outreach/news_item.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/meeting_words.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"

// What the page of a meeting shows of its own: when, where and how, who came, what came of it, and the sessions next to it.
namespace comity::pages {

namespace {

using namespace html;
using council::Decision;
using council::Meeting;

const site::Shown& pages_of_meetings() { return *site::shown("meeting"); }

void standing(Html& h, const RecordView& view) {
    const auto meeting = view.as<Meeting>();
    const base::Words& words = view.of.words;
    h.dl(cls("standing"), [&] {
        h.div([&] {
            h.dt(words("list.date"));
            h.dd([&] { days_shown(h, view.of, meeting.start_date, meeting.end_date); });
        });
        standing_cell(h, words("field.meeting.body"), said(view, "body"));
        const std::string place = said(view, "place");
        standing_cell(h, words("home.place"), place.empty() ? words("meeting.place_unknown") : std::string_view(place),
                      meeting.format.empty() ? std::string() : how_text(words, meeting.format));
        const auto taken = naming(view, Decision::type(), "meeting").size();
        standing_cell(h, words("meeting.decisions"), base::format_number(view.of.language, static_cast<std::int64_t>(taken)));
    });
    if (!meeting.moved_from.empty()) h.div(cls("notice"), role("note"), [&] { moved_shown(h, view.of, meeting); });
}

// People with the Party for which they came, the Parties in the body's order.
void people_by_party(Html& h, const RecordView& view, const std::vector<council::NamedPerson>& people, const char* caption) {
    const base::Words& words = view.of.words;
    std::vector<council::NamedPerson> sorted = people;
    const auto& parties = view.of.site.profile().parties;
    std::ranges::stable_sort(sorted, {}, [&](const council::NamedPerson& person) {
        return std::ranges::find(parties, person.party, &exchange::Party::code) - parties.begin();
    });
    h.table(cls("ledger"), [&] {
        h.caption(words(caption));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("field.named_person.party"));
                h.th(scope("col"), words("field.named_person.name"));
                h.th(scope("col"), words("field.named_person.capacity"));
            });
        });
        h.tbody([&] {
            for (const council::NamedPerson& person : sorted)
                h.tr([&] {
                    h.td(attr<"data-label">(words("field.named_person.party")),
                         person.party.empty() ? std::string_view()
                                              : site::party_name(view.of.site, person.party, view.of.language));
                    h.th(scope("row"), [&] { named_person(h, view.of, person); });
                    h.td(attr<"data-label">(words("field.named_person.capacity")),
                         [&] { record_text(h, person.capacity, view.of.language); });
                });
        });
    });
}

void who_came(Html& h, const RecordView& view, const Meeting& meeting) {
    if (meeting.chairs.empty() && meeting.delegates.empty()) return;
    part(h, view.of.words, "who", "meeting.who", "meeting.who_note", [&] {
        if (!meeting.chairs.empty()) people_by_party(h, view, meeting.chairs, "field.meeting.chairs");
        if (!meeting.delegates.empty()) people_by_party(h, view, meeting.delegates, "field.meeting.delegates");
    });
}

void decisions_taken(Html& h, const RecordView& view, const std::vector<store::Stored>& taken) {
    const base::Words& words = view.of.words;
    h.table(cls("ledger"), [&] {
        h.caption(words("meeting.decisions"));
        h.thead([&] {
            h.tr([&] {
                for (const char* head : {"field.decision.number", "list.name", "field.decision.outcome"})
                    h.th(scope("col"), words(head));
            });
        });
        h.tbody([&] {
            for (const store::Stored& stored : taken) {
                const auto decision = record::read_as<Decision>(stored.record);
                h.tr([&] {
                    h.td(cls("id"), attr<"data-label">(words("field.decision.number")), decision.number);
                    h.th(scope("row"), cls("name"), [&] {
                        record_link(h, view.of, Decision::type(), decision.id);
                        h.span(cls("under"), site::label("decision-kinds", decision.kind, view.of.language));
                    });
                    h.td(attr<"data-label">(words("field.decision.outcome")),
                         [&] { record_text(h, decision.outcome, view.of.language); });
                });
            }
        });
    });
}

void came_of_it(Html& h, const RecordView& view, const Meeting& meeting) {
    const auto taken = naming(view, Decision::type(), "meeting");
    part(h, view.of.words, "came-of-it", "meeting.came_of_it", "meeting.came_of_it_note", [&] {
        if (!meeting.outcomes.empty())
            h.ul([&] {
                for (const base::Text& outcome : meeting.outcomes) h.li([&] { record_text(h, outcome, view.of.language); });
            });
        if (!meeting.outcome_document.empty() || meeting.outcome_news || meeting.related_decision)
            h.dl(cls("facts"), [&] {
                if (!meeting.outcome_document.empty() || meeting.outcome_news)
                    fact(h, view.of.words("field.meeting.outcome_document"), [&] {
                        if (meeting.outcome_news)
                            record_link(h, view.of, outreach::NewsItem::type(), meeting.outcome_news->id);
                        else
                            record_text(h, meeting.outcome_document, view.of.language);
                    });
                if (meeting.related_decision)
                    fact(h, view.of.words("field.meeting.related_decision"),
                         [&] { record_link(h, view.of, Decision::type(), meeting.related_decision->id); });
            });
        if (!taken.empty()) decisions_taken(h, view, taken);
        if (meeting.outcomes.empty() && meeting.outcome_document.empty() && !meeting.outcome_news && taken.empty())
            h.p(cls("soft"), view.of.words("meeting.nothing_came"));
    });
}

// The sessions of the same body before and after this one, by their first day.
struct Neighbours {
    const collections::Item* before = nullptr;
    const collections::Item* after = nullptr;
};
Neighbours neighbours_of(const RecordView& view, const Meeting& meeting) {
    const collections::Shelf& shelf = view.of.shelves.of(*view.asked.collection);
    const auto at = static_cast<std::size_t>(view.asked.collection->facet("body") - view.asked.collection->facets.data());
    const collections::Shelf::Column& bodies = shelf.columns[at];
    const auto body = bodies.number(meeting.body.id);
    Neighbours found;
    if (!body) return found;
    bool passed = false;  // newest first: what comes before the meeting itself is later than it
    for (const collections::Row row : shelf.by_date) {
        const auto held = std::span(bodies.values).subspan(bodies.starts[row], bodies.starts[row + 1] - bodies.starts[row]);
        if (std::ranges::find(held, *body) == held.end()) continue;
        const collections::Item& item = *shelf.items[row];
        if (item.id == meeting.id) {
            passed = true;
        } else if (!passed) {
            found.after = &item;
        } else {
            found.before = &item;
            break;
        }
    }
    return found;
}

void next_to_it(Html& h, const RecordView& view, const Meeting& meeting) {
    const Neighbours found = neighbours_of(view, meeting);
    part(h, view.of.words, "sessions", "meeting.sessions", nullptr, [&] {
        h.dl(cls("facts"), [&] {
            const auto row = [&](const char* label, const collections::Item* item) {
                fact(h, view.of.words(label), [&] {
                    if (!item) {
                        h.span(cls("soft"), view.of.words("meeting.no_neighbour"));
                        return;
                    }
                    record_link(h, view.of, Meeting::type(), item->id);
                    h.write(", ");
                    time_short(h, view.of.language, *item->date);
                });
            };
            row("meeting.before", found.before);
            row("meeting.after", found.after);
        });
        const std::string year = std::to_string(meeting.start_date.year());
        h.p(cls("formats"), [&] {
            h.a(href(site::address(site::Page::meetings_calendar, view.of.language, {}, "", {{"year", year}})),
                view.of.words("meeting.in_the_year", {{"year", year}}));
            h.write(" ");
            h.a(href(site::address(pages_of_meetings().one, view.of.language, {{"id", site::in_address(meeting.id)}}, "ics")),
                type(*server::media_type("ics")), view.of.words("meeting.to_calendar"));
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const auto meeting = view.as<Meeting>();
    came_of_it(h, view, meeting);
    who_came(h, view, meeting);
    next_to_it(h, view, meeting);
}

}  // namespace

RecordParts meeting_parts() {
    return {.type = "meeting",
            .standing = standing,
            .parts = parts,
            .told = {"body", "start_date", "end_date", "format", "chairs", "delegates", "outcomes", "outcome_document",
                     "outcome_news", "related_decision", "moved_from"},
            .told_of = {"decision"}};
}

}  // namespace comity::pages
