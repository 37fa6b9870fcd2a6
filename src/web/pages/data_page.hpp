#pragma once

#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// Open data: every list with its formats, feeds and dictionary; how to ask.
server::Response data_page(const site::Site& site, const server::Match& match);

}  // namespace comity::pages
