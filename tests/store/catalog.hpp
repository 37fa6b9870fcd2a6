#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/journal.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

// A small body: a field of every kind, lists, structures, parts of parts, what is hidden.
namespace comity::store::tests {

record::Catalog catalog();

record::Value json(std::string_view text);  // throws where it is no JSON

record::Change put(std::string_view type, std::string_view object, std::int64_t on_version = 0);
record::Change removal(std::string_view type, std::string_view id, std::int64_t on_version);

}  // namespace comity::store::tests
