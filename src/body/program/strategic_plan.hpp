#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::program {

struct StrategicPlan {
    std::string id;  // "2021-2025"
    base::Text title;
    std::optional<record::Ref> body;  // whose plan it is
    base::Date start_date;
    base::Date end_date;
    std::optional<base::Date> adopted;
    std::optional<base::Date> published;
    base::Text pillar_term;  // what the plan calls its pillars: "strategic priorities"
    std::vector<base::Text> pillars;
    std::vector<base::Text> cross_cutting;  // aims across the pillars
    base::Text founding_text;
    std::optional<record::Ref> founding_publication;  // the founding text in the library
    std::optional<record::Ref> adopted_at;            // the meeting
    std::optional<record::Ref> publication;           // the plan itself in the library
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::program
