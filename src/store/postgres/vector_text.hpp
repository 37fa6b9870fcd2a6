#pragma once

#include <string>

#include "store/document.hpp"

namespace comity::store::postgres {

// A document as the text of a tsvector: 'ocean':1A 'pacif':2A.
std::string vector_text(const store::Document& document);
// A query as the text of a tsquery: ('ocean') & ('great' <-> 'lake' | 'great' <-> 'lak').
std::string query_text(const store::Query& query);

}  // namespace comity::store::postgres
