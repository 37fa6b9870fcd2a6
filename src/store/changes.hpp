#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "record/journal.hpp"
#include "store/store.hpp"

namespace comity::store {

// What the journal's entries after `head` changed, in their order, for what is kept in memory and brought up to date; nullopt
// where it is more than `most` changes: then reading everything is quicker.
std::optional<std::vector<record::Change>> changes_since(const Snapshot& snapshot, std::int64_t head, std::size_t most);

}  // namespace comity::store
