#pragma once

#include "law/toml_file.hpp"

namespace comity::law {

inline constexpr std::size_t most_bytes_of_a_json = 2 << 20;
inline constexpr std::size_t most_nesting_of_a_json = 16;

// A JSON text as the tree that rule files make too, so that TableReader reads it: null is std::monostate, every number is whole,
// a date is a text. What is not JSON, a key that stands twice, and a number with a fraction are faults, with their line.
std::expected<Node, base::Faults> parse_json(const SourceFile& file);

std::string compact(const Node& node);  // as JSON without spaces
std::string shown(const Node& node);    // the same; what is longer than a person reads is cut short

}  // namespace comity::law
