#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// One submission on a day: what it is about, where it stands, its course, its docket, its clocks with their proofs, its facts.
server::Response case_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
