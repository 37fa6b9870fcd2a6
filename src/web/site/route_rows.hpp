#pragma once

#include <vector>

#include "web/site/routes.hpp"

namespace comity::site {

// Adds a list and a record for every collection.
void add_collection_rows(std::vector<Row>& table);
// Adds the map and the OGC API.
void add_map_rows(std::vector<Row>& table);

}  // namespace comity::site
