#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The news with a deadline for comments or applications: what is open and for how long, what was, and what came of it.
server::Response consultations_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
