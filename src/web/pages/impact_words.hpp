#pragma once

#include <string>

#include "web/pages/field_values.hpp"

namespace comity::pages {

// "more than 1,200 hectares": the value of a figure as its source puts it.
std::string impact_value(const ValueView& view, const record::Value& figure);

}  // namespace comity::pages
