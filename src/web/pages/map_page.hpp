#pragma once

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// Where the body's work is: every collection with places as a layer, with the filters of its list, and the same as tables.
server::Response map_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
