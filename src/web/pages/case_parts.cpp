#include "web/pages/case_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "law/clock_name.hpp"
#include "law/clock_words.hpp"
#include "law/provision.hpp"
#include "law/publicity.hpp"
#include "record/codec.hpp"
#include "web/pages/clock_proof.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/sources.hpp"
#include "web/pages/status_words.hpp"
#include "web/site/calculation.hpp"

namespace comity::pages {

namespace {

using namespace html;

void clock_link(Html& h, const CaseView& view, const law::Clock& clock) {
    h.a(href("#" + clock_anchor(view, clock)), base::shown(clock.step->name, view.language).text);
    if (clock.due)
        h.write(view.words("list.between"), view.words("docket.due", {{"due", base::short_date(view.language, *clock.due)}}));
    h.span(cls("under"), [&] {
        const std::string text = clock_text(clock, view.on.on, view.known_to(), view.words);
        if (clock_class(clock, view.known_to()) == "late")
            h.span(cls("state", "late"), [&] { h.span(text); });
        else
            h.write(text);
    });
}

// What stands under an event's name: its provision, when its document is dated, what the sources note of it, how sure it is.
void under_event(Html& h, const CaseView& view, int index) {
    const registry::DocketEvent& event = view.on.of->events[static_cast<std::size_t>(index)];
    h.span(cls("under"), [&] {
        bool first = true;
        const auto dot = [&] {
            if (!first) h.write(" · ");
            first = false;
        };
        if (!event.provision.empty()) {
            dot();
            h.write(law::cited(view.words, event.provision));
        }
        if (event.document_date) {
            dot();
            h.write(view.words("docket.document_dated", {{"date", base::short_date(view.language, *event.document_date)}}));
        }
        if (const law::Publicity of = law::publicity(view.evaluation(), view.on.events, index); of.delay && of.from) {
            dot();
            h.write(view.words("docket.public_from", {{"date", base::short_date(view.language, base::Date(*of.from))}}));
        }
        if (!event.note.empty()) {
            dot();
            record_text(h, event.note, view.language);
        }
        if (event.provenance.confidence != record::Confidence::sourced) {
            h.write(" ");
            confidence_mark(h, view.words, record::code_of(event.provenance.confidence));
        }
    });
}

void docket_row(Html& h, const CaseView& view, int index) {
    const law::Event& event = view.on.events[static_cast<std::size_t>(index)];
    const registry::DocketEvent& told = view.on.of->events[static_cast<std::size_t>(index)];
    h.tr([&] {
        h.td(cls("date"), [&] {
            if (event.date)
                time_short(h, view.language, *event.date);
            else
                h.write(view.words("case.date_unknown"));
        });
        h.th(scope("row"), cls("name"), [&] {
            h.write(event_name(view, event.type));
            under_event(h, view, index);
            if (!told.provenance.claims.empty()) claims(h, view.words, registry::DocketEvent::type(), told.provenance.claims);
        });
        const int type = law::event_type(*view.on.mechanism, event.type);
        const std::string_view actor =
            type < 0 ? std::string_view() : view.on.mechanism->event_types[static_cast<std::size_t>(type)].actor;
        h.td(attr<"data-label">(view.words("docket.by")), actor.empty() ? std::string() : actor_of(view, actor));
        h.td(attr<"data-label">(view.words("docket.starts_short")), [&] {
            for (const law::Clock& clock : view.evaluation().clocks)
                if (clock.opened_by.event == index && clock.opened_by.type == event.type)
                    h.div([&] { clock_link(h, view, clock); });
        });
    });
}

std::string individuals_text(const CaseView& view, const registry::Filer& filer) {
    if (!filer.count) return std::string(view.words(filer.confidential ? "filer.confidential" : "filer.individuals_unknown"));
    return view.words.plural(filer.confidential ? "filer.confidential_n" : "filer.individuals", *filer.count);
}

void filers(Html& h, const CaseView& view) {
    if (view.on.of->filers.empty()) {
        h.p(view.words("case.not_known"));
        return;
    }
    for (const registry::Filer& filer : view.on.of->filers) {
        if (filer.kind == registry::FilerKind::individuals)
            h.p(individuals_text(view, filer));
        else if (filer.name.empty())
            h.p(view.words("filer.confidential"));
        else
            h.p(filer.name);
    }
}

void laws(Html& h, const CaseView& view) {
    for (const registry::Law& law : view.submission().laws)
        h.p([&] {
            h.cite(lang_of(law.name, view.language), base::shown(law.name, view.language).text);
            if (!law.citation.empty()) h.write(", ", law.citation);
        });
}

void case_link(Html& h, const CaseView& view, const std::string& id) {
    h.p([&] { h.a(href(site::address(site::Page::submission, view.language, {{"id", id}})), id); });
}

// The later submissions that file this one again.
std::vector<std::string> repeated_by(const CaseView& view) {
    std::vector<std::string> ids;
    for (const registry::Standing& standing : view.site.docket_on(view.on.on)->standings)
        if (const auto& of = standing.of->submission; of.repeats && of.repeats->id == view.submission().id) ids.push_back(of.id);
    return ids;
}

void not_known(Html& h, const CaseView& view) {
    for (const law::Finding& finding : view.evaluation().findings)
        h.p(base::shown(law::describe(*view.on.mechanism, view.on.events, finding), view.language).text);
}

// A running clock leads to the calculator, which says what it leads to.
void what_comes_next(Html& h, const CaseView& view, const law::Clock& clock) {
    if (!clock.running() || !clock.opened_by.date || !clock.opened_by.date->day()) return;
    server::Parameters query{{"mechanism", view.on.mechanism->id},
                             {"step", site::step_value(*view.on.mechanism, *clock.step, clock.opened_by.type)},
                             {"date", base::to_string(*clock.opened_by.date)}};
    const auto filed = registry::filed(view.on);
    if (filed && filed->day()) query.push_back({"filed", base::to_string(*filed)});
    if (!clock.party.empty()) query.push_back({"party", std::string(clock.party)});
    if (clock.extended) query.push_back({"extended", clock.step->id});
    h.p(cls("unprinted"), [&] {
        h.a(href(site::address(site::Page::calculator, view.language, {}, "", query)), view.words("calculator.from_case"));
    });
}

void documents(Html& h, const CaseView& view, const std::vector<const registry::Document*>& there) {
    for (const registry::Document* one : there)
        h.p([&] {
            const registry::Document& document = *one;
            if (document.url.empty())
                record_text(h, document.title, view.language);
            else
                h.a(href(document.url), lang_of(document.title, view.language), base::shown(document.title, view.language).text);
            if (document.date) h.write(", ", base::short_date(view.language, *document.date));
            h.write(" ", [&] { h.span(cls("small", "soft"), site::label("case-document-kinds", document.kind, view.language)); });
        });
}

}  // namespace

std::string event_name(const CaseView& view, std::string_view type) {
    return law::event_name(*view.on.mechanism, type, view.words);
}

std::string clock_anchor(const CaseView& view, const law::Clock& clock) {
    return "clock-" + law::clock_name(view.evaluation(), clock);
}

std::string clock_address(const CaseView& view, const law::Clock& clock) {
    const std::string step = clock_anchor(view, clock).substr(std::string_view("clock-").size());
    return site::address(site::Page::clock, view.language, {{"id", view.submission().id}, {"step", step}}, "", view.days);
}

std::string actor_of(const CaseView& view, std::string_view actor) {
    return site::actor_name(view.site, *view.on.of, *view.on.mechanism, actor, view.language);
}

void docket_table(Html& h, const CaseView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("docket"), [&] {
        h.header([&] {
            h.h2(id("docket"), view.words("docket.title"));
            h.p(view.words("docket.note"));
        });
        h.div(cls("text"), [&] {
            h.table(cls("ledger"), [&] {
                h.caption(cls("unseen"), view.words("docket.caption", {{"id", view.submission().id},
                                                                       {"day", base::date(view.language, view.on.on)}}));
                h.thead([&] {
                    h.tr([&] {
                        for (const char* key : {"docket.date", "docket.event", "docket.by", "docket.starts"})
                            h.th(scope("col"), view.words(key));
                    });
                });
                h.tbody([&] {
                    for (int index : view.evaluation().order) docket_row(h, view, index);
                });
            });
        });
    });
}

