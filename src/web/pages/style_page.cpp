#include "web/pages/style_page.hpp"

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "base/fault.hpp"
#include "base/format.hpp"
#include "collections/collection.hpp"
#include "exchange/accent.hpp"
#include "web/pages/field_values.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/sources.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;
using exchange::Accent;
using exchange::Color;

// The token as the style sheet has it: "--ink: light-dark(#1a211f, #e7ebe6);".
Accent token(std::string_view name) {
    const auto css = base::embedded("src/web/pages/assets/comity.css");
    COMITY_ASSERT(css);
    const std::string begin = fmt::format("--{}: light-dark(", name);
    const std::size_t at = css->find(begin);
    COMITY_ASSERT(at != std::string_view::npos);
    const auto light = exchange::color_from(css->substr(at + begin.size(), 7));
    const auto dark = exchange::color_from(css->substr(at + begin.size() + 9, 7));
    COMITY_ASSERT(light && dark);
    return {*light, *dark};
}

// The body's own accent where it has one.
Accent accent(const site::Site& site, exchange::SectionId section, std::string_view name) {
    const exchange::Section* found = exchange::find_section(site.profile(), section);
    if (section == exchange::SectionId::about && site.profile().accent) return *site.profile().accent;
    return found && found->accent ? *found->accent : token(name);
}

std::string ratio(const Words& words, Color color, Color on) {
    std::string number = fmt::format("{:.1f}", exchange::contrast(color, on));
    if (words.language() != base::Language::en) number[number.find('.')] = ',';
    return words("style.ratio", {{"n", number}});
}

void color_row(Html& h, const Words& words, std::string_view name, std::string_view section, const Accent& color) {
    h.tr(only_if(!section.empty(), attr<"data-section">(section)), [&] {
        h.th(scope("row"), cls("name"), [&] {
            if (!section.empty()) h.span(cls("swatch"), attr<"aria-hidden">(true));
            h.code(name);
        });
        h.td(
            attr<"data-label">(words("style.light")), [&] { h.code(exchange::to_string(color.light)); }, " ",
            ratio(words, color.light, exchange::paper.light));
        h.td(
            attr<"data-label">(words("style.dark")), [&] { h.code(exchange::to_string(color.dark)); }, " ",
            ratio(words, color.dark, exchange::paper.dark));
    });
}

void colors(Html& h, const site::Site& site, const Words& words) {
    part(h, words, "colours", "style.colours", "style.colours_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("style.colours"));
            h.thead([&] {
                h.tr([&] {
                    for (const char* key : {"style.token", "style.light", "style.dark"}) h.th(scope("col"), words(key));
                });
            });
            h.tbody([&] {
                for (const char* name : {"ink", "ink-soft", "line-firm", "late"}) color_row(h, words, name, "", token(name));
                using enum exchange::SectionId;
                for (const auto& [section, name] :
                     {std::pair(submissions, "docket"), std::pair(work, "program"), std::pair(library, "library"),
                      std::pair(council, "council"), std::pair(impact, "impact"), std::pair(about, "body")})
                    if (exchange::find_section(site.profile(), section))
                        color_row(h, words, name, name, accent(site, section, name));
            });
        });
    });
}

void type_sizes(Html& h, const Words& words) {
    part(h, words, "type", "style.type", "style.type_note", [&] {
        h.p(cls("t-h1"), words("style.sample"));
        h.p(cls("t-h2"), words("style.sample"));
        h.p(cls("t-h3"), words("style.sample"));
        h.p(cls("t-read"), words("style.sample"));
        h.p(words("style.sample"));
        h.p(cls("small"), words("style.sample"));
    });
}

void states(Html& h, const Words& words) {
    part(h, words, "states", "style.states", "style.states_note", [&] {
        h.p([&] {
            for (const auto& [state, key] : {std::pair("open", "style.open"), std::pair("closed", "style.met"),
                                             std::pair("late", "style.late"), std::pair("unknown", "case.date_unknown")}) {
                h.span(cls("state", state), words(key));
                h.write(" ");
            }
        });
        h.p([&] {
            for (const char* code : {"verified", "derived", "recalled"}) {
                confidence_mark(h, words, code);
                h.write(" ");
            }
        });
        for (const base::Language other : base::languages)
            if (other != words.language()) h.p(lang(base::code(other)), Words(other)("style.sample"));
        h.p(cls("soft"), words("list.untranslated"));
    });
}

