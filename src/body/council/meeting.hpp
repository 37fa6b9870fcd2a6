#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "body/council/person.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

// A date and place that a meeting had before it was moved.
struct FormerSchedule {
    std::optional<base::Date> start_date;
    std::optional<base::Date> end_date;
    base::Text place;
    std::string source;
    static std::span<const record::Field> fields();
};

struct Meeting {
    std::string id;  // "council-23", "jpac-94-01"
    record::Ref body;
    std::string kind;
    std::string number;  // in the body's own count: "23", "94-01"; or the source's name for it
    base::Date start_date;
    std::optional<base::Date> end_date;
    std::optional<record::Place> place;
    std::string format;  // "" where the source does not say
    base::Text theme;
    std::vector<NamedPerson> chairs;
    std::vector<NamedPerson> delegates;  // one for each Party, or the substitute that it sent
    base::Text summary;
    std::vector<base::Text> outcomes;
    base::Text outcome_document;              // as the source names it
    std::optional<record::Ref> outcome_news;  // the outcome document among the news
    std::optional<record::Ref> related_decision;
    std::vector<FormerSchedule> moved_from;
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
