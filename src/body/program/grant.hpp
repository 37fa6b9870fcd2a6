#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::program {

// A grant of a program to an organization.
struct Grant {
    std::string id;
    record::Ref program;
    std::string cycle;                   // "2021-2022", "1997 (third round)"
    base::Text title;                    // of the project; empty where no source gives it
    std::string organization;            // that receives it; "" where the source does not name it
    std::vector<std::string> countries;  // one or more
    std::optional<record::Place> place;
    std::vector<base::Money>
        amounts;  // one exact amount; or a cap; or "at least" and "cap" for a range; or what it shares with another grant
    base::Text amount_note;
    std::optional<base::Money> cycle_total;  // of all grants of the cycle
    base::Date year;
    std::optional<base::Date> start_date;
    std::optional<base::Date> end_date;
    base::Text summary;
    std::optional<record::Ref> news_item;  // that tells of it
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::program
