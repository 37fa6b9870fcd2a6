#pragma once

#include <string>
#include <string_view>

#include "base/messages.hpp"

namespace comity::law {

// A provision or an agreement's code as the reader's language cites it: "NAAEC 14(1); Guideline 9.6" is "ANACDE 14(1) ; Lignes
// directrices, par. 9.6" in French. What has no word in data/messages stays as it is written.
std::string cited(const base::Words& words, std::string_view provision);

}  // namespace comity::law
