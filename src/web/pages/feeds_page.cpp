#include "web/pages/feeds_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;

struct Offer {
    site::Page page;
    std::string name;
    server::Parameters query = {};
};

bool offers(std::string_view format, site::Page page) {
    return std::ranges::find(site::route(page).formats, format) != site::route(page).formats.end();
}

// Every list, and the pages beside them, that answers in the format.
std::vector<Offer> all_in(const site::Site& site, const Words& words, std::string_view format) {
    std::vector<Offer> found;
    const auto add = [&](site::Page page, std::string_view name) {
        if (site.offers(page) && offers(format, page)) found.push_back({page, std::string(name)});
    };
    for (const collections::Collection& collection : collections::all()) {
        const site::Page list = site::shown(collection.type->name)->list;
        const std::string key = fmt::format("collection.{}.title", collection.type->collection);
        add(list, list == site::Page::submissions ? words("list.title") : words(key.c_str()));
    }
    add(site::Page::consultations, words("consultations.title"));
    return found;
}

// The address in full, to be copied into a reader or a calendar program.
void table(Html& h, const site::Site& site, const Words& words, std::string_view format, const char* caption) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words(caption));
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), words("list.name"));
                h.th(scope("col"), words("feeds.address"));
            });
        });
        h.tbody([&] {
            for (const Offer& offer : all_in(site, words, format))
                h.tr([&] {
                    h.th(scope("row"), cls("name"), [&] { h.a(href(site::address(offer.page, words.language())), offer.name); });
                    const std::string address = site::address(offer.page, words.language(), {}, format);
                    h.td(attr<"data-label">(words("feeds.address")),
                         [&] { h.a(href(address), type(*server::media_type(format)), [&] { h.code(site.origin(), address); }); });
                });
        });
    });
}

// A saved search, shown on a list that the body has: the address of the page, and what it becomes.
void saved_search(Html& h, const site::Site& site, const Words& words) {
    const bool docket = site.offers(site::Page::submissions);
    const site::Page page = docket ? site::Page::submissions : site::Page::news;
    const server::Parameters query = docket ? server::Parameters{{"status", "open"}} : server::Parameters{{"open", "open"}};
    const auto line = [&](std::string_view format) {
        const std::string address = site::address(page, words.language(), {}, format, query);
        h.li([&] { h.a(href(address), [&] { h.code(site.origin(), address); }); });
    };
    part(h, words, "saved", "feeds.saved", "feeds.saved_note", [&] {
        h.p(words("feeds.saved_how"));
        h.ul([&] {
            line("");
            line("atom");
            if (offers("json", page)) line("json");
        });
    });
}

}  // namespace

server::Response feeds_page(const site::Site& site, const server::Match& match) {
    const Words words(match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::feeds,
                      .title = std::string(words("feeds.title")),
                      .description = std::string(words("feeds.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))},
                                {site::address(site::Page::data, match.language), std::string(words("data.title"))}},
                      .section = collections::Section::body};
    const auto content = [&](Html& h) {
        title_band(h, frame);
        saved_search(h, site, words);
        part(h, words, "feeds", "feeds.feeds", "feeds.feeds_note", [&] { table(h, site, words, "atom", "feeds.feeds"); });
        part(h, words, "calendars", "feeds.calendars", "feeds.calendars_note", [&] {
            table(h, site, words, "ics", "feeds.calendars");
            if (site.offers(site::Page::submission)) h.p(words("feeds.case_calendars"));
        });
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
