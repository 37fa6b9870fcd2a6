#pragma once

#include <memory>
#include <optional>

#include "body/registry/docket.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::api {

// A case as it stood at the end of the day asked about: without the events and documents that came later. The places of events in
// the evaluation (law::Moment::event, findings) are places in of.events.
struct CaseSeen {
    std::unique_ptr<const registry::Case> of;  // where it is, on points to it
    registry::CaseOn on;
    server::Parameters days;  // those that the request names
    std::optional<site::Known> known;
};
CaseSeen case_seen(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::api
