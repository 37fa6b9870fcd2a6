#pragma once

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// Two editions of an instrument's fact sheet beside each other, with the words that were removed and added.
server::Response fact_sheets_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
