#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace comity::record {

// One change to one record. `on_version` is the version that it was made on: 0 for a record that is new, else the version
// that its author saw. A put gives the whole record.
struct Change {
    enum class Kind : std::uint8_t { put, remove };
    Kind kind = Kind::put;
    std::string type;
    std::string id;
    std::int64_t on_version = 0;
    Value record;  // an object for put, null for remove
};

// An entry of the journal. `hash` is SHA-256 over the canonical form of all the rest, which includes the hash of the entry
// before it ("" before the first).
struct Entry {
    std::int64_t sequence = 0;  // 1, 2, 3, …
    std::string time;           // UTC, "2026-11-22T18:21:20.123Z"
    std::string actor;
    std::string reason;
    std::string changes;  // as canonical_changes writes them
    std::string previous;
    std::string hash;
};

// The changes as they are stored and hashed.
std::string canonical_changes(const std::vector<Change>& changes);
std::vector<Change> parse_changes(
    std::string_view canonical);          // throws std::runtime_error for a text that canonical_changes did not write
std::string hash_of(const Entry& entry);  // of everything but Entry::hash

}  // namespace comity::record
