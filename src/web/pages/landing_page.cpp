#include "web/pages/landing_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "web/pages/landing_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/site/sections.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Collection;
using site::LandingPart;

// The collections of the section with how many records each has.
void contents(Html& h, const LandingView& view) {
    h.dl(cls("standing"), [&] {
        for (const Collection& collection : collections::all()) {
            const std::size_t count = view.landing.shelves->of(collection).items.size();
            if (site::section_of(collection.section) != view.landing.section || !count) continue;
            h.div([&] {
                const std::string title = fmt::format("collection.{}.title", collection.type->collection);
                h.dt([&] {
                    h.a(href(site::address(site::shown(collection.type->name)->list, view.of.language)),
                        view.of.words(title.c_str()));
                });
                h.dd(base::format_number(view.of.language, static_cast<std::int64_t>(count)));
            });
        }
    });
}

void part_of_page(Html& h, const LandingView& view, const LandingPart& part) {
    const base::Words& words = view.of.words;
    const std::string title = fmt::format("landing.{}", part.name), note = title + "_note";
    h.section(
        cls("part"), attr<"data-section">(collections::code(part.collection->section)), attr<"aria-labelledby">(part.name), [&] {
            h.header([&] {
                h.h2(id(part.name), words(title.c_str()));
                if (words.has(note.c_str())) h.p(words(note.c_str()));
            });
            h.div(cls("text"), [&] {
                landing_content(h, view, part);
                if (!part.by && part.count <= part.rows.size()) return;
                const std::string count = fmt::format("collection.{}.count", part.collection->type->collection);
                h.p(cls("more"), [&] {
                    h.a(href(site::address(site::shown(part.collection->type->name)->list, view.of.language, {}, "", part.query)),
                        words("list.see_all", {{"count", words.plural(count.c_str(), static_cast<std::int64_t>(part.count))}}));
                });
            });
        });
}

// Says that there is no order by readers, and why.
void most_read(Html& h, const LandingView& view) {
    h.section(cls("part"), attr<"aria-labelledby">("most-read"), [&] {
        h.header([&] { h.h2(id("most-read"), view.of.words("landing.most_read")); });
        h.div(cls("text"), [&] { h.p(view.of.words("landing.not_counted")); });
    });
}

// Where none is ahead, that is said: an empty place could mean anything.
void no_next_meeting(Html& h, const LandingView& view) {
    const auto& parts = view.landing.parts;
    if (std::ranges::find(parts, std::string_view("next-meetings"), &LandingPart::name) != parts.end()) return;
    h.section(cls("part"), attr<"aria-labelledby">("next-meetings"), [&] {
        h.header([&] { h.h2(id("next-meetings"), view.of.words("landing.next-meetings")); });
        h.div(cls("text"),
              [&] { h.p(view.of.words("landing.no_next", {{"day", base::date(view.of.language, view.of.site.today())}})); });
    });
}

}  // namespace

server::Response landing_page(site::Page page, const site::Site& site, const server::Request&, const server::Match& match) {
    const site::Landing landing = site::landing_asked(site, page, match.language);
    const LandingView view{{site, *landing.shelves, match.language, base::Words(match.language)}, landing};
    const std::string lead = fmt::format("landing.{}_lead", exchange::section_names[static_cast<std::size_t>(landing.section)]);
    const Frame frame{.language = match.language,
                      .page = page,
                      .title = site::section_name(site.profile(), landing.section, match.language),
                      .description = std::string(view.of.words(lead.c_str())),
                      .trail = {{site::address(site::Page::home, match.language), std::string(view.of.words("nav.home"))}},
                      .section = landing.parts.empty() ? collections::Section::body : landing.parts.front().collection->section,
                      .stylesheet = "sections.css"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), frame.description);
            contents(h, view);
        });
        if (landing.section == exchange::SectionId::council) no_next_meeting(h, view);
        for (const LandingPart& part : landing.parts) {
            part_of_page(h, view, part);
            if (part.name == "newest-publications") most_read(h, view);
        }
        formats(h, frame, view.of.words("record.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
