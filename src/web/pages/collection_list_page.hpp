#pragma once

#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The list of a collection: search, filters with exact counts, a table, the next page.
server::Response collection_list_page(site::Page page, const site::Site& site, const server::Request& request,
                                      const server::Match& match);

}  // namespace comity::pages