void proof_to_take_away(Html& h, const CaseView& view, const law::Clock& clock) {
    const server::Parameters captured{{"id", view.submission().id}, {"clock", law::clock_name(view.evaluation(), clock)}};
    h.p(cls("small"), view.words("proof.take_away_note"), " ", [&] {
        h.a(href(site::address(site::Page::proof, view.language, captured, "", view.days)), type("application/json"),
            view.words("proof.take_away"));
    });
}

// The clock that runs now stands first, then the newest.
void clocks(Html& h, const CaseView& view) {
    std::vector<const law::Clock*> order;
    for (const law::Clock& clock : view.evaluation().clocks) order.push_back(&clock);
    std::ranges::reverse(order);
    std::ranges::stable_partition(order, [](const law::Clock* clock) { return clock->running(); });
    h.section(cls("part"), attr<"aria-labelledby">("clocks"), [&] {
        h.header([&] {
            h.h2(id("clocks"), view.words("clocks.title"));
            h.p(view.words("clocks.note"));
        });
        h.div(cls("text"), [&] {
            if (order.empty()) h.p(view.words("clocks.none"));
            h.div(cls("clocks"), [&] {
                for (const law::Clock* clock : order)
                    h.details(cls("clock"), id(clock_anchor(view, *clock)), [&] {
                        h.summary([&] {
                            h.span(cls("name"), [&] {
                                h.write(base::shown(clock->step->name, view.language).text);
                                h.span(cls("limit"), actor_of(view, clock->step->actor), " · ",
                                       limit_text(clock->limit, view.words));
                            });
                            h.span([&] {
                                if (clock->due)
                                    h.write(view.words("docket.due", {{"due", base::short_date(view.language, *clock->due)}}));
                                else
                                    h.write(view.words("clocks.no_due"));
                            });
                            h.span(cls("state", clock_class(*clock, view.known_to())),
                                   [&] { h.span(clock_text(*clock, view.on.on, view.known_to(), view.words)); });
                        });
                        clock_proof(h, view, *clock);
                        proof_to_take_away(h, view, *clock);
                        what_comes_next(h, view, *clock);
                        h.p(cls("small"), [&] { h.a(href(clock_address(view, *clock)), view.words("clock_page.own")); });
                    });
            });
        });
    });
}

