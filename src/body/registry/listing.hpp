#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/fault.hpp"
#include "body/registry/docket.hpp"

// The list of submissions: filters that combine, exact counts, an order, and cursors.
namespace comity::registry {

enum class Sort : std::uint8_t { relevance, filed, filed_ascending, title, status, duration, duration_ascending };

// A facet's values are joined by "or", facets by "and". Values are codes as they stand in addresses: '-' for '_'.
struct Filter {
    std::set<std::string> parties;     // "CAN", "MEX", "USA"
    std::set<std::string> agreements;  // "naaec", "usmca"
    std::set<std::string> statuses;    // "open", "closed"
    std::set<std::string> outcomes;
    std::set<std::string> stages;
    std::set<std::string> matters;
    std::set<std::string> ids;  // of submissions: only these; empty for all
    bool overdue = false;
    std::optional<int> from, to;  // year filed, both included
    std::string words;            // full text; "" for none
    std::optional<Sort> sort;     // none: by relevance if there are words, else newest first
    std::string after;            // where the page before ended: a cursor, or the id of its last submission
    std::size_t limit = 0;        // 0: all
};

// Reads the parameters of an address: party, agreement, status, outcome, stage, matter (each may come several times),
// id=SEM-15-002,SEM-16-001, overdue=yes, from, to, q, sort, after, limit. Others are left to the caller. A fault's field is the
// parameter.
std::expected<Filter, base::Faults> filter_from(const std::vector<std::pair<std::string, std::string>>& parameters);
// The same parameters again, in a fixed order, without `after` and `limit`; empty values are left out.
std::vector<std::pair<std::string, std::string>> parameters_of(const Filter& filter);

std::string_view code(Sort sort);  // "relevance", "filed", "-filed" … as in addresses: "-" turns the order round

// How many submissions each value of a facet would give, with all other facets applied.
using Counts = std::map<std::string, std::size_t, std::less<>>;

struct Listing {
    std::vector<const Standing*> rows;  // this page
    std::size_t before = 0;             // rows on earlier pages
    std::size_t count = 0;              // all that match
    std::size_t of = 0;                 // all on that day
    std::string next;                   // cursor of the next page, "" on the last
    Counts parties, agreements, statuses, outcomes, stages, matters;
    std::size_t overdue = 0;
};

// The submissions of the docket that match. `matching` is what the store's search found for filter.words; it is ignored where
// there are no words. The error is a fault of `after` that is no cursor and names no submission of the list.
std::expected<Listing, base::Fault> list(const DocketOn& docket, const Filter& filter, const std::vector<store::Found>& matching);

}  // namespace comity::registry
