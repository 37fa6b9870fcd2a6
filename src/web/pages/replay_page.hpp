#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// Cases beside what other rules would have made of them: the answer, the drawing and its tables, whose time would have been kept
// and whose not, and what can't be compared.
server::Response replay_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
