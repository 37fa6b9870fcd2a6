#pragma once

#include "law/edition.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

namespace comity::site {

struct EditionsAsked {
    law::Edition before, after;
};
// Those that "from" and "to" name; without them, the mechanism's newest edition and the one before it. Throws HttpError 404
// "no_mechanism", 400 "no_edition".
EditionsAsked editions_asked(const Site& site, const server::Request& request, std::string_view mechanism);

}  // namespace comity::site
