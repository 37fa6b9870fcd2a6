#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The proof of the clocks of one step of a case, on a page of its own: to be sent to someone, or printed.
server::Response clock_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
