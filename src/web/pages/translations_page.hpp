#pragma once

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// In which languages the public record can be read, and how much of it is older than its original.
server::Response translations_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
