#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace comity::store {

// Something that does not agree with the journal, or with the chain of its hashes.
struct Finding {
    std::int64_t entry = 0;  // of the journal; 0 where a record differs
    std::string type, id;    // of the record that differs
    std::string wrong;
};
std::string to_string(const Finding& finding);

struct Report {
    std::int64_t entries = 0, records = 0, documents = 0;  // how many were looked at
    std::vector<Finding> findings;                         // the first 20, the journal's first; empty for a sound store
};

// Follows the chain, replays the journal in memory, and compares every row, list member and search document with the result.
Report verify(const Snapshot& snapshot);

struct Rebuilt {
    std::int64_t entries = 0, records = 0;
};
// Empties everything that can be made again and makes it from the journal, in one transaction. Refuses a journal whose chain is
// broken.
std::expected<Rebuilt, std::string> rebuild(const Options& options);

}  // namespace comity::store
