#pragma once

#include <optional>

#include "body/council/office.hpp"
#include "law/mechanism.hpp"
#include "web/site/site.hpp"

// What someone who files on a day has to know: the rules of that day and where the filing goes.
namespace comity::site {

// Whether submissions under the mechanism are kept in this registry: it has some, or its agreement is among those of the body.
bool kept_here(const Site& site, const law::Mechanism& mechanism);

struct Filing {
    base::Day day;
    const law::Mechanism* mechanism = nullptr;  // null: none that is kept here takes filings on that day
    law::Mechanism rules;                       // of that day alone; empty without a mechanism
    const law::Step* first = nullptr;           // of the rules: the main step that a filing opens
};
// Of several mechanisms the one that came last. Points into itself, so it is not to be copied.
std::unique_ptr<const Filing> filing_on(const Site& site, base::Day day);

// The office to which the body is written, as its profile names it; nullopt where the record has none.
std::optional<council::Office> filing_office(const Site& site);

}  // namespace comity::site
