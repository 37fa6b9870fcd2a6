#include "web/pages/home_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/status_words.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;
using registry::Standing;

constexpr std::size_t newest_shown = 5;

void rows(Html& h, const site::Site& site, Language language, const std::vector<const Standing*>& standings) {
    const Words words(language);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("home.open"));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("list.filed"));
                h.th(scope("col"), words("list.submission"));
                h.th(scope("col"), words("list.status"));
            });
        });
        h.tbody([&] {
            for (const Standing* standing : standings) {
                const registry::Submission& submission = standing->of->submission;
                h.tr([&] {
                    h.td(cls("date"), [&] {
                        if (standing->filed) time_short(h, language, *standing->filed);
                    });
                    h.th(scope("row"), cls("name"), [&] {
                        h.a(href(site::address(site::Page::submission, language, {{"id", submission.id}})),
                            lang_of(submission.title, language), base::shown(submission.title, language).text);
                        h.span(cls("under"), [&] { h.span(cls("id"), submission.id); });
                    });
                    h.td(attr<"data-label">(words("list.status_short")), [&] {
                        h.span(cls("state", state_class(*standing)), [&] { h.span(status_text(site, *standing, language)); });
                    });
                });
            }
        });
    });
}

}  // namespace

server::Response home_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const Words words(match.language);
    const auto docket = site.docket_on(site.today());
    std::vector<const Standing*> open, newest;
    for (const Standing& standing : docket->standings) {
        newest.push_back(&standing);
        if (standing.status == registry::Status::open) open.push_back(&standing);
    }
    std::ranges::stable_sort(open, [](const Standing* a, const Standing* b) {
        if (a->due.has_value() != b->due.has_value()) return a->due.has_value();
        return a->due && *a->due < *b->due;
    });
    std::ranges::stable_sort(newest, [](const Standing* a, const Standing* b) { return b->filed < a->filed; });
    newest.resize(std::min(newest.size(), newest_shown));
    const base::Shown lead = base::shown(site.profile().lead, match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::home,
                      .title = "",
                      .description = std::string(lead.text),
                      .section = collections::Section::body};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            h.h1(base::shown(site.profile().name, match.language).text);
            h.p(cls("lead"), lead.text);
        });
        if (!site.offers(site::Page::submissions)) return;
        h.section(cls("part"), attr<"aria-labelledby">("open"), [&] {
            h.header([&] {
                h.h2(id("open"), words("home.open"));
                h.p(words("home.open_note"));
            });
            h.div(cls("text"), [&] {
                if (open.empty())
                    h.p(words("home.none_open"));
                else
                    rows(h, site, match.language, open);
            });
        });
        h.section(cls("part"), attr<"aria-labelledby">("newest"), [&] {
            h.header([&] { h.h2(id("newest"), words("home.newest")); });
            h.div(cls("text"), [&] {
                rows(h, site, match.language, newest);
                h.p(cls("more"), [&] {
                    h.a(href(site::address(site::Page::submissions, match.language)),
                        words.plural("home.all", static_cast<std::int64_t>(docket->standings.size())));
                });
                h.p(cls("more"),
                    [&] { h.a(href(site::address(site::Page::performance, match.language)), words("home.performance")); });
            });
        });
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
