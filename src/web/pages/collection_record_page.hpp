#pragma once

#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// One record of a collection: what it is, its facts, what it names and what names it, its sources.
server::Response collection_record_page(site::Page page, const site::Site& site, const server::Request& request,
                                        const server::Match& match);

}  // namespace comity::pages
