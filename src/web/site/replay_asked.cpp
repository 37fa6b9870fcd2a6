#include "web/site/replay_asked.hpp"

#include <algorithm>

namespace comity::site {

namespace {

law::Edition edition_asked(const Site& site, const server::Request& request, const law::Mechanism& mechanism) {
    const std::string_view name = server::find(request.query, "under").value_or("");
    auto edition = law::find_edition(site.law(), name.empty() ? mechanism.id : name);
    if (!edition) throw server::HttpError{400, "bad_parameter.under", edition.error()};
    return *edition;
}

// The request for the list of the cases: oldest first, and those of the mechanism where the reader chose no agreement.
server::Request for_the_list(const Site& site, const server::Request& request, const law::Mechanism& mechanism) {
    server::Request list = request;
    std::erase_if(list.query, [](const server::Parameter& p) { return p.value.empty(); });
    list.query.push_back({"sort", "filed"});
    const auto docket = site.docket();
    const bool has_cases = std::ranges::any_of(docket->cases, [&](const registry::Case& of) {
        return law::find_mechanism(site.law(), of.submission.agreement) == &mechanism;
    });
    if (has_cases && !server::find(list.query, "agreement")) list.query.push_back({"agreement", mechanism.id});
    return list;
}

}  // namespace

ReplayAsked replay_asked(const Site& site, const server::Request& request, const server::Match& match) {
    refuse_unknown_parameters(request, *match.route);
    const law::Mechanism& mechanism = mechanism_asked(site, match["id"]);
    const law::Edition under = edition_asked(site, request, mechanism);
    const server::Request list = for_the_list(site, request, mechanism);
    ReplayAsked asked{.mechanism = &mechanism, .cases = submissions_asked(site, list, 0), .replayed = {}, .on = {}, .query = {}};
    asked.on = asked.cases.docket->on;
    std::vector<const registry::Case*> cases;
    for (const registry::Standing* standing : asked.cases.listing.rows) cases.push_back(standing->of);
    asked.replayed = registry::replayed(cases, site.law(), under, asked.on);
    asked.query.push_back({"under", law::to_string(under)});
    for (const server::Parameter& p : query_of(asked.cases.filter, request))
        if (p.name != "sort") asked.query.push_back(p);
    return asked;
}

}  // namespace comity::site
