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
    std::string url;
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::outreach
