#pragma once

#include <optional>
#include <string>
#include <vector>

#include "body/council/person.hpp"
#include "insight/chart.hpp"
#include "web/pages/record_parts.hpp"

// The terms for which people held offices, as a table and as bars along the years.
namespace comity::pages {

// Which of the two the page is about already.
enum class TermsOf : std::uint8_t { person, body };

// Newest first, those whose first day is not known last.
std::vector<council::OfficeTerm> sorted_terms(std::vector<council::OfficeTerm> terms);

struct TermBar {
    std::string label, note;
    std::optional<base::Date> start, end;
};
// Bars on a scale of whole years. What has no first day is a row without a bar; what has no last one is open to the right.
insight::BarChart terms_chart(const std::vector<TermBar>& bars);

// The drawing, where any term has a first day, and the table below it.
void terms(html::Html& h, const ValueView& view, const std::vector<council::OfficeTerm>& terms, TermsOf of);

}  // namespace comity::pages
