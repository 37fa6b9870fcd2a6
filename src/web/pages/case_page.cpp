#include "web/pages/case_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "law/provision.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;

void standing_entry(Html& h, std::string_view term, const std::function<void()>& answer, std::string_view more) {
    h.div([&] {
        h.dt(term);
        h.dd([&] { answer(); });
        if (!more.empty()) h.dd(more);
    });
}

// The clock that the strip tells of: that of the standing's turn.
const law::Clock* turn_clock(const CaseView& view, const registry::Standing& standing) {
    for (const law::Turn& turn : view.evaluation().turns)
        if (turn.step->id == standing.turn_step) {
            const law::Clock& clock = view.evaluation().clocks[static_cast<std::size_t>(turn.clock)];
            if (clock.due == standing.due) return &clock;
        }
    return nullptr;
}

void standing_strip(Html& h, const CaseView& view, const registry::Standing& standing) {
    const Words& words = view.words;
    const bool open = standing.status == registry::Status::open;
    h.dl(cls("standing"), [&] {
        const std::string_view status = open ? base::shown(view.evaluation().stage->name, view.language).text
                                        : standing.outcome.empty()
                                            ? words("status.ended_unknown")
                                            : outcome_name(view.site.law(), standing.outcome, view.language);
        std::string since;
        if (!open)
            since = standing.ended ? words("case.ended_on", {{"date", base::date(view.language, *standing.ended)}})
                                   : std::string(words("case.end_unknown"));
        standing_entry(h, words("facet.status"), [&] { h.write(status); }, since);
        if (open) {
            const law::Step* step = standing.turn_step.empty() ? nullptr : law::find_step(*view.on.mechanism, standing.turn_step);
            standing_entry(
                h, words("case.turn"),
                [&] { h.write(step ? actor_of(view, standing.turn_actor) : std::string(words("case.turn_nobody"))); },
                step ? base::shown(step->name, view.language).text : "");
            const law::Clock* clock = turn_clock(view, standing);
            standing_entry(
                h, words("case.due"),
                [&] {
                    if (clock && clock->due)
                        h.a(href("#" + clock_anchor(view, *clock)), base::weekday_date(view.language, *clock->due));
                    else
                        h.write(clock && clock->missing != law::Missing::nothing ? words("case.due_unknown")
                                                                                 : words("case.due_none"));
                },
                clock ? clock_text(*clock, view.on.on, view.known_to(), words) : "");
        }
        std::string parties;
        for (const std::string& party : view.submission().parties)
            parties += (parties.empty() ? "" : ", ") + std::string(site::party_name(view.site, party, view.language));
        const std::string filed =
            standing.filed ? base::short_date(view.language, *standing.filed) : std::string(words("case.end_unknown"));
        standing_entry(
            h, words("facet.party"), [&] { h.write(parties); },
            words("case.filed_under", {{"agreement", law::cited(words, view.on.mechanism->code)}, {"date", filed}}));
    });
}

void course_part(Html& h, const CaseView& view) {
    h.section(cls("part", "wide"), attr<"aria-labelledby">("course"), [&] {
        h.header([&] { h.h2(id("course"), view.words("case.course")); });
        h.figure(cls("timeline"), [&] {
            const TimelineDrawing drawing = timeline_of(view);
            h.div(cls("drawing"), [&] {
                h.div([&] {
                    broad(h, drawing);
                    tall(h, drawing);
                });
                const auto word = [&](const char* key) { return std::string(view.words(key)); };
                key(h, drawing,
                    {word("key.event"), word("key.used"), word("key.left"), word("key.due"), word("key.late"),
                     word("key.untimed"), word("key.vague")});
            });
            h.figcaption(view.words("case.course_note"));
        });
    });
}

void untranslated(Html& h, const CaseView& view) {
    const Language summary = base::shown(view.submission().summary, view.language).language;
    if (summary == view.language) return;
    h.p(cls("small"), [&] {
        h.span(cls("mark", "missing"), view.words("case.untranslated"));
        h.write(" ", view.words("case.untranslated_note", {{"language", view.words(summary == Language::en   ? "language.en"
                                                                                   : summary == Language::fr ? "language.fr"
                                                                                                             : "language.es")}}));
    });
}

}  // namespace

server::Response case_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    const CaseView view{site, asked.on, match.language, Words(match.language), site::days_asked(request)};
    const registry::Standing standing = registry::standing(asked.on);
    const registry::Submission& submission = view.submission();
    const std::string title(base::shown(submission.title, view.language).text);
    const server::Parameters query = site::days_asked(request);
    const Frame frame{
        .language = view.language,
        .page = site::Page::submission,
        .captured = {{"id", submission.id}},
        .query = query,
        .title = submission.id + " " + title,
        .description = submission.id + " " + title,
        .trail = {{site::address(site::Page::home, view.language), std::string(view.words("nav.home"))},
                  {site::address(site::Page::submissions, view.language), std::string(view.words("nav.submissions"))}}};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.p(cls("kicker", "id"), submission.id);
            h.h1(lang_of(submission.title, view.language), title);
            h.p(cls("lead"), lang_of(submission.summary, view.language), base::shown(submission.summary, view.language).text);
            untranslated(h, view);
            standing_strip(h, view, standing);
            if (standing.status == registry::Status::open && view.on.on > view.known_to())
                h.p(cls("small"), view.words("case.known_to", {{"date", base::date(view.language, submission.as_of)}}));
        });
        if (asked.known) known_notice(h, site, frame, *asked.known);
        if (site::names_a_day(request)) day_notice(h, site, frame, asked.on.on);
        course_part(h, view);
        docket_table(h, view);
        assertions(h, view);
        positions(h, view);
        clocks(h, view);
        facts(h, view);
        h.section(cls("part"), attr<"aria-labelledby">("machines"), [&] {
            h.header([&] { h.h2(id("machines"), view.words("case.machines")); });
            h.div(cls("text"), [&] {
                formats(h, frame, view.words("case.as"));
                h.p([&] {
                    h.a(href(site::address(site::Page::events, view.language, frame.captured, "csv")),
                        view.words("case.events_csv"));
                    h.write(" · ");
                    h.a(href(site::address(site::Page::events, view.language, frame.captured)), view.words("case.events_json"));
                });
                if (query.empty())
                    h.form(cls("as-of"), attr<"method">("get"),
                           attr<"action">(site::address(frame.page, view.language, frame.captured)), [&] {
                               h.label(label_for("on"), view.words("day.as_of"));
                               h.write(" ");
                               h.input(id("on"), html::name("on"), type("date"), html::value(base::to_string(asked.on.on)));
                               h.write(" ");
                               h.label(label_for("known"), view.words("known.as_known_on"));
                               h.write(" ");
                               h.input(id("known"), html::name("known"), type("date"),
                                       attr<"max">(base::to_string(site.today())));
                               h.write(" ");
                               h.button(view.words("day.show"));
                           });
            });
        });
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
