#include "web/pages/interface_page.hpp"

#include <fmt/format.h>

#include "web/pages/layout.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/examples.hpp"
#include "web/site/sections.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;
using site::Row;

struct View {
    const site::Site& site;
    const Words& words;
    base::Language language;
};

// What the address is in the reader's language, with its {name} segments.
std::string_view path_in(const Row& row, base::Language language) {
    for (const std::string_view path : row.route.paths)
        if (path.starts_with(fmt::format("/{}", base::code(language)))) return path;
    return row.route.paths.front();
}

// The route table is written in English.
void in_english(Html& h, const View& view, std::string_view text) {
    if (view.language == base::Language::en)
        h.write(text);
    else
        h.span(lang("en"), text);
}

void parameters(Html& h, const View& view, const Row& row, const std::optional<server::Parameters>& captured) {
    if (row.route.query.empty()) return;
    const std::string_view machine = row.route.formats.size() > 1 ? row.route.formats[1] : std::string_view();
    h.details([&] {
        h.summary(view.words.plural("interface.parameters", static_cast<std::int64_t>(row.route.query.size())));
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), path_in(row, view.language));
            h.thead([&] {
                h.tr([&] {
                    for (const char* key : {"interface.parameter", "interface.meaning", "interface.example"})
                        h.th(scope("col"), view.words(key));
                });
            });
            h.tbody([&] {
                for (const server::QueryParameter& parameter : row.route.query)
                    h.tr([&] {
                        h.th(scope("row"), cls("name"), [&] {
                            h.code(parameter.any_name ? "…" : parameter.name);
                            if (parameter.repeated) h.span(cls("under"), view.words("interface.repeated"));
                        });
                        h.td(attr<"data-label">(view.words("interface.meaning")),
                             [&] { in_english(h, view, parameter.summary); });
                        h.td(attr<"data-label">(view.words("interface.example")), [&] {
                            const auto example = captured ? site::example_of(view.site, row, parameter) : std::nullopt;
                            if (!example) return;
                            h.a(href(site::address(row.page, view.language, *captured, machine, {*example})),
                                [&] { h.code(fmt::format("{}={}", example->name, example->value)); });
                        });
                    });
            });
        });
    });
}

void address(Html& h, const View& view, const Row& row) {
    const auto captured = site::example_of(view.site, row);
    h.div(cls("stack", "tight"), [&] {
        h.h3([&] { h.code(path_in(row, view.language)); });
        h.p([&] { in_english(h, view, row.route.summary); });
        h.p([&] {
            h.write(view.words("interface.try"));
            if (!captured) {
                h.write(" ", view.words("interface.nothing_there"));
                return;
            }
            if (row.route.formats.empty()) {
                const std::string there = site::address(row.page, view.language, *captured);
                h.write(" ");
                h.a(href(there), there);
            }
            for (const std::string_view format : row.route.formats) {
                h.write(" ");
                h.a(href(site::address(row.page, view.language, *captured, format)), type(*server::media_type(format)), ".",
                    format);
            }
        });
        parameters(h, view, row, captured);
    });
}

void group(Html& h, const View& view, const char* anchor, std::string_view title,
           const std::function<bool(const Row&)>& belongs) {
    h.section(cls("part"), attr<"aria-labelledby">(anchor), [&] {
        h.header([&] { h.h2(id(anchor), title); });
        h.div(cls("text"), [&] {
            for (const Row& row : view.site.rows())
                if (belongs(row)) address(h, view, row);
        });
    });
}

bool is_part_of_pages(site::Page page) {
    return page == site::Page::asset || page == site::Page::font || page == site::Page::root;
}

void how(Html& h, const View& view) {
    h.section(cls("part"), attr<"aria-labelledby">("how"), [&] {
        h.header([&] { h.h2(id("how"), view.words("interface.how")); });
        h.div(cls("text", "reading"), [&] {
            h.ul([&] {
                for (const char* key : {"interface.formats", "interface.filters", "interface.cursors", "interface.fields",
                                        "interface.etag", "interface.errors", "interface.limits"})
                    h.li(view.words(key));
            });
            h.p([&] {
                h.a(href(site::address(site::Page::openapi, view.language)), type("application/json"),
                    view.words("colophon.openapi"));
            });
            if (view.language != base::Language::en) h.p(cls("small", "soft"), view.words("interface.english"));
        });
    });
}

}  // namespace

server::Response interface_page(const site::Site& site, const server::Match& match) {
    const Words words(match.language);
    const View view{site, words, match.language};
    const Frame frame{.language = match.language,
                      .page = site::Page::interface,
                      .title = std::string(words("interface.title")),
                      .description = std::string(words("interface.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                                {site::address(site::Page::data, match.language), std::string(words("data.title"))}},
                      .section = collections::Section::body};
    const auto content = [&](Html& h) {
        title_band(h, frame);
        how(h, view);
        group(h, view, "everything", words("interface.everything"),
              [](const Row& row) { return !site::section_of(row.page) && !is_part_of_pages(row.page); });
        for (const exchange::Section& section : site.profile().sections) {
            group(h, view, exchange::section_names[static_cast<std::size_t>(section.id)],
                  site::section_name(site.profile(), section.id, match.language),
                  [&](const Row& row) { return site::section_of(row.page) == section.id; });
        }
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
