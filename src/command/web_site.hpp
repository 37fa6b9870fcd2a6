#pragma once

#include "web/server/site.hpp"
#include "web/site/site.hpp"

namespace comity::command {

// The whole site as the server takes it: every row of the route table with the surface that answers it, people's pages or a
// machine format; errors; and the stamp that pages are cached by. The site must outlive it.
server::Site web_site(const site::Site& site);

}  // namespace comity::command
