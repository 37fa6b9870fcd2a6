#include <algorithm>

#include "base/format.hpp"
#include "web/pages/list_parts.hpp"
#include "web/site/routes.hpp"

// Above the list of news: its kinds, each with its number, and the ways to the consultations and to a feed.
namespace comity::pages {

namespace {

using namespace html;

void above(Html& h, const ListView& view) {
    const collections::Collection& collection = *view.asked.collection;
    const auto at = static_cast<std::size_t>(collection.facet("kind") - collection.facets.data());
    const std::set<std::string>& chosen = view.asked.filter.values[at];
    h.nav(cls("picks"), aria_label(view.of.words("news.by_kind")), [&] {
        h.p(view.of.words("news.by_kind"));
        h.ul(cls("plain"), [&] {
            for (const auto& [kind, count] : view.asked.listing.facets[at]) {
                collections::Filter filter = view.asked.filter;
                filter.values[at] = {kind};
                const bool current = chosen.size() == 1 && chosen.contains(kind);
                h.li([&] {
                    h.a(href(site::address(site::Page::news, view.of.language, {}, "", site::query_of(collection, filter))),
                        only_if(current, attr<"aria-current">("true")),
                        site::facet_value(view.of.site, view.of.shelves, collection.facets[at], kind, view.of.language), " (",
                        base::format_number(view.of.language, static_cast<std::int64_t>(count)), ")");
                });
            }
        });
    });
    h.p(cls("formats"), [&] {
        h.a(href(site::address(site::Page::consultations, view.of.language)), view.of.words("consultations.title"));
        h.write(" ");
        h.a(href(site::address(site::Page::feeds, view.of.language)), view.of.words("feeds.title"));
    });
}

}  // namespace

ListParts news_list() { return {.type = "news_item", .above = above, .stylesheet = "law.css"}; }

}  // namespace comity::pages
