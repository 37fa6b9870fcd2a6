#include "web/pages/performance_page.hpp"

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

void section(Html& h, const PerformanceView& view, Figure figure) {
    const std::string code(insight::code(figure)), title = "performance.title." + code, note = "performance.note." + code;
    h.section(cls("part", "wide"), attr<"aria-labelledby">(code), [&] {
        h.header([&] {
            h.h2(id(code), view.words(title.c_str()));
            h.p(view.words(note.c_str()));
        });
        h.div(cls("text"), [&] {
            if (const std::string said = says(view, figure); !said.empty()) h.p(cls("lead"), said);
            drawing(h, view, figure);
            left_out_of(h, view, figure);
            h.details(cls("tally"), [&] {
                h.summary(view.words("performance.table"));
                figure_table(h, view, figure);
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

}  // namespace

server::Response performance_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const Language language = match.language;
    const Words words(language);
    const insight::Retrospective found = insight::retrospect(site.docket(), site.law(), site::day_of(site, request));
    const insight::Naming naming{
        language, [&](std::string_view list, std::string_view code) { return site::name_of(site, list, code, language); }};
    PerformanceView view{site, found, naming, words, {}};
    if (site::names_a_day(request)) view.query.push_back({"on", base::to_string(found.on)});
    const Frame frame{.language = language,
                      .page = site::Page::performance,
                      .query = view.query,
                      .title = std::string(words("performance.title")),
                      .description = std::string(words("performance.description")),
                      .trail = {{site::address(site::Page::home, language), std::string(words("nav.home"))},
                                {site::address(site::Page::submissions, language), std::string(words("nav.submissions"))}},
                      .stylesheet = "insight.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), words.plural("performance.lead", static_cast<std::int64_t>(found.cases.size()),
                                          {{"day", base::date(language, found.on)}}));
        });
        if (!view.query.empty()) day_notice(h, site, frame, found.on);
        h.nav(cls("contents"), aria_label(words("performance.contents")), [&] {
            h.ul(cls("plain"), [&] {
                for (const Figure figure : insight::figures) {
                    const std::string code(insight::code(figure)), title = "performance.title." + code;
                    h.li([&] { h.a(href("#", code), words(title.c_str())); });
                }
                h.li([&] { h.a(href("#method"), words("performance.method")); });
            });
        });
        formats(h, frame, words("performance.as"));
        for (const Figure figure : insight::figures) section(h, view, figure);
        method(h, view);
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
