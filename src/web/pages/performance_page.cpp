#include "web/pages/performance_page.hpp"

#include <fmt/format.h>

#include "base/format.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/performance_parts.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/naming.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;
using insight::Figure;

void figure_formats(Html& h, const PerformanceView& view, const std::string& code) {
    const Language language = view.naming.language;
    h.p(cls("formats"), [&] {
        h.span(view.words("performance.figure_as"));
        for (const std::string_view format : site::route(site::Page::figure).formats) {
            if (format == "html") continue;
            h.write(" ");
            h.a(href(site::address(site::Page::figure, language, {{"figure", code}}, format, view.query)),
                type(*server::media_type(format)), "." + std::string(format));
        }
    });
}

void drawing(Html& h, const PerformanceView& view, Figure figure) {
    h.figure(cls("chart-frame"), [&] {
        // Drawn here from our own words and escaped names.
        for (const insight::Shape shape : {insight::Shape::broad, insight::Shape::tall})
            h.write(raw(insight::draw(view.found, figure, view.naming, shape, false)));
        const std::string key = "performance.reading." + std::string(insight::code(figure));
        h.figcaption(cls("small", "soft"), view.words(key.c_str()));
    });
}

void told(Html& h, const PerformanceView& view, Figure figure) {
    if (const std::string said = says(view, figure); !said.empty()) h.p(cls("lead"), said);
    drawing(h, view, figure);
    left_out_of(h, view, figure);
}

void section(Html& h, const PerformanceView& view, Figure figure) {
    const std::string code(insight::code(figure)), title = "performance.title." + code, note = "performance.note." + code;
    h.section(cls("part", "wide"), attr<"aria-labelledby">(code), [&] {
        h.header([&] {
            h.h2(id(code), view.words(title.c_str()));
            h.p(view.words(note.c_str()));
        });
        h.div(cls("text"), [&] {
            told(h, view, figure);
            h.details(cls("tally"), [&] {
                h.summary(view.words("performance.table"));
                figure_table(h, view, figure, Rows::of_all);
            });
            if (tells_groups(figure))
                h.p([&] {
                    h.a(href(site::address(site::Page::figure, view.naming.language, {{"figure", code}}, "html", view.query)),
                        view.words("performance.groups"));
                });
            figure_formats(h, view, code);
        });
    });
}

void method(Html& h, const PerformanceView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("method"), [&] {
        h.header([&] { h.h2(id("method"), view.words("performance.method")); });
        h.div(cls("text"), [&] {
            h.ul([&] {
                for (const char* key : {"performance.method.days", "performance.method.known", "performance.method.running",
                                        "performance.method.intervals", "performance.method.checked"})
                    h.li(view.words(key));
            });
            h.p([&] { h.a(href(site::address(site::Page::record, view.naming.language)), view.words("nav.record")); });
        });
    });
}

// What both pages have in common: the retrospective of the day, and a page around what is told of it.
using Content = std::function<void(Html&, const PerformanceView&, const Frame&)>;

server::Response page(const site::Site& site, const server::Request& request, Frame frame, const Content& content) {
    const Language language = frame.language;
    const auto kept = site.retrospective(site::day_of(site, request));
    const insight::Retrospective& found = *kept;
    const insight::Naming naming{
        language, [&](std::string_view list, std::string_view code) { return site::name_of(site, list, code, language); }};
    PerformanceView view{site, found, naming, Words(language), {}};
    if (site::names_a_day(request)) view.query.push_back({"on", base::to_string(found.on)});
    frame.query = view.query;
    frame.stylesheet = "insight.css";
    return {.body = document(site, frame, [&](Html& h) { content(h, view, frame); }), .caching = server::Caching::by_stamp};
}

void title(Html& h, const PerformanceView& view, const Frame& frame, std::string_view lead) {
    h.div(cls("title"), [&] {
        trail(h, frame);
        h.h1(frame.title);
        h.p(cls("lead"), lead);
    });
    if (!view.query.empty()) day_notice(h, view.site, frame, view.found.on);
}

std::vector<Crumb> above(Language language) {
    const Words words(language);
    return {{site::address(site::Page::home, language), std::string(words("nav.home"))},
            {site::address(site::Page::submissions, language), std::string(words("nav.submissions"))}};
}

}  // namespace

server::Response performance_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const Words words(match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::performance,
                      .title = std::string(words("performance.title")),
                      .description = std::string(words("performance.description")),
                      .trail = above(match.language)};
    return page(site, request, frame, [](Html& h, const PerformanceView& view, const Frame& around) {
        title(h, view, around,
              view.words.plural("performance.lead", static_cast<std::int64_t>(view.found.cases.size()),
                                {{"day", base::date(around.language, view.found.on)}}));
        h.nav(cls("contents"), aria_label(view.words("performance.contents")), [&] {
            h.ul(cls("plain"), [&] {
                for (const Figure figure : insight::figures) {
                    const std::string code(insight::code(figure)), key = "performance.title." + code;
                    h.li([&] { h.a(href("#", code), view.words(key.c_str())); });
                }
                h.li([&] { h.a(href("#method"), view.words("performance.method")); });
            });
        });
        formats(h, around, view.words("performance.as"));
        for (const Figure figure : insight::figures) section(h, view, figure);
        method(h, view);
    });
}

server::Response figure_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const auto figure = insight::figure_from(match["figure"]);
    if (!figure)
        throw server::HttpError{404, "no_figure", fmt::format("there is no figure \"{}\"", match["figure"].substr(0, 60))};
    const Words words(match.language);
    const std::string code(insight::code(*figure)), name = "performance.title." + code, note = "performance.note." + code;
    Frame frame{.language = match.language,
                .page = site::Page::figure,
                .captured = match.captured,
                .title = std::string(words(name.c_str())),
                .description = std::string(words(note.c_str())),
                .trail = above(match.language),
                .indexed = false};  // the page of all of them is where a search should lead
    frame.trail.push_back({site::address(site::Page::performance, match.language), std::string(words("performance.title"))});
    return page(site, request, frame, [&](Html& h, const PerformanceView& view, const Frame& around) {
        title(h, view, around, around.description);
        h.section(cls("part", "wide"), attr<"aria-labelledby">("table"), [&] {
            h.header([&] { h.h2(id("table"), view.words("performance.table")); });
            h.div(cls("text"), [&] {
                told(h, view, *figure);
                figure_table(h, view, *figure, Rows::every);
                formats(h, around, view.words("performance.figure_as"));
            });
        });
    });
}

}  // namespace comity::pages
