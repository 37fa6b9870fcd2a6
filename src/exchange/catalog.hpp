#pragma once

#include "record/record.hpp"

// Everything that knows all nouns at once asks here.
namespace comity::exchange {

// All record types of a body, each after those that its records refer to; bodies and decisions refer to each other.
record::Catalog catalog();

}  // namespace comity::exchange
