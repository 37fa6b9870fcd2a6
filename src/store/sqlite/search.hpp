#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace comity::store::sqlite {

// A document's number is its type's number shifted by so many bits, and its own.
inline constexpr std::int64_t type_shift = 40;

using WhileRow = std::function<bool(const store::Row&)>;  // whether to go on

class StoppableConnection : public store::Connection {
  public:
    virtual void query_until(std::string_view sql, store::Cells values, const WhileRow& go_on) = 0;
};

// Stands before the words of titles in their own column, so that what is looked for in titles alone reads no longer lists.
inline constexpr std::string_view title_mark = "\u00ac";
std::string marked(std::string_view words);  // a title's stems, each with the mark

// The query in FTS5's own language; its phrases come in the order of rank_shape. The mark stands before each stem.
std::string match_expression(const store::Query& query, std::string_view mark = "");

store::Matches matches(StoppableConnection& connection, const store::Query& query, const store::Search& asked);

}  // namespace comity::store::sqlite
