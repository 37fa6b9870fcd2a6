#include "store/changes.hpp"

#include <algorithm>
#include <iterator>

namespace comity::store {

std::optional<std::vector<record::Change>> changes_since(const Snapshot& snapshot, std::int64_t head, std::size_t most) {
    const std::vector<record::Entry> entries = snapshot.entries(head, most + 1);
    if (entries.size() > most) return std::nullopt;
    std::vector<record::Change> changes;
    for (const record::Entry& entry : entries) {
        std::ranges::move(record::parse_changes(entry.changes), std::back_inserter(changes));
        if (changes.size() > most) return std::nullopt;
    }
    return changes;
}

}  // namespace comity::store
