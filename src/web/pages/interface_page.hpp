#pragma once

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The reference of the interface, made from the route table as the OpenAPI document is: every address with its formats and
// parameters, each with an example that can be followed.
server::Response interface_page(const site::Site& site, const server::Match& match);

}  // namespace comity::pages
