#pragma once

#include "body/registry/replayed.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

// What a reader asks of the replay, read once for the page and its formats.
namespace comity::site {

struct ReplayAsked {
    const law::Mechanism* mechanism = nullptr;  // whose page it is
    Asked cases;
    registry::Replayed replayed;
    base::Day on;
    server::Parameters query;  // what makes the same address again
};

// Parameters: under (an edition, "NAAEC@2012"; without it the newest rules of the page's mechanism), on, and those of the list
// that choose cases: party, agreement, from, to. Without agreement: the cases of the page's mechanism, or all where it has none.
// Throws HttpError 400 "bad_parameter.…", 404 "no_mechanism".
ReplayAsked replay_asked(const Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::site
