#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The code lists that all mechanisms share, each concept with its definition and what each mechanism calls it.
server::Response vocabulary_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
