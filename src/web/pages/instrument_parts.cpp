#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "body/instruments/instrument.hpp"
#include "body/instruments/party_status.hpp"
#include "collections/values.hpp"
#include "exchange/catalog.hpp"
#include "record/codec.hpp"
#include "web/pages/instrument_about.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"

// What the page of an instrument shows of its own: where it stands for whom, from which words that was read, and where sources
// disagree.
namespace comity::pages {

namespace {

using namespace html;
using instruments::Instrument;
using instruments::PartyStatus;
using instruments::StatusEvent;

constexpr std::size_t standing_shown = 3;  // statuses in the strip; the table has them all

std::vector<StatusEvent> events_of(const RecordView& view) {
    std::vector<StatusEvent> events;
    for (const store::Stored& stored :
         view.of.site.store().snapshot().parts("status_event", view.asked.stored.id, record::Audience::everyone))
        events.push_back(record::read_as<StatusEvent>(stored.record));
    return events;
}

std::string party(const ValueView& view, std::string_view code) {
    if (exchange::find_party(view.site.profile(), code)) return std::string(site::party_name(view.site, code, view.language));
    return std::string(site::label("countries", code, view.language));
}

// "Canada", "between the Parties"; of which treaty, where the fact sheet covers several.
std::string for_whom(const ValueView& view, std::string_view code, bool internationally) {
    if (!code.empty()) return party(view, code);
    return std::string(view.words(internationally ? "instrument.internationally" : "instrument.party_not_told"));
}

bool disputed(const std::vector<StatusEvent>& events, const PartyStatus& status) {
    return std::ranges::any_of(events, [&](const StatusEvent& event) {
        return event.event == status.stands && event.party == status.party && event.concerns == status.concerns &&
               event.internationally == status.internationally &&
               std::ranges::any_of(event.provenance.claims, [](const record::Claim& claim) { return !claim.value.empty(); });
    });
}

void status_cell(Html& h, const ValueView& view, const PartyStatus& status, bool is_disputed) {
    const std::string key = "instrument.stands." + status.stands;
    std::string under = status.concerns;
    const auto add = [&](std::string_view text) { under += (under.empty() ? "" : " · ") + std::string(text); };
    const instruments::Reached* last = status.last(status.stands);
    if (is_disputed)
        add(view.words("instrument.since_disputed"));
    else if (last && last->date)
        add(view.words("instrument.since", {{"date", base::short_date(view.language, *last->date)}}));
    else
        add(view.words("instrument.since_unknown"));
    standing_cell(h, view.words("instrument.status_of", {{"party", for_whom(view, status.party, status.internationally)}}),
                  view.words(key.c_str()), under);
}

std::string term(const RecordView& view, const std::optional<record::Ref>& ref) {
    if (!ref) return {};
    const record::RecordType* type = record::find_type(exchange::catalog(), "instrument_term");
    const base::Text label = site::record_title(view.of.shelves, *type, ref->id);
    return std::string(base::shown(label, view.of.language).text);
}

void standing(Html& h, const RecordView& view) {
    const auto instrument = view.as<Instrument>();
    const base::Words& words = view.of.words;
    const std::vector<StatusEvent> events = events_of(view);
    std::vector<PartyStatus> statuses = instruments::party_statuses(events);
    std::erase_if(statuses, [](const PartyStatus& status) { return status.stands.empty(); });
    h.dl(cls("standing"), [&] {
        for (std::size_t at = 0; at < std::min(statuses.size(), standing_shown); ++at)
            status_cell(h, view.of, statuses[at], disputed(events, statuses[at]));
        if (statuses.empty()) standing_cell(h, words("instrument.status"), words("instrument.not_told"));
        if (const std::string form = term(view, instrument.form); !form.empty())
            standing_cell(h, words("field.instrument.form"), form, term(view, instrument.subject_category));
        standing_cell(h, words("instrument.lead"),
                      instrument.lead_departments.empty() ? std::string(words("instrument.not_told"))
                                                          : base::list_of(view.of.language, instrument.lead_departments));
        standing_cell(h, words("instrument.edition"),
                      instrument.compendium_edition.empty() ? words("instrument.edition_not_told")
                                                            : std::string_view(instrument.compendium_edition),
                      words("instrument.compendium"));
    });
}

void status_events(Html& h, const RecordView& view, const std::vector<StatusEvent>& events) {
    const base::Words& words = view.of.words;
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("instrument.events"));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("field.status_event.date"));
                h.th(scope("col"), words("field.status_event.event"));
                h.th(scope("col"), words("field.status_event.words"));
            });
        });
        h.tbody([&] {
            for (const StatusEvent& event : events)
                h.tr([&] {
                    h.td(cls("date"), [&] { date_or_unknown(h, view.of, event.date); });
                    h.th(scope("row"), cls("name"), [&] {
                        if (event.event.empty())
                            h.span(cls("soft"), words("instrument.not_read"));
                        else
                            h.write(capital(site::label("instrument-events", event.event, view.of.language)));
                        std::string under = event.concerns;
                        if (!event.party.empty() || event.internationally)
                            under += (under.empty() ? "" : " · ") + for_whom(view.of, event.party, event.internationally);
                        if (!event.provenance.claims.empty())
                            under += (under.empty() ? "" : " · ") + std::string(words("instrument.see_below"));
                        if (!under.empty()) h.span(cls("under"), under);
                    });
                    h.td(attr<"data-label">(words("field.status_event.words")),
                         [&] { h.q(cls("raw"), lang("en"), event.words); });
                });
        });
    });
}

