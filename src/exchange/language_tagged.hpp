#pragma once

#include <string_view>

#include "base/json_writer.hpp"
#include "base/text.hpp"

namespace comity::exchange {

// Writes a member with the text in each language that it has, as JSON-LD tags them: [{"@value": …, "@language": "fr"}, …]; no
// member where the text is empty.
void append_tagged(base::JsonWriter& json, std::string_view name, const base::Text& text);

}  // namespace comity::exchange