void facts(Html& h, const CaseView& view) {
    const registry::Submission& submission = view.submission();
    const auto row = [&](const char* key, const std::function<void()>& say) {
        h.div([&] {
            h.dt(view.words(key));
            h.dd([&] { say(); });
        });
    };
    h.section(cls("part"), attr<"aria-labelledby">("facts"), [&] {
        h.header([&] { h.h2(id("facts"), view.words("facts.title")); });
        h.div(cls("text"), [&] {
            h.dl(cls("facts"), [&] {
                row("facts.submitters", [&] { filers(h, view); });
                if (!submission.laws.empty()) row("facts.laws", [&] { laws(h, view); });
                if (submission.repeats) row("facts.repeats", [&] { case_link(h, view, submission.repeats->id); });
                if (const auto again = repeated_by(view); !again.empty())
                    row("facts.repeated_by", [&] {
                        for (const std::string& id : again) case_link(h, view, id);
                    });
                row("facts.matters", [&] {
                    std::vector<std::string> matters;
                    for (const std::string& matter : submission.matters)
                        matters.emplace_back(site::label("matters", matter, view.language));
                    h.p(base::list_of(view.language, matters));
                });
                if (submission.place) row("facts.place", [&] { place_shown(h, view.words, *submission.place); });
                if (const auto there = registry::documents_on(view.on); !there.empty())
                    row("facts.documents", [&] { documents(h, view, there); });
                if (!view.evaluation().findings.empty()) row("facts.not_known", [&] { not_known(h, view); });
                if (!submission.provenance.claims.empty())
                    row("facts.claims",
                        [&] { claims(h, view.words, registry::Submission::type(), submission.provenance.claims); });
                row("facts.as_of", [&] { h.p(base::date(view.language, submission.as_of)); });
                row("facts.confidence", [&] {
                    h.p([&] {
                        if (submission.provenance.confidence == record::Confidence::sourced)
                            h.write(view.words("confidence.sourced_note"));
                        confidence_mark(h, view.words, record::code_of(submission.provenance.confidence));
                    });
                    if (!submission.provenance.note.empty()) h.p(cls("small", "soft"), lang("en"), submission.provenance.note);
                });
                row("facts.sources", [&] { source_links(h, submission.provenance.sources); });
            });
        });
    });
}

}  // namespace comity::pages
