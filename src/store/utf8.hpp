#pragma once

#include <cstddef>
#include <string_view>

namespace comity::store {

inline constexpr char32_t no_code_point = 0xffffffff;

// The code point that begins at text[at], and moves on to the next; no_code_point and one byte on for what is not UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Whether all of it is UTF-8 without U+0000, which PostgreSQL can't hold.
bool is_text(std::string_view bytes);

}  // namespace comity::store
