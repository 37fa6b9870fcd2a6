#pragma once

#include <cstddef>
#include <string_view>

namespace comity::base {

// Number of bytes of the well-formed UTF-8 sequence that text begins with; 0 where it is not well formed (cut off, overlong, a
// surrogate, above U+10FFFF) or text is empty.
std::size_t utf8_sequence(std::string_view text);

bool is_utf8(std::string_view text);

}  // namespace comity::base
