#pragma once

// The one way to include toml++: with two settings in one program the linker would mix two kinds of parser.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

namespace comity::base {

using ParsedToml = toml::parse_result;  // the table, or what is wrong and where

}  // namespace comity::base
