#include "web/pages/home_page.hpp"

#include "web/pages/home_parts.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

using namespace html;

server::Response home_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const auto shelves = site.shelves();
    const ValueView view{site, *shelves, match.language, base::Words(match.language)};
    const base::Shown lead = base::shown(site.profile().lead, match.language);
    const Frame frame{.language = match.language,
                      .page = site::Page::home,
                      .title = "",
                      .description = std::string(lead.text),
                      .section = collections::Section::body};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            h.h1(base::shown(site.profile().name, match.language).text);
            h.p(cls("lead"), lead.text);
        });
        if (site.offers(site::Page::submissions)) home_docket(h, view);
        if (site.offers(site::Page::projects)) home_work(h, view);
        if (site.offers(site::Page::impact)) home_figures(h, view);
        if (site.offers(site::Page::meetings)) home_meetings(h, view);
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
