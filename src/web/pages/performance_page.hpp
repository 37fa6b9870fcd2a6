#pragma once

#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The retrospective: how submissions have fared, as the docket of the day has it.
server::Response performance_page(const site::Site& site, const server::Request& request, const server::Match& match);
// One figure of it, with every row of its table. Throws HttpError 404 "no_figure".
server::Response figure_page(const site::Site& site, const server::Request& request, const server::Match& match);

}  // namespace comity::pages
