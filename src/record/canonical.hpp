#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "record/record.hpp"

namespace comity::record {

// The one way to write a value: keys sorted by their bytes, no white space, shortest numbers. Equal values have equal canonical
// forms; the journal's hashes stand on it, so it never changes.
std::string canonical(const Value& value);
void append_canonical(std::string& out, const Value& value);

// Limits for JSON from outside. The error says where: "line 12: …".
struct ParseLimits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 32;
};
std::expected<Value, std::string> parse_json(std::string_view text, const ParseLimits& limits = {});

}  // namespace comity::record
