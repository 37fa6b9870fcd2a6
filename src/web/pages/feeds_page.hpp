#pragma once

#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// What can be subscribed to: a feed for every list, the calendars, how it is done, and that a filtered list is a feed too.
server::Response feeds_page(const site::Site& site, const server::Match& match);

}  // namespace comity::pages
