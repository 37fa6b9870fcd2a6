#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"

// Code lists: the values that a string field may have, where they are facts of the world rather than of the program. Each is a
// file of data/codes: [{"code": "mining", "label": {"en": …, "fr": …, "es": …, "original": "en"}, "uri": …}, …].
namespace comity::record {

struct Code {
    std::string code;
    base::Text label;
    std::string uri;  // the same idea in a public vocabulary, or ""
};

// The list data/codes/<name>.json, sorted by code, read once. A name without a file is a bug.
std::span<const Code> code_list(std::string_view name);
// Null where the list has no such code.
const Code* find_code(std::string_view list, std::string_view code);
// The code that is spelled most like this one, or "" where none comes near.
std::string_view nearest_code(std::string_view list, std::string_view code);

// Which of these is spelled most like `wanted`, or "" where none comes near.
std::string_view nearest(std::span<const std::string_view> known, std::string_view wanted);

}  // namespace comity::record
