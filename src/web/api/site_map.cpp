#include "exchange/xml.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// What robots are told: which pages there are, in each language.
namespace comity::api {

namespace {

// One entry for each language, each naming all of them, as search engines ask.
void append_page(std::string& out, const site::Site& site, site::Page page, const server::Parameters& captured,
                 std::string_view last_changed) {
    if (!site.offers(page)) return;
    for (const base::Language language : site.languages()) {
        out += "<url>\n";
        exchange::append_xml_element(out, "loc", absolute(site, {page, language, captured, {}}));
        out += '\n';
        if (!last_changed.empty()) {
            exchange::append_xml_element(out, "lastmod", last_changed);
            out += '\n';
        }
        for (const base::Language other : site.languages()) {
            out += "<xhtml:link rel=\"alternate\"";
            exchange::append_xml_attribute(out, "hreflang", base::code(other));
            exchange::append_xml_attribute(out, "href", absolute(site, {page, other, captured, {}}));
            out += "/>\n";
        }
        out += "</url>\n";
    }
}

}  // namespace

server::Response sitemap(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const auto docket = site.docket_on(site.today());
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (const site::Page page :
         {site::Page::home, site::Page::data, site::Page::submissions, site::Page::how_to_file, site::Page::processes, site::Page::calculator,
          site::Page::performance, site::Page::vocabulary, site::Page::record, site::Page::translations})
        append_page(out, site, page, {}, "");
    for (const law::Mechanism& mechanism : site.law().list)
        for (const site::Page page : {site::Page::process, site::Page::replay, site::Page::compare})
            append_page(out, site, page, {{"id", mechanism.id}}, "");
    for (const registry::Standing& standing : docket->standings) {
        const registry::Submission& submission = standing.of->submission;
        append_page(out, site, site::Page::submission, {{"id", submission.id}}, base::to_string(submission.as_of));
    }
    for (const site::Page page : {site::Page::map, site::Page::meetings_calendar, site::Page::consultations, site::Page::feeds})
        append_page(out, site, page, {}, "");
    const auto shelves = site.shelves();
    for (const collections::Collection& collection : collections::all()) {
        const site::Shown& pages = *site::shown(collection.type->name);
        if (pages.list == site::Page::submissions) continue;
        append_page(out, site, pages.list, {}, "");
        for (const auto& item : shelves->of(collection).items)
            append_page(out, site, pages.one, {{"id", site::in_address(item->id)}}, "");
    }
    out += "</urlset>\n";
    return answered("xml", std::move(out));
}

server::Response robots(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    return answered(
        "txt", "User-agent: *\nAllow: /\n\nSitemap: " + absolute(site, {site::Page::sitemap, match.language, {}, {}}) + "\n");
}

}  // namespace comity::api