// A row for each Party, a column for each kind of event that any of them has.
void party_table(Html& h, const RecordView& view, const std::vector<PartyStatus>& statuses) {
    const base::Words& words = view.of.words;
    std::vector<std::string> columns;
    for (const char* event : {"launched", "founded", "established", "adopted", "signed", "instruments-exchanged", "joined",
                              "acceded", "ratified", "in-force", "amended", "continued", "expires", "ongoing", "historical"})
        if (std::ranges::any_of(statuses, [&](const PartyStatus& status) { return status.last(event) != nullptr; }))
            columns.emplace_back(event);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("instrument.parties"));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("field.status_event.party"));
                for (const std::string& event : columns)
                    h.th(scope("col"), capital(site::label("instrument-events", event, view.of.language)));
            });
        });
        h.tbody([&] {
            for (const PartyStatus& status : statuses)
                h.tr([&] {
                    h.th(scope("row"), cls("name"), [&] {
                        h.write(for_whom(view.of, status.party, status.internationally));
                        if (!status.concerns.empty()) h.span(cls("under"), lang("en"), status.concerns);
                    });
                    for (const std::string& event : columns)
                        h.td(attr<"data-label">(capital(site::label("instrument-events", event, view.of.language))), [&] {
                            if (const instruments::Reached* reached = status.last(event))
                                date_or_unknown(h, view.of, reached->date);
                            else
                                h.span(cls("soft"), words("instrument.not_told"));
                        });
                });
        });
    });
}

// One value that the sources dispute: the one in use first.
void rivals(Html& h, const RecordView& view, const StatusEvent& event) {
    const base::Words& words = view.of.words;
    const std::string label = capital(site::label("instrument-events", event.event, view.of.language));
    const std::string whom =
        event.party.empty() && !event.internationally ? "" : for_whom(view.of, event.party, event.internationally);
    fact(h, whom.empty() ? label : words("instrument.event_of", {{"event", label}, {"party", whom}}), [&] {
        h.ul(cls("rivals"), [&] {
            h.li(cls("used"), [&] {
                h.span(cls("value"), [&] { date_or_unknown(h, view.of, event.date); });
                h.span([&] {
                    h.span(cls("mark"), words("instrument.in_use"));
                    h.small(lang("en"), event.words);
                });
            });
            for (const record::Claim& claim : event.provenance.claims)
                h.li([&] {
                    const auto date = base::parse_date(claim.value);
                    h.span(cls("value"), [&] {
                        if (date)
                            time_short(h, view.of.language, *date);
                        else
                            h.write(claim.value.empty() ? words("instrument.same_value") : std::string_view(claim.value));
                    });
                    h.span(lang("en"), [&] {
                        h.write(claim.source);
                        if (!claim.note.empty()) h.small(claim.note);
                    });
                });
        });
    });
}

void parts(Html& h, const RecordView& view) {
    const base::Words& words = view.of.words;
    const std::vector<StatusEvent> events = events_of(view);
    const std::vector<PartyStatus> statuses = instruments::party_statuses(events);
    if (!events.empty())
        part(h, words, "status", "instrument.events", "instrument.events_note", [&] { status_events(h, view, events); });
    if (!statuses.empty())
        part(h, words, "parties", "instrument.parties", "instrument.parties_note", [&] { party_table(h, view, statuses); });
    const auto claimed = [](const StatusEvent& event) { return !event.provenance.claims.empty(); };
    if (std::ranges::any_of(events, claimed))
        part(h, words, "rivals", "instrument.rivals", "instrument.rivals_note", [&] {
            h.dl(cls("facts"), [&] {
                for (const StatusEvent& event : events)
                    if (claimed(event)) rivals(h, view, event);
            });
        });
    instrument_about(h, view);
}

}  // namespace

RecordParts instrument_parts() {
    return {.type = "instrument",
            .standing = standing,
            .parts = parts,
            .told = {"plain_language_summary", "objective", "key_elements", "expected_results", "involvement", "activities",
                     "results", "reports", "lead_departments", "form", "compendium_edition", "earlier_editions", "editions",
                     "lineage"},
            .told_of = {"status_event", "instrument"}};
}

}  // namespace comity::pages
