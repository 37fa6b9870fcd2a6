#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::outreach {

struct NewsItem {
    std::string id;
    base::Text title;
    std::string kind;
    std::optional<base::Date> date;      // absent: not known
    std::optional<base::Date> end_date;  // of an event of several days
    std::optional<base::Date> deadline;  // for comments or applications
    base::Text place;
    std::vector<record::Ref> submissions;
    std::vector<record::Ref> bodies;        // of whose work it tells: a grant program, a committee
    std::optional<record::Ref> meeting;     // that it announces or of which it tells
    std::vector<record::Ref> decisions;     // of which it tells
    std::vector<record::Ref> projects;      // of which it tells
    std::vector<record::Ref> publications;  // that it presents
    std::string url;
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::outreach
