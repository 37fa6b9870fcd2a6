#include "web/api/case_seen.hpp"

#include <algorithm>

namespace comity::api {

CaseSeen case_seen(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::refuse_unknown_parameters(request, *match.route);
    const site::CaseAsked asked = site::case_asked(site, request, match["id"]);
    auto seen = std::make_unique<registry::Case>(*asked.on.of);
    seen->events.clear();
    std::vector<int> order = asked.on.evaluation.order;
    std::ranges::sort(order);
    for (const int index : order) seen->events.push_back(asked.on.of->events[static_cast<std::size_t>(index)]);
    seen->documents.clear();
    for (const registry::Document* document : registry::documents_on(asked.on)) seen->documents.push_back(*document);
    // What is not seen plays no part in an evaluation, so this one differs from the other in the events' places only.
    CaseSeen result{.of = std::move(seen), .on = {}, .days = site::days_asked(request), .known = asked.known};
    result.on = registry::case_on(*result.of, site.law(), asked.on.on);
    return result;
}

}  // namespace comity::api
