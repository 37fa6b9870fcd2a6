#include "web/pages/clock_page.hpp"

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "web/pages/case_parts.hpp"
#include "web/pages/clock_proof.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

namespace {

using namespace html;

void strip(Html& h, const CaseView& view, const law::Clock& clock) {
    const auto entry = [&](const char* term, std::string_view answer, std::string_view more) {
        h.div([&] {
            h.dt(view.words(term));
            h.dd(answer);
            if (!more.empty()) h.dd(more);
        });
    };
    h.dl(cls("standing"), [&] {
        entry("case.due", clock.due ? base::weekday_date(view.language, *clock.due) : std::string(view.words("clocks.no_due")),
              law::limit_text(clock.limit, view.words));
        entry("clock_page.state", law::clock_text(clock, view.on.on, view.known_to(), view.words),
              view.words("clock_page.on", {{"day", base::date(view.language, view.on.on)}}));
        entry("docket.by", site::actor_names(view.site, view.on, view.language)(clock.step->actor, clock.party), "");
    });
}

void proof(Html& h, const CaseView& view, const std::vector<const law::Clock*>& clocks, std::size_t at) {
    const law::Clock& clock = *clocks[at];
    const std::string anchor = clock_anchor(view, clock);
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] {
            const std::string n = std::to_string(at + 1), of = std::to_string(clocks.size());
            h.h2(id(anchor), clocks.size() == 1 ? std::string(view.words("clock_page.proof"))
                                                : view.words("clock_page.nth", {{"n", n}, {"of", of}}));
            if (at == 0) h.p(view.words("clock_page.note"));
        });
        h.div(cls("text"), [&] {
            if (clocks.size() > 1) strip(h, view, clock);
            clock_proof(h, view, clock);
        });
    });
}

void onward(Html& h, const CaseView& view, const law::Clock& clock, const Frame& frame) {
    const server::Parameters of_case{{"id", view.submission().id}}, of_law{{"id", view.on.mechanism->id}};
    h.section(cls("part"), attr<"aria-labelledby">("onward"), [&] {
        h.header([&] { h.h2(id("onward"), view.words("clock_page.onward")); });
        h.div(cls("text"), [&] {
            h.p([&] {
                h.a(href(site::address(site::Page::submission, view.language, of_case, "", frame.query), "#",
                         clock_anchor(view, clock)),
                    view.words("clock_page.case", {{"id", view.submission().id}}));
            });
            h.p([&] {
                h.a(href(site::address(site::Page::process, view.language, of_law), "#step-", clock.step->id),
                    view.words("clock_page.step"));
            });
            h.p([&] { h.a(href(site::address(site::Page::compare, view.language, of_law)), view.words("compare.link")); });
            formats(h, frame, view.words("clock_page.as"));
            const std::string address =
                view.site.origin() + site::address(site::Page::clock, view.language, frame.captured, "", frame.query);
            h.p(cls("small", "soft"), view.words("explain.address", {{"address", address}}));
        });
    });
}

}  // namespace

server::Response clock_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    const auto clocks = site::clocks_asked(asked.on, match["step"]);
    const CaseView view{site, asked.on, match.language, base::Words(match.language)};
    const law::Clock& first = *clocks.front();
    const registry::Submission& submission = view.submission();
    const std::string step(base::shown(first.step->name, view.language).text);
    // "review-2" is one clock of a step whose page is "review": its title carries the number.
    const std::string_view number = match["step"].substr(first.step->id.size());
    const server::Parameters query = site::days_asked(request);
    const Frame frame{
        .language = view.language,
        .page = site::Page::clock,
        .captured = match.captured,
        .query = query,
        .title = submission.id + " " + step + (number.empty() ? "" : " " + std::string(number.substr(1))),
        .description = std::string(view.words("clock_page.note")),
        .trail = {{site::address(site::Page::home, view.language), std::string(view.words("nav.home"))},
                  {site::address(site::Page::submissions, view.language), std::string(view.words("nav.submissions"))},
                  {site::address(site::Page::submission, view.language, {{"id", submission.id}}, "", query), submission.id}},
        .indexed = false,  // the case's page says the same, and is where a search should lead
        .stylesheet = "law.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.p(cls("kicker", "id"), submission.id);
            h.h1(step);
            h.p(cls("lead"), lang_of(submission.title, view.language), base::shown(submission.title, view.language).text);
            if (clocks.size() == 1) strip(h, view, first);
        });
        if (asked.known) known_notice(h, site, frame, *asked.known);
        if (site::names_a_day(request)) day_notice(h, site, frame, asked.on.on);
        for (std::size_t at = 0; at < clocks.size(); ++at) proof(h, view, clocks, at);
        onward(h, view, first, frame);
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
