#include <fmt/format.h>

#include <charconv>

#include "exchange/xml.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/landing.hpp"
#include "web/site/sections.hpp"

// What robots are told: which pages there are, in each language.
namespace comity::api {

namespace {

// One entry for each language, each naming all of them, as search engines ask.
void append_page(std::string& out, const site::Site& site, site::Page page, const server::Parameters& captured,
                 std::string_view last_changed) {
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

// A page for people at one address that is not the list of a collection; a page of results is nobody's entrance.
bool stands_alone(const site::Row& row) {
    const site::Shown* shown = site::shown_at(row.page);
    return !row.route.formats.empty() && row.route.formats.front() == "html" && row.page != site::Page::search &&
           row.route.paths.front().find('{') == std::string_view::npos && (!shown || row.page == site::Page::submissions);
}

// The page of a section in which there is nothing yet answers 404.
bool leads_into_nothing(const site::Site& site, const collections::Shelves& shelves, site::Page page) {
    return std::ranges::any_of(site.profile().sections, [&](const exchange::Section& section) {
        return site::entrance(section.id).page == page && !site::shown_at(page) && !site::has_content(shelves, section.id);
    });
}

// Calls use(page, id, last_changed) for every page that robots should know, always in the same order.
template <class Use>
void each_page(const site::Site& site, Use use) {
    // Those that stand alone, of whatever section; lists come with their records below.
    const auto shelves = site.shelves();
    for (const site::Row& row : site.rows())
        if (stands_alone(row) && !leads_into_nothing(site, *shelves, row.page)) use(row.page, "", "");
    for (const law::Mechanism& mechanism : site.law().list)
        for (const site::Page page : {site::Page::process, site::Page::replay, site::Page::compare})
            if (site.offers(page)) use(page, mechanism.id, "");
    if (site.offers(site::Page::submission)) {
        const auto docket = site.docket_on(site.today());
        for (const registry::Standing& standing : docket->standings)
            use(site::Page::submission, standing.of->submission.id, base::to_string(standing.of->submission.as_of));
    }
    for (const collections::Collection& collection : collections::all()) {
        const site::Shown& pages = *site::shown(collection.type->name);
        if (pages.list == site::Page::submissions) continue;
        if (site.offers(pages.list)) use(pages.list, "", "");
        if (!site.offers(pages.one)) continue;
        for (const auto& item : shelves->of(collection).items) use(pages.one, item->id, "");
    }
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view in_namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

// A file may list 50,000 addresses. This many pages in three languages are a few megabytes, which robots take in one piece.
constexpr std::size_t pages_in_a_part = 3'000;

std::string part_of(const site::Site& site, std::size_t from, std::size_t to) {
    std::string out(declaration);
    out += fmt::format("<urlset {} xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n", in_namespace);
    std::size_t at = 0;
    each_page(site, [&](site::Page page, std::string_view id, std::string_view last_changed) {
        if (at++ < from || at > to) return;
        server::Parameters captured;
        if (!id.empty()) captured.push_back({"id", site::in_address(id)});
        append_page(out, site, page, captured, last_changed);
    });
    out += "</urlset>\n";
    return out;
}

std::string index_of(const site::Site& site, std::size_t parts) {
    std::string out(declaration);
    out += fmt::format("<sitemapindex {}>\n", in_namespace);
    for (std::size_t part = 1; part <= parts; ++part) {
        out += "<sitemap>\n";
        exchange::append_xml_element(
            out, "loc", absolute(site, {site::Page::sitemap, base::Language::en, {}, {{"part", std::to_string(part)}}}));
        out += "\n</sitemap>\n";
    }
    out += "</sitemapindex>\n";
    return out;
}

}  // namespace

server::Response sitemap(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    std::size_t pages = 0;
    each_page(site, [&](site::Page, std::string_view, std::string_view) { ++pages; });
    const std::size_t parts = (pages + pages_in_a_part - 1) / pages_in_a_part;
    const std::string_view asked = server::find(request.query, "part").value_or("");
    if (asked.empty()) return answered("xml", parts == 1 ? part_of(site, 0, pages) : index_of(site, parts));
    std::size_t part = 0;
    const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), part);
    if (error != std::errc() || end != asked.data() + asked.size() || part < 1 || part > parts)
        throw server::HttpError{400, "bad_parameter.part",
                                fmt::format("\"{}\" is not a part of the site map; write 1 to {}", asked.substr(0, 40), parts)};
    return answered("xml", part_of(site, (part - 1) * pages_in_a_part, part * pages_in_a_part));
}

server::Response robots(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    return answered(
        "txt", "User-agent: *\nAllow: /\n\nSitemap: " + absolute(site, {site::Page::sitemap, match.language, {}, {}}) + "\n");
}

}  // namespace comity::api
