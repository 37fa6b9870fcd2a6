#include "web/pages/translations_page.hpp"

#include "base/format.hpp"
#include "insight/coverage.hpp"
#include "insight/plots.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Language;
using base::Words;
using insight::Coverage;

std::string type_name(const Words& words, const Coverage& of) {
    const std::string key = of.type ? "type." + std::string(of.type->name) : "coverage.all";
    return std::string(words(key.c_str()));
}

// The share up to date, and under it what it is made of.
void language_cell(Html& h, const Words& words, const Coverage& of, Language language) {
    h.td(attr<"data-label">(Words(language)("language.name")), [&] {
        if (of.texts == 0) return h.write("–");
        const insight::LanguageCount& count = of[language];
        h.write(insight::percent_text(words, of.share(language)));
        std::vector<std::string> parts;
        const auto add = [&](const char* key, std::int64_t n) {
            if (n > 0) parts.push_back(words.plural(key, n));
        };
        add("coverage.originals", count.original);
        add("coverage.translated", count.translated);
        add("coverage.stale", count.stale);
        add("coverage.missing", count.missing);
        h.span(cls("under"), base::list_of(words.language(), parts));
    });
}

void row(Html& h, const site::Site& site, const Words& words, const Coverage& of) {
    h.tr([&] {
        h.th(scope("row"), cls("name"), type_name(words, of));
        h.td(attr<"data-label">(words("coverage.column.records")), base::format_number(words.language(), of.records));
        h.td(attr<"data-label">(words("coverage.column.texts")), base::format_number(words.language(), of.texts));
        for (const Language language : site.languages()) language_cell(h, words, of, language);
    });
}

void table(Html& h, const site::Site& site, const Words& words, const std::vector<Coverage>& types, const Coverage& all) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("coverage.by_type"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"coverage.column.type", "coverage.column.records", "coverage.column.texts"})
                    h.th(scope("col"), words(key));
                for (const Language language : site.languages())
                    h.th(scope("col"), lang(base::code(language)), Words(language)("language.name"));
            });
        });
        h.tbody([&] {
            row(h, site, words, all);
            for (const Coverage& of : types) row(h, site, words, of);
        });
    });
}

}  // namespace

server::Response translations_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const Words words(match.language);
    const auto covered = site.covered();
    const std::vector<Coverage>& types = covered->types;
    const Coverage all = insight::total(types);
    const Frame frame{.language = match.language,
                      .page = site::Page::translations,
                      .title = std::string(words("coverage.title")),
                      .description = std::string(words("coverage.description")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                                {site::address(site::Page::record, match.language), std::string(words("nav.record"))}},
                      .stylesheet = "insight.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), words.plural("coverage.lead", all.texts));
        });
        h.section(cls("part", "wide"), attr<"aria-labelledby">("languages"), [&] {
            h.header([&] {
                h.h2(id("languages"), words("coverage.drawing"));
                h.p(words("coverage.what_is_shown"));
            });
            h.div(cls("text"), [&] {
                h.figure(cls("chart-frame"), [&] {
                    // Drawn here from our own words and numbers.
                    for (const insight::Shape shape : {insight::Shape::broad, insight::Shape::tall})
                        h.write(raw(insight::draw(all, site.languages(), words, shape)));
                    h.figcaption(cls("small", "soft"), words("coverage.reading"));
                });
            });
        });
        h.section(cls("part", "wide"), attr<"aria-labelledby">("types"), [&] {
            h.header([&] {
                h.h2(id("types"), words("coverage.by_type"));
                h.p(words("coverage.counted"));
            });
            h.div(cls("text"), [&] { table(h, site, words, types, all); });
        });
        formats(h, frame, words("coverage.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
