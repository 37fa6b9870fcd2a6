#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::outreach {

enum class Comparison {
    exactly,
    more_than,
    almost,
};
BOOST_DESCRIBE_ENUM(Comparison, exactly, more_than, almost)

// A figure that someone published about results.
struct ImpactFigure {
    std::string id;
    base::Text metric;
    double value = 0;
    std::string unit;
    Comparison comparison{};             // how the source puts the value
    base::Date start_date;               // year or first year that it tells of
    std::optional<base::Date> end_date;  // last year, where it is a span
    std::optional<record::Ref> topic;
    base::Text subject;                      // where no scheme of topics has it
    std::optional<record::Ref> body;         // whose result it is: a grant program, a working group
    std::optional<record::Ref> project;      // behind it
    std::optional<record::Ref> publication;  // from which it comes
    std::optional<record::Ref> decision;     // that gives it
    std::optional<record::Ref> news_item;    // that tells of it
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::outreach
