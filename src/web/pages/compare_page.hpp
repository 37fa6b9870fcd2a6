#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// Two editions of the rules side by side: the parameters "from" and "to", or the mechanism's last two.
server::Response compare_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
