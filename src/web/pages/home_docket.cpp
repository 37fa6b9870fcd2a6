#include <algorithm>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "web/pages/home_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"
#include "web/site/routes.hpp"

namespace comity::pages {

namespace {

using namespace html;
using registry::Standing;

constexpr std::size_t next_shown = 7, events_shown = 5, steps_shown = 4;

struct Happened {
    const registry::Case* of;
    const registry::DocketEvent* event;
    const law::Mechanism* mechanism;
};

// What happened last on the docket until today, newest first, one event a case.
std::vector<Happened> latest(const ValueView& view, const registry::DocketOn& docket) {
    const base::Day today = view.site.today();
    std::vector<Happened> out;
    for (const Standing& standing : docket.standings) {
        const registry::DocketEvent* last = nullptr;
        for (const registry::DocketEvent& event : standing.of->events)
            if (event.date && event.date->first() <= today && (!last || *last->date <= *event.date)) last = &event;
        if (last) out.push_back({standing.of, last, standing.mechanism});
    }
    const auto shown = out.begin() + static_cast<std::ptrdiff_t>(std::min(out.size(), events_shown));
    std::ranges::partial_sort(out, shown, [](const Happened& a, const Happened& b) {
        const auto order = *b.event->date <=> *a.event->date;
        return order != 0 ? order < 0 : a.of->submission.id < b.of->submission.id;
    });
    out.erase(shown, out.end());
    return out;
}

// The open cases that are due first, then those without a due date, newest first.
std::vector<const Standing*> due_first(const registry::DocketOn& docket) {
    std::vector<const Standing*> open;
    for (const Standing& standing : docket.standings)
        if (standing.status == registry::Status::open) open.push_back(&standing);
    const auto shown = open.begin() + static_cast<std::ptrdiff_t>(std::min(open.size(), next_shown));
    std::ranges::partial_sort(open, shown, [](const Standing* a, const Standing* b) {
        if (a->due != b->due) return a->due && (!b->due || *a->due < *b->due);
        if (!a->due && a->filed != b->filed) return b->filed < a->filed;
        return a->of->submission.id < b->of->submission.id;
    });
    open.erase(shown, open.end());
    return open;
}

void case_link(Html& h, const ValueView& view, const registry::Submission& submission) {
    h.a(href(site::address(site::Page::submission, view.language, {{"id", submission.id}})),
        lang_of(submission.title, view.language), base::shown(submission.title, view.language).text);
}

void running(Html& h, const ValueView& view, const registry::DocketOn& docket) {
    const std::vector<const Standing*> open = due_first(docket);
    if (open.empty()) {
        h.p(view.words("home.none_open"));
        return;
    }
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words("home.open"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"list.submission", "list.status", "list.filed"}) h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (const Standing* standing : open)
                h.tr([&] {
                    h.th(scope("row"), cls("name"), [&] {
                        case_link(h, view, standing->of->submission);
                        h.span(cls("under", "id"), standing->of->submission.id);
                    });
                    h.td(attr<"data-label">(view.words("list.status_short")), [&] {
                        h.span(cls("state", state_class(*standing)),
                               [&] { h.span(status_text(view.site, *standing, view.language)); });
                    });
                    h.td(cls("date"), attr<"data-label">(view.words("list.filed")), [&] {
                        if (standing->filed) time_short(h, view.language, *standing->filed);
                    });
                });
        });
    });
}

void newest(Html& h, const ValueView& view, const std::vector<Happened>& events) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words("home.newest"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"docket.date", "docket.event", "facet.party"}) h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (const auto& [of, event, mechanism] : events)
                h.tr([&] {
                    h.td(cls("date"), [&] { time_short(h, view.language, *event->date); });
                    h.th(scope("row"), cls("name"), [&] {
                        case_link(h, view, of->submission);
                        h.span(cls("under"), law::event_name(*mechanism, event->event, view.words), " · ",
                               [&] { h.span(cls("id"), of->submission.id); });
                    });
                    h.td(attr<"data-label">(view.words("facet.party")), [&] {
                        std::vector<std::string> names;
                        for (const std::string& party : of->submission.parties)
                            names.emplace_back(site::party_name(view.site, party, view.language));
                        h.write(base::list_of(view.language, names));
                    });
                });
        });
    });
}

// The case in which something happened last: what, when, and how it came there.
void spotlight(Html& h, const ValueView& view, const Happened& last) {
    const auto& [of, event, mechanism] = last;
    std::vector<const registry::DocketEvent*> told;
    for (const registry::DocketEvent& each : of->events)
        if (each.date && each.date->first() <= view.site.today()) told.push_back(&each);
    const std::size_t first = told.size() > steps_shown ? told.size() - steps_shown : 0;
    h.section(cls("part"), attr<"data-section">("docket"), attr<"aria-labelledby">("spotlight"), [&] {
        h.header([&] {
            h.h2(id("spotlight"), view.words("home.spotlight"));
            h.p(view.words("home.on_the_docket", {{"date", base::date(view.language, *event->date)}}));
        });
        h.div(cls("columns"), [&] {
            h.article(cls("stack", "tight"), [&] {
                h.p(cls("kicker"), law::event_name(*mechanism, event->event, view.words));
                h.h3([&] { case_link(h, view, of->submission); });
                h.p([&] { record_text(h, of->submission.summary, view.language); });
            });
            h.ol(cls("path"), aria_label(view.words("home.course", {{"id", of->submission.id}})), [&] {
                for (std::size_t i = first; i < told.size(); ++i)
                    h.li([&] {
                        time_short(h, view.language, *told[i]->date);
                        h.write(" ", law::event_name(*mechanism, told[i]->event, view.words));
                    });
            });
        });
    });
}

}  // namespace

void home_docket(Html& h, const ValueView& view) {
    const auto docket = view.site.docket_on(view.site.today());
    const std::vector<Happened> events = latest(view, *docket);
    if (!events.empty()) spotlight(h, view, events.front());
    h.section(cls("part"), attr<"data-section">("docket"), attr<"aria-labelledby">("open"), [&] {
        h.header([&] {
            h.h2(id("open"), view.words("home.open"));
            h.p(view.words("home.open_note"));
        });
        h.div(cls("text"), [&] {
            running(h, view, *docket);
            h.p(cls("more"), [&] {
                h.a(href(site::address(site::Page::submissions, view.language)),
                    view.words.plural("home.all", static_cast<std::int64_t>(docket->standings.size())));
            });
            h.p(cls("more"),
                [&] { h.a(href(site::address(site::Page::how_to_file, view.language)), view.words("filing.title")); });
        });
    });
    h.section(cls("part"), attr<"data-section">("docket"), attr<"aria-labelledby">("newest"), [&] {
        h.header([&] { h.h2(id("newest"), view.words("home.newest")); });
        h.div(cls("text"), [&] {
            newest(h, view, events);
            h.p(cls("more"),
                [&] { h.a(href(site::address(site::Page::performance, view.language)), view.words("home.performance")); });
        });
    });
}

}  // namespace comity::pages
