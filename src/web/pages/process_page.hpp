#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The mechanisms, each with its agreement and the filings that it governs.
server::Response processes_page(const site::Site& site, const server::Request& request, const server::Match& match);
// One mechanism, drawn and explained from the files that the engine reads: steps, clocks, criteria, votes, versions, days off.
server::Response process_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
