#pragma once

#include <vector>

#include "collections/collection.hpp"

namespace comity::collections {

// The table behind all().
std::vector<Collection> make_table();

}  // namespace comity::collections
