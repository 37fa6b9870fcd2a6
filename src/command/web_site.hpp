#pragma once

#include "web/server/site.hpp"
#include "web/site/moved.hpp"
#include "web/site/site.hpp"

namespace comity::command {

// The whole site as the server takes it: every row of the body's route table with the surface that answers it, people's pages or
// a machine format; errors; where pages have gone; and the stamp that pages are cached by. Both arguments must outlive it.
server::Site web_site(const site::Site& site, const site::MovedPages& moved);

}  // namespace comity::command
