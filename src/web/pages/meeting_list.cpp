#include "web/pages/list_parts.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/routes.hpp"

// Above the list of meetings: the same as a calendar, to look at and to subscribe to.
namespace comity::pages {

namespace {

using namespace html;

void above(Html& h, const ListView& view) {
    const server::Parameters query = site::query_of(*view.asked.collection, view.asked.filter);
    h.p(cls("formats"), [&] {
        h.a(href(site::address(site::Page::meetings_calendar, view.of.language)), view.of.words("meetings.title"));
        h.write(" ");
        h.a(href(site::address(site::Page::meetings, view.of.language, {}, "ics", query)), type(*server::media_type("ics")),
            view.of.words("meetings.subscribe"));
    });
}

}  // namespace

ListParts meeting_list() { return {.type = "meeting", .above = above}; }

}  // namespace comity::pages
