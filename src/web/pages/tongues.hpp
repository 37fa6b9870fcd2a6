#pragma once

#include <utility>
#include <vector>

#include "web/pages/record_parts.hpp"

namespace comity::pages {

// The part "Languages": the text in each language of the body, which is the original, which translation is behind it and which is
// missing; then other texts in the languages that they have beside their original, under labels with {language}.
void tongues(html::Html& h, const RecordView& view, const base::Text& text,
             const std::vector<std::pair<const char*, const base::Text*>>& others);

}  // namespace comity::pages