void tables(Html& h, const ValueView& view, const collections::Collection& collection) {
    const Words& words = view.words;
    const collections::Shelf& shelf = view.shelves.of(collection);
    const std::string title = fmt::format("collection.{}.title", collection.type->collection);
    part(h, words, "table", "style.table", "style.table_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(words(title.c_str()));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("list.date"));
                    h.th(scope("col"), words("list.name"));
                });
            });
            h.tbody([&] {
                for (std::size_t i = 0; i < std::min<std::size_t>(3, shelf.by_date.size()); ++i) {
                    const collections::Item& item = *shelf.items[shelf.by_date[i]];
                    h.tr([&] {
                        h.td(cls("date"), [&] { date_or_unknown(h, view, item.date); });
                        h.th(scope("row"), cls("name"), [&] { record_link(h, view, *collection.type, item.id); });
                    });
                }
            });
        });
        h.p(cls("formats"), [&] {
            h.span(words("record.as"));
            for (const char* format : {"json", "csv"}) {
                h.write(" ");
                h.a(href(site::address(site::shown(collection.type->name)->list, view.language, {}, format)), ".", format);
            }
        });
    });
}

void strips(Html& h, const ValueView& view) {
    const Words& words = view.words;
    part(h, words, "strips", "style.strips", "style.strips_note", [&] {
        h.dl(cls("standing"), [&] {
            standing_cell(h, words("list.status"), words("style.open"), words("style.sample"));
            standing_cell(h, words("list.date"), words("case.date_unknown"));
        });
        h.dl(cls("facts"), [&] {
            fact(h, words("list.name"), [&] { h.write(words("style.sample")); });
            fact(h, words("list.date"), [&] { h.span(cls("soft"), words("case.date_unknown")); });
        });
        small_course(
            h, view,
            {{base::Date(view.site.today()), std::string(words("style.sample"))}, {{}, std::string(words("style.sample"))}});
    });
}

void notices(Html& h, const Words& words) {
    part(h, words, "notices", "style.notices", "style.notices_note", [&] {
        h.div(cls("notice"), [&] { h.p(words("style.sample")); });
        h.div(cls("notice", "fault"), [&] {
            h.p([&] {
                h.strong(words("style.fault"));
                h.write(" ");
                h.a(href("#guide-date"), words("list.date"));
            });
        });
        h.div(cls("field", "fault"), [&] {
            h.label(attr<"for">("guide-date"), words("list.date"));
            h.input(id("guide-date"), name("date"), type("date"), attr<"aria-invalid">("true"),
                    attr<"aria-describedby">("guide-fault"));
            h.span(cls("fault-text"), id("guide-fault"), words("style.fault"));
        });
        h.p([&] { h.button(type("button"), cls("main"), words("style.button")); });
    });
}

// The first list of the body that has something in it.
const collections::Collection* sample(const site::Site& site, const collections::Shelves& shelves) {
    for (const collections::Collection& each : collections::all()) {
        const site::Shown* pages = site::shown(each.type->name);
        if (pages->list != site::Page::submissions && site.offers(pages->list) && !shelves.of(each).items.empty()) return &each;
    }
    return nullptr;
}

}  // namespace

server::Response style_page(const site::Site& site, const server::Match& match) {
    const Words words(match.language);
    const auto shelves = site.shelves();
    const ValueView view{site, *shelves, match.language, words};
    const Frame frame{.language = match.language,
                      .page = site::Page::style,
                      .title = std::string(words("style.title")),
                      .description = std::string(words("style.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(words("nav.home"))}},
                      .section = collections::Section::body,
                      .stylesheet = "guide.css"};
    const auto content = [&](Html& h) {
        title_band(h, frame);
        colors(h, site, words);
        type_sizes(h, words);
        states(h, words);
        strips(h, view);
        if (const collections::Collection* some = sample(site, *shelves)) tables(h, view, *some);
        notices(h, words);
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
