#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.hpp"
#include "collections/shelf.hpp"
#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

namespace comity::api {

// {"href": …, "rel": …, "type": …}
void write_link(base::JsonWriter& json, std::string_view rel, std::string_view type, std::string_view address);
// With the site's origin.
std::string ogc_address(const site::Site& site, site::Page page, const server::Parameters& captured = {},
                        const server::Parameters& query = {});
// Whether the body's site has this collection.
bool ogc_offers(const site::Site& site, const collections::Collection& collection);
// What match["collection"] names. Throws HttpError 404 "no_collection".
const collections::Shelf& ogc_shelf(const site::Site& site, const collections::Shelves& shelves, const server::Match& match);

}  // namespace comity::api
