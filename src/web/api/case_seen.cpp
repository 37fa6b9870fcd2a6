#include "web/api/case_seen.hpp"

#include <algorithm>

namespace comity::api {

namespace {

bool contains(const std::vector<registry::DocketEvent>& events, std::string_view id) {
    return std::ranges::find(events, id, &registry::DocketEvent::id) != events.end();
}

}  // namespace

CaseSeen case_seen(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    auto seen = std::make_unique<registry::Case>(*asked.on.of);
    seen->events.clear();
    std::vector<int> order = asked.on.evaluation.order;
    std::ranges::sort(order);
    for (const int index : order) seen->events.push_back(asked.on.of->events[static_cast<std::size_t>(index)]);
    std::erase_if(seen->documents, [&](const registry::Document& document) {
        if (document.date && document.date->first() > asked.on.on) return true;
        return document.event && contains(asked.on.of->events, document.event->id) && !contains(seen->events, document.event->id);
    });
    // What is not seen plays no part in an evaluation, so this one differs from the other in the events' places only.
    CaseSeen result{.of = std::move(seen), .on = {}, .day_named = site::names_a_day(request)};
    result.on = registry::case_on(*result.of, site.law(), asked.on.on);
    return result;
}

}  // namespace comity::api
