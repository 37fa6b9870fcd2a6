#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The registry as a list: search, filters with counts, an order, pages by cursor.
server::Response submissions_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
