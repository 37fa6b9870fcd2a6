#pragma once

#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The one search over everything: results of all kinds, with counts by kind and the passage that matches.
server::Response search_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
