#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// What the body's docket says today: whose turn it is in the open cases, and what was filed last.
server::Response home_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
