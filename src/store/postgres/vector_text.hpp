#pragma once

#include <string>

#include "store/document.hpp"
#include "store/query.hpp"

namespace comity::store::postgres {

// Stands before the stems of titles, which are in a document a second time for searches in titles alone.
inline constexpr std::string_view title_mark = "^";

// The lexeme that a document of this type holds, quoted.
std::string kind_lexeme(std::string_view type);
// A document as the text of a tsvector: 'ocean':1A '^ocean':1 'pacif':2B.
std::string vector_text(std::string_view type, const store::Document& document);
// A query as the text of a tsquery: ('ocean') & ('great' <-> 'lake' | 'great' <-> 'lak'). The mark stands before each stem.
std::string query_text(const store::Query& query, std::string_view mark = "");
// Any of the phrases, where they have this weight: 'great':A <-> 'lake':A. 0 for any weight; "" for no phrases.
std::string phrases_text(const std::vector<store::Phrase>& phrases, char weight = 0);

}  // namespace comity::store::postgres
