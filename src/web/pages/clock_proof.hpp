#pragma once

#include "web/html/html.hpp"
#include "web/pages/case_parts.hpp"

namespace comity::pages {

// The proof of a clock's due date, step by step: what opened it, the provision, the rule and why this version of it, the
// calendar, the count with each skipped day by name, the roll-forward, the extension, the due date, what met it.
void clock_proof(html::Html& h, const CaseView& view, const law::Clock& clock);

}  // namespace comity::pages
