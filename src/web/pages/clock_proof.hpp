#pragma once

#include <functional>
#include <optional>

#include "web/html/html.hpp"
#include "web/pages/case_parts.hpp"

namespace comity::pages {

// What the proof of a clock without a case refers to.
struct ProofView {
    const law::Mechanism& mechanism;
    std::optional<base::Date> filed;  // empty: not known
    base::Language language;
    base::Words words;
};

// The proof of a clock's due date, step by step: what opened it, the provision, the rule and why this version of it, the
// calendar, the count with each skipped day by name, the roll-forward, the extension, the due date, what met it.
void clock_proof(html::Html& h, const CaseView& view, const law::Clock& clock);
// That of a clock without a case; `last` writes what is to be said of its end. Its events are not known: of what opened it, the
// type and date alone.
void clock_proof(html::Html& h, const ProofView& view, const law::Clock& clock, const std::function<void()>& last);

}  // namespace comity::pages
