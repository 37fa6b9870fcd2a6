#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// How to file, from the rules of today: who may, what it must say, where it goes, what happens then and how long that took so
// far.
server::Response how_to_file_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
