#pragma once

#include "web/pages/list_parts.hpp"

namespace comity::pages {

// The few records of a list that are featured, with the rule by which they are: of the most recent ones those that most other
// records name. Nothing where the list is narrowed or not at its beginning. `title` and `rule` are message keys.
void featured(html::Html& h, const ListView& view, const char* title, const char* rule);

}  // namespace comity::pages
