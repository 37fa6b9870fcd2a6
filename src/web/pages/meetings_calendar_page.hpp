#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The meetings of a year, month by month, and the same as a list; what was moved stands under its former days too.
server::Response meetings_calendar_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
