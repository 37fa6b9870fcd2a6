#pragma once

#include <cstddef>
#include <vector>

#include "collections/shelf.hpp"

namespace comity::collections {

struct Featured {
    const Item* item = nullptr;  // of the shelf
    std::size_t links = 0;       // from other records; of each field at most 100 count
};

// The few records of a shelf that are featured: of the most recent ones that have begun by today those that most other records
// name, best first. Asks the store about each of them: to be kept where it is needed often.
std::vector<Featured> featured(const store::Snapshot& snapshot, const Shelf& shelf, base::Day today);

}  // namespace comity::collections
