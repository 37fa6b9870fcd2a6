#include "web/pages/pages.hpp"

#include "base/embedded.hpp"
#include "base/format.hpp"
#include "web/pages/calculator_page.hpp"
#include "web/pages/case_page.hpp"
#include "web/pages/clock_page.hpp"
#include "web/pages/collection_list_page.hpp"
#include "web/pages/collection_record_page.hpp"
#include "web/pages/compare_page.hpp"
#include "web/pages/consultations_page.hpp"
#include "web/pages/data_page.hpp"
#include "web/pages/fact_sheets_page.hpp"
#include "web/pages/feeds_page.hpp"
#include "web/pages/home_page.hpp"
#include "web/pages/how_to_file_page.hpp"
#include "web/pages/interface_page.hpp"
#include "web/pages/landing_page.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/map_page.hpp"
#include "web/pages/meetings_calendar_page.hpp"
#include "web/pages/performance_page.hpp"
#include "web/pages/process_page.hpp"
#include "web/pages/record_page.hpp"
#include "web/pages/replay_page.hpp"
#include "web/pages/search_page.hpp"
#include "web/pages/style_page.hpp"
#include "web/pages/submissions_page.hpp"
#include "web/pages/translations_page.hpp"
#include "web/pages/vocabulary_page.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/error_words.hpp"

namespace comity::pages {

namespace {

using namespace html;

std::string_view asset_type(std::string_view name) {
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    if (name.ends_with(".woff2")) return "font/woff2";
    return "text/plain; charset=utf-8";
}

server::Response asset(std::string_view folder, std::string_view name) {
    const auto file = base::embedded("src/web/pages/assets/" + std::string(folder) + std::string(name));
    if (!file) throw server::HttpError{404, "not_found", "there is no such file"};
    // A font of this name is this font; a style sheet changes with the program.
    const auto caching = folder == "fonts/" ? server::Caching::forever : server::Caching::by_stamp;
    return {.content_type = std::string(asset_type(name)), .body = *file, .caching = caching};
}

// What the body's profile gives, "body.css" and "logo.svg", or a file of ours.
server::Response asset(const site::Site& site, std::string_view name) {
    const exchange::Profile& profile = site.profile();
    std::string of_the_body;
    if (name == "body.css") of_the_body = exchange::body_css(profile);
    if (name == "logo.svg" && profile.logo) of_the_body = exchange::logo_file(*profile.logo);
    if (of_the_body.empty()) return asset("", name);
    return {.content_type = std::string(asset_type(name)), .body = std::move(of_the_body), .caching = server::Caching::by_stamp};
}

}  // namespace

server::Response answer(site::Page page, const site::Site& site, const server::Request& request, const server::Match& match) {
    using site::Page;
    if (const site::Shown* shown = site::shown_at(page); shown && shown->list != Page::submissions)
        return page == shown->list ? collection_list_page(page, site, request, match)
                                   : collection_record_page(page, site, request, match);
    switch (page) {
        case Page::root: return server::redirect(site::address(Page::home, site.spoken(match.language)));
        case Page::home: return home_page(site, request, match);
        case Page::about:
        case Page::work:
        case Page::library:
        case Page::council: return landing_page(page, site, request, match);
        case Page::submissions: return submissions_page(site, request, match);
        case Page::how_to_file: return how_to_file_page(site, request, match);
        case Page::submission: return case_page(site, request, match);
        case Page::clock: return clock_page(site, request, match);
        case Page::processes: return processes_page(site, request, match);
        case Page::process: return process_page(site, request, match);
        case Page::replay: return replay_page(site, request, match);
        case Page::calculator: return calculator_page(site, request, match);
        case Page::vocabulary: return vocabulary_page(site, request, match);
        case Page::compare: return compare_page(site, request, match);
        case Page::record: return record_page(site, request, match);
        case Page::translations: return translations_page(site, request, match);
        case Page::performance: return performance_page(site, request, match);
        case Page::style: return style_page(site, match);
        case Page::interface: return interface_page(site, match);
        case Page::fact_sheets: return fact_sheets_page(site, request, match);
        case Page::figure: return figure_page(site, request, match);
        case Page::data: return data_page(site, match);
        case Page::search: return search_page(site, request, match);
        case Page::meetings_calendar: return meetings_calendar_page(site, request, match);
        case Page::consultations: return consultations_page(site, request, match);
        case Page::feeds: return feeds_page(site, match);
        case Page::map: return map_page(site, request, match);
        case Page::asset: return asset(site, match["name"]);
        case Page::font: return asset("fonts/", match["name"]);
        default: break;
    }
    COMITY_ASSERT(!"a page without HTML");
    return {};
}

server::Response error_page(const site::Site& site, const server::Request& request, const server::HttpError& error,
                            base::Language language) {
    const base::Words words(language);
    const std::string status = std::to_string(error.status);
    const std::string title_key = "error.title." + status, text_key = "error." + error.code;
    const std::string title(words.has(title_key.c_str()) ? words(title_key.c_str()) : words("error.title"));
    const Frame frame{.language = language,
                      .page = site::Page::home,
                      .title = title,
                      .description = title,
                      .indexed = false,
                      .addressed = false};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            h.p(cls("kicker"), words("error.kicker", {{"status", status}}));
            h.h1(title);
            h.p(cls("lead"), words.has(text_key.c_str()) ? words(text_key.c_str()) : words("error.general"));
        });
        h.div(cls("notice", "fault"), role("note"), [&] {
            if (const auto explained = site::error_words(request, error, words))
                h.p(*explained);
            else
                h.p(lang("en"), error.message);
        });
        if (error.code == "not_yet_recorded" || error.code == "nothing_recorded")
            h.p([&] { h.a(href(request.path), words("known.see_now")); });
        h.p([&] {
            if (site.offers(site::Page::submissions))
                h.a(href(site::address(site::Page::submissions, language)), words("error.to_the_registry"));
            else
                h.a(href(site::address(site::Page::home, language)), words("nav.home"));
        });
    };
    return {.status = error.status, .body = document(site, frame, content)};
}

}  // namespace comity::pages
