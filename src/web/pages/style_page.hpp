#pragma once

#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::pages {

// The style guide: the colours as the style sheet has them, with their contrast, and each component once, made by the same code
// as on the pages.
server::Response style_page(const site::Site& site, const server::Match& match);

}  // namespace comity::pages
