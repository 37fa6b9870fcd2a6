#pragma once

#include "web/server/route.hpp"
#include "web/site/landing.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The page that a section of the navigation leads to: what each of its collections has to say first, and the way to all of it.
server::Response landing_page(site::Page page, const site::Site& site, const server::Request& request,
                              const server::Match& match);

}  // namespace comity::pages
