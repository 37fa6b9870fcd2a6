#pragma once

#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// The surface for people.
namespace comity::pages {

// The answer of a page as HTML; of the style sheet, fonts and icon as they are. Throws HttpError. Asking for a page that has no
// HTML is a bug.
server::Response answer(site::Page page, const site::Site& site, const server::Request& request, const server::Match& match);

// An error as a page in the reader's language: what was wrong and what would be right.
server::Response error_page(const site::Site& site, const server::Request& request, const server::HttpError& error,
                            base::Language language);

}  // namespace comity::pages
