#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "web/site/site.hpp"

namespace comity::site {

// What a code is called in the reader's language, for tables that name many kinds of things: `list` is "party", "agreement",
// "matter", "year", "step", "actor", "outcome" (also "open" and "", for an end that is not told), "stage", "version", "point" (an
// event type) or "strength". A code that nobody knows stays as it is.
std::string name_of(const Site& site, std::string_view list, std::string_view code, base::Language language);

}  // namespace comity::site
