#pragma once

#include <set>
#include <string>

#include "store/indexing.hpp"

// The journal's end and its growth, and a change applied to the tables: what commit and rebuild share.
namespace comity::store {

struct Head {
    std::int64_t sequence = 0;
    std::string hash;
};
Head read_head(Connection& connection);

std::vector<record::Entry> read_entries(Connection& connection, std::int64_t after, std::size_t limit);

void append_entry(Connection& connection, const record::Entry& entry);

// Writes or removes the record, notes that the entry touched it, and adds the documents that must be indexed again. `before`: the
// record as it is stored, null for none.
void apply(Connection& connection, const Types& types, const record::Change& change, std::int64_t sequence,
           const record::Value& before, std::set<Key>& to_index);

}  // namespace comity::store
