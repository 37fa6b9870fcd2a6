#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// How the record is kept: the journal, its chain, how to check it.
server::Response record_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
