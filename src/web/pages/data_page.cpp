#include "web/pages/data_page.hpp"

#include <fmt/format.h>

#include "base/format.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;
using collections::Collection;

void row(Html& h, const Words& words, const Collection& collection, std::size_t count) {
    const site::Shown& pages = *site::shown(collection.type->name);
    const std::string key = fmt::format("collection.{}.title", collection.type->collection);
    h.tr([&] {
        h.th(scope("row"), cls("name"), [&] {
            h.a(href(site::address(pages.list, words.language())),
                pages.list == site::Page::submissions ? words("list.title") : words(key.c_str()));
        });
        h.td(cls("num"), attr<"data-label">(words("data.records")),
             base::format_number(words.language(), static_cast<std::int64_t>(count)));
        h.td(attr<"data-label">(words("data.formats")), [&] {
            for (const std::string_view format : site::route(pages.list).formats) {
                if (format == "html") continue;
                h.a(href(site::address(pages.list, words.language(), {}, format)), type(*server::media_type(format)), ".",
                    format);
                h.write(" ");
            }
        });
        h.td(attr<"data-label">(words("data.fields")), [&] {
            h.a(href(site::address(site::Page::dictionary, words.language(), {{"type", std::string(collection.type->name)}})),
                type("text/csv"), words("data.dictionary"));
            if (pages.list == site::Page::submissions) return;
            h.write(" ");
            h.a(href(site::address(site::Page::dictionary, words.language(), {{"type", std::string(collection.type->name)}},
                                   "csvm")),
                type(*server::media_type("csvm")), words("data.dictionary_csvm"));
        });
    });
}

void lists(Html& h, const site::Site& site, const Words& words) {
    const auto shelves = site.shelves();
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words("data.lists"));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("list.name"));
                h.th(scope("col"), cls("num"), words("data.records"));
                h.th(scope("col"), words("data.formats"));
                h.th(scope("col"), words("data.fields"));
            });
        });
        h.tbody([&] {
            for (const Collection& collection : collections::all())
                if (site.offers(site::shown(collection.type->name)->list))
                    row(h, words, collection, shelves->of(collection).items.size());
        });
    });
}

}  // namespace

server::Response data_page(const site::Site& site, const server::Match& match) {
    const Words words(match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::data,
                      .title = std::string(words("data.title")),
                      .description = std::string(words("data.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))}},
                      .section = collections::Section::body};
    const auto content = [&](Html& h) {
        title_band(h, frame);
        part(h, words, "lists", "data.lists", "data.lists_note", [&] { lists(h, site, words); });
        part(h, words, "whole", "data.whole", nullptr, [&] {
            h.p(words("data.whole_note"));
            h.p([&] {
                h.a(href(site::address(site::Page::data, match.language, {}, "sqlite")), type(*server::media_type("sqlite")),
                    words("data.whole_get"));
            });
            if (!site.profile().license.empty())
                h.p([&] {
                    h.write(words("data.license"), " ");
                    h.a(rel("license"), href(site.profile().license), site.profile().license);
                });
        });
        part(h, words, "follow", "data.follow", nullptr, [&] {
            h.p(words("data.follow_note"));
            h.p(cls("more"), [&] { h.a(href(site::address(site::Page::feeds, match.language)), words("feeds.title")); });
        });
        part(h, words, "ask", "data.ask", nullptr, [&] {
            h.p(words("data.ask_note"));
            h.ul([&] {
                h.li([&] { h.a(href(site::address(site::Page::interface, match.language)), words("interface.title")); });
                h.li([&] { h.a(href(site::address(site::Page::openapi, match.language)), words("colophon.openapi")); });
                h.li([&] { h.a(href(site::address(site::Page::style, match.language)), words("style.title")); });
                h.li([&] {
                    h.a(href(site::address(site::Page::catalog, match.language)), type("application/ld+json"),
                        words("data.catalog"));
                });
            });
        });
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
