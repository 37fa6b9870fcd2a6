#pragma once

#include <optional>
#include <vector>

#include "web/server/request.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// Addresses that lead to something that is there, for those who try the interface.
namespace comity::site {

// What the {name} segments of the page's address can be, for the newest record of its kind; nullopt where the body has none.
// Empty for an address without such segments.
std::optional<server::Parameters> example_of(const Site& site, const Row& row);

// A value that the parameter can have on that page: the route's own example, or what a new record of the list has in that facet.
// nullopt where there is none to try.
std::optional<server::Parameter> example_of(const Site& site, const Row& row, const server::QueryParameter& parameter);

}  // namespace comity::site
