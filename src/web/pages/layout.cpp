#include "web/pages/layout.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "base/json_writer.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/landing.hpp"
#include "web/site/sections.hpp"

namespace comity::pages {

namespace {

using namespace html;  // the builder's words: cls, href, attr…
using base::Language;
using base::Words;

std::string page_address(const Frame& frame, Language language, std::string_view format = "") {
    return frame.addressed ? site::address(frame.page, language, frame.captured, format, frame.query)
                           : site::address(site::Page::home, language);
}

// Without the query: a filtered list is the same page to a search engine.
std::string canonical(const site::Site& site, const Frame& frame, Language language) {
    return site.origin() + site::address(frame.page, language, frame.captured);
}

// What the page is, in the words of schema.org, where it is not about a thing of its own.
std::string page_data(const site::Site& site, const Frame& frame, std::string_view body) {
    std::string out;
    base::JsonWriter json(out);
    const std::string address = canonical(site, frame, frame.language);
    json.begin_object().member("@context", "https://schema.org");
    json.member("@type", frame.page == site::Page::home ? "WebSite" : "WebPage").member("@id", address).member("url", address);
    json.member("name", frame.title.empty() ? body : std::string_view(frame.title)).member("description", frame.description);
    json.member("inLanguage", base::code(frame.language));
    json.key("publisher").begin_object().member("@type", "Organization").member("name", body);
    json.member("url", site.origin() + site::address(site::Page::home, frame.language)).end_object().end_object();
    return out;
}

void head(Html& h, const site::Site& site, const Frame& frame) {
    const std::string name(base::shown(site.profile().name, frame.language).text);
    h.head([&] {
        h.meta(attr<"charset">("utf-8"));
        h.meta(html::name("viewport"), attr<"content">("width=device-width, initial-scale=1"));
        h.title(frame.title.empty() ? name : frame.title + " · " + name);
        h.meta(html::name("description"), attr<"content">(frame.description));
        h.meta(html::name("color-scheme"), attr<"content">("light dark"));
        if (!frame.indexed || !frame.query.empty()) h.meta(html::name("robots"), attr<"content">("noindex, follow"));
        for (const char* font : {"newsreader-latin-400-normal.woff2", "source-sans-3-latin-wght-normal.woff2"})
            h.link(rel("preload"), href(site::address(site::Page::font, frame.language, {{"name", font}})), attr<"as">("font"),
                   type("font/woff2"), attr<"crossorigin">("anonymous"));
        h.link(rel("stylesheet"), href(site::address(site::Page::asset, frame.language, {{"name", "comity.css"}})));
        if (!frame.stylesheet.empty())
            h.link(rel("stylesheet"),
                   href(site::address(site::Page::asset, frame.language, {{"name", std::string(frame.stylesheet)}})));
        const auto asset = [&](const char* file) { return site::address(site::Page::asset, frame.language, {{"name", file}}); };
        if (!exchange::body_css(site.profile()).empty()) h.link(rel("stylesheet"), href(asset("body.css")));
        if (!frame.script.empty()) h.script(type("module"), src(asset(frame.script.data())));
        h.link(rel("icon"), type("image/svg+xml"), href(asset(site.profile().logo ? "logo.svg" : "icon.svg")));
        if (!frame.addressed) return;
        h.link(rel("canonical"), href(canonical(site, frame, frame.language)));
        for (Language language : site.languages())
            h.link(rel("alternate"), attr<"hreflang">(base::code(language)), href(canonical(site, frame, language)));
        h.link(rel("alternate"), attr<"hreflang">("x-default"), href(canonical(site, frame, site.profile().default_language)));
        h.linked_data(frame.linked_data.empty() ? page_data(site, frame, name) : frame.linked_data);
        for (std::string_view format : site::route(frame.page).formats)
            if (format != "html" && format != frame.lacks)
                h.link(rel("alternate"), type(*server::media_type(format)), href(page_address(frame, frame.language, format)));
    });
}

void sections(Html& h, const site::Site& site, const Frame& frame, const Words& words) {
    h.button(type("button"), attr<"popovertarget">("sections"), words("nav.sections"));
    h.nav(cls("sections"), id("sections"), aria_label(words("nav.sections")), attr<"popover">(""), [&] {
        h.div(cls("head"), [&] {
            h.span(cls("kicker"), words("nav.sections"));
            h.write(" ");
            h.button(type("button"), attr<"popovertarget">("sections"), attr<"popovertargetaction">("hide"), words("nav.close"));
        });
        h.ul(cls("plain"), [&] {
            // An error page must not need the store, which may be what failed.
            const auto shelves = frame.addressed ? site.shelves() : nullptr;
            for (const exchange::Section& section : site.profile().sections) {
                if (shelves && !site::has_content(*shelves, section.id)) continue;
                const site::Entrance to = site::entrance(section.id);
                const bool here = frame.addressed && site::section_of(frame.page) == section.id;
                h.li([&] {
                    h.a(href(site::address(to.page, frame.language)),
                        only_if(here, attr<"aria-current">(frame.page == to.page ? "page" : "true")),
                        site::section_name(site.profile(), section.id, frame.language));
                });
            }
        });
    });
}

void masthead(Html& h, const site::Site& site, const Frame& frame, const Words& words) {
    const auto& name = site.profile().name;
    h.header(cls("masthead"), [&] {
        h.a(cls("imprint"), href(site::address(site::Page::home, frame.language)), [&] {
            if (const auto& logo = site.profile().logo)
                h.svg(attr<"viewBox">(logo->view_box), attr<"aria-hidden">(true), html::raw(logo->shapes));
            else
                h.svg(attr<"viewBox">("0 0 44 44"), attr<"aria-hidden">(true),
                      [&] { h.path(attr<"d">("M0 4h30v8H0zM0 18h38v8H0zM0 32h20v8H0zM42 0h2v44h-2z")); });
            h.strong(base::shown(name, frame.language).text);
            h.small([&] {
                for (Language language : site.languages())
                    if (language != frame.language && !name[language].empty()) h.span(lang(base::code(language)), name[language]);
            });
        });
        h.nav(cls("languages"), aria_label(words("nav.languages")), [&] {
            for (Language language : site.languages())
                h.a(href(page_address(frame, language)), attr<"hreflang">(base::code(language)), lang(base::code(language)),
                    only_if(language == frame.language, attr<"aria-current">("true")), Words(language)("language.name"));
        });
        h.div(cls("bar"), [&] {
            sections(h, site, frame, words);
            h.form(cls("seek"), role("search"), aria_label(words("seek.label")),
                   attr<"action">(site::address(site::Page::search, frame.language)), [&] {
                       h.label(cls("unseen"), label_for("seek"), words("seek.label"));
                       h.input(id("seek"), html::name("q"), type("search"), attr<"placeholder">(words("seek.button")),
                               attr<"maxlength">(200));
                       h.button(words("seek.button"));
                   });
        });
    });
}

// Where the body is written to and found.
void contact(Html& h, const site::Site& site, const Frame& frame, const Words& words) {
    h.h2(words("colophon.contact"));
    if (!site.profile().address.empty())
        h.p([&] {
            bool first = true;
            for (const std::string& line : site.profile().address) {
                if (!first) h.br();
                first = false;
                h.write(line);
            }
        });
    if (site.profile().links.empty()) return;
    h.ul(cls("plain"), [&] {
        for (const exchange::Link& link : site.profile().links)
            h.li([&] { h.a(href(link.address), base::shown(link.name, frame.language).text); });
    });
}

void colophon(Html& h, const site::Site& site, const Frame& frame, const Words& words) {
    h.footer(cls("colophon"), [&] {
        if (!site.profile().address.empty() || !site.profile().links.empty()) h.div([&] { contact(h, site, frame, words); });
        h.div([&] {
            h.h2(words("colophon.record"));
            h.p(words("colophon.read_at", {{"entry", base::format_number(frame.language, site.store().head())}}));
            h.p([&] { h.a(href(site::address(site::Page::record, frame.language)), words("nav.record")); });
        });
        h.div([&] {
            h.h2(words("colophon.machines"));
            h.ul(cls("plain"), [&] {
                h.li([&] { h.a(href(site::address(site::Page::data, frame.language)), words("data.title")); });
                h.li([&] { h.a(href(site::address(site::Page::feeds, frame.language)), words("feeds.title")); });
                h.li([&] { h.a(href(site::address(site::Page::interface, frame.language)), words("interface.title")); });
                if (site.offers(site::Page::vocabulary))
                    h.li([&] { h.a(href(site::address(site::Page::vocabulary, frame.language)), words("concepts.title")); });
                if (!site.offers(site::Page::submissions)) return;
                h.li([&] {
                    h.a(href(site::address(site::Page::submissions, frame.language, {}, "json")), words("colophon.docket_json"));
                });
                h.li([&] {
                    h.a(href(site::address(site::Page::submissions, frame.language, {}, "atom")), words("colophon.feed"));
                });
            });
        });
    });
}

}  // namespace

std::string document(const site::Site& site, const Frame& frame, const std::function<void(Html&)>& content) {
    const Words words(frame.language);
    Html h(96 * 1024);
    h.doctype();
    h.html(lang(base::code(frame.language)), [&] {
        head(h, site, frame);
        h.body(attr<"data-section">(collections::code(frame.section)), [&] {
            h.a(cls("skip"), href("#content"), words("nav.skip"));
            masthead(h, site, frame, words);
            h.main(id("content"), [&] { content(h); });
            colophon(h, site, frame, words);
        });
    });
    return h.take();
}

void only_best(Html& h, const Words& words, std::size_t most) {
    h.p(words("list.only_best", {{"n", base::format_number(words.language(), static_cast<std::int64_t>(most))}}));
}

Attribute lang_of(const base::Text& text, Language reader) {
    const Language language = base::shown(text, reader).language;
    return only_if(language != reader, lang(base::code(language)));
}

bool is_foreign(const base::Text& text, Language reader) { return base::shown(text, reader).language != reader; }

void record_text(Html& h, const base::Text& text, Language reader) {
    const base::Shown shown = base::shown(text, reader);
    if (shown.language == reader)
        h.write(shown.text);
    else
        h.span(lang(base::code(shown.language)), shown.text);
}

std::string address_shown(std::string_view address) {
    for (const std::string_view left_out : {"http://", "https://", "www."})
        if (address.starts_with(left_out)) address.remove_prefix(left_out.size());
    while (address.ends_with('/')) address.remove_suffix(1);
    constexpr std::size_t short_enough = 48;
    if (address.size() <= short_enough) return std::string(address);
    const std::string_view site = address.substr(0, address.find('/'));
    std::string_view last = address.substr(address.rfind('/') + 1);
    last = last.substr(0, last.find('?'));
    std::string shown = std::string(site) + "/…";
    if (last.empty() || last == site) return shown;
    return shown + "/" + (last.size() <= short_enough ? std::string(last) : std::string(last.substr(0, short_enough)) + "…");
}

void source(Html& h, const Words& words, std::string_view source, const char* name) {
    const std::size_t begin = std::min(source.find("http"), source.size());
    const std::size_t end = std::min(source.find(' ', begin), source.size());
    const std::string_view address = source.substr(begin, end - begin);
    std::string_view said = source.substr(0, begin);
    while (said.ends_with(' ') || said.ends_with(',')) said.remove_suffix(1);
    const auto english = only_if(words.language() != Language::en, lang("en"));
    if (!said.empty()) h.span(english, said);
    if (!said.empty() && !address.empty()) h.write(", ");
    if (!address.empty()) {
        const std::string shown = address_shown(address);
        h.a(href(address), words(name), " (", shown.substr(0, shown.find('/')), ")");
    }
    if (end < source.size()) h.span(english, source.substr(end));
}

void time_short(Html& h, Language language, const base::Date& date) {
    h.time(datetime(base::to_string(date)), base::short_date(language, date));
}

std::vector<Crumb> trail_to(const site::Site& site, collections::Section section, Language language, site::Page page) {
    std::vector<Crumb> trail{{site::address(site::Page::home, language), std::string(Words(language)("nav.home"))}};
    const exchange::SectionId of = site::section_of(section);
    const site::Page entrance = site::entrance(of).page;
    if (entrance != page && !site::shown_at(entrance))
        trail.push_back({site::address(entrance, language), site::section_name(site.profile(), of, language)});
    return trail;
}

void trail(Html& h, const Frame& frame) {
    h.ol(cls("trail"), [&] {
        for (const Crumb& crumb : frame.trail) h.li([&] { h.a(href(crumb.address), crumb.name); });
    });
}

void title_band(Html& h, const Frame& frame) {
    h.div(cls("title"), [&] {
        trail(h, frame);
        h.h1(frame.title);
        h.p(cls("lead"), frame.description);
    });
}

void day_notice(Html& h, const site::Site& site, const Frame& frame, base::Day on) {
    const Words words(frame.language);
    server::Parameters today = frame.query;
    std::erase_if(today, [](const server::Parameter& p) { return p.name == "on"; });
    h.div(cls("notice"), role("note"), [&] {
        h.p(words(on > site.today() ? "day.ahead" : "day.as_it_stood", {{"day", base::long_date(frame.language, on)}}), " ",
            [&] { h.a(href(site::address(frame.page, frame.language, frame.captured, "html", today)), words("day.see_today")); });
        h.form(attr<"method">("get"), attr<"action">(site::address(frame.page, frame.language, frame.captured)), [&] {
            h.label(label_for("on"), words("day.another"));
            h.write(" ");
            h.input(id("on"), html::name("on"), type("date"), html::value(base::to_string(on)));
            for (const server::Parameter& p : today) h.input(type("hidden"), html::name(p.name), html::value(p.value));
            h.write(" ");
            h.button(words("day.show"));
        });
    });
}

void known_notice(Html& h, const site::Site& site, const Frame& frame, const site::Known& known) {
    const Words words(frame.language);
    server::Parameters now = frame.query;
    std::erase_if(now, [](const server::Parameter& p) { return p.name == "known"; });
    const std::string day = base::long_date(frame.language, known.day), entry = base::format_number(frame.language, known.entry);
    h.div(cls("notice"), role("note"), [&] {
        h.p([&] {
            if (known.entry) {
                h.write(words("known.as_it_was", {{"day", day}, {"entry", entry}}));
            } else {
                // "2026-11-22T18:21:20.123Z": the day is what a reader needs.
                const auto first = base::parse_day(site.store().snapshot().first_time().value_or("").substr(0, 10));
                h.write(words("known.nothing", {{"day", day}}));
                if (first) h.write(" ", words("known.first", {{"day", base::long_date(frame.language, *first)}}));
            }
            h.write(" ");
            h.a(href(site::address(frame.page, frame.language, frame.captured, "html", now)), words("known.see_now"));
        });
        h.form(attr<"method">("get"), attr<"action">(site::address(frame.page, frame.language, frame.captured)), [&] {
            h.label(label_for("known-day"), words("day.another"));
            h.write(" ");
            h.input(id("known-day"), html::name("known"), type("date"), html::value(base::to_string(known.day)),
                    attr<"max">(base::to_string(site.today())));
            for (const server::Parameter& p : now) h.input(type("hidden"), html::name(p.name), html::value(p.value));
            h.write(" ");
            h.button(words("day.show"));
        });
    });
}

void formats(Html& h, const Frame& frame, std::string_view lead) {
    h.p(cls("formats"), [&] {
        h.span(lead);
        for (std::string_view format : site::route(frame.page).formats) {
            if (format == "html" || format == frame.lacks) continue;
            h.write(" ");
            h.a(href(page_address(frame, frame.language, format)), type(*server::media_type(format)), "." + std::string(format));
        }
    });
}

}  // namespace comity::pages
