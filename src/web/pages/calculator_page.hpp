#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The deadline calculator: a question about one step, the clocks that it leads to, the proof of each.
server::Response calculator_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
