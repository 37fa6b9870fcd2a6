#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::program {

struct Contribution {
    std::string party;
    base::Money amount;
    static std::span<const record::Field> fields();
};

struct BudgetLine {
    base::Text item;
    base::Money amount;
    static std::span<const record::Field> fields();
};

// What a body may spend in a year.
struct Budget {
    std::string id;  // the year
    base::Date year;
    std::optional<record::Ref> body;
    std::optional<record::Ref> decision;  // that fixed it
    std::optional<base::Money> total;     // absent: not known
    std::string denominated_in;           // currency in which it is kept, where the total is the equivalent in another
    std::vector<Contribution> contributions;
    base::Text contribution_basis;  // how the Parties' shares are set
    std::vector<BudgetLine> lines;  // as far as a source shows them
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::program
