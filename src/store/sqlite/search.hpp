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

// The query in FTS5's own language; its phrases come in the order of rank_shape.
std::string match_expression(const store::Query& query);

std::vector<store::KindFound> count_by_type(StoppableConnection& connection, const store::Query& query,
                                            const std::vector<std::string_view>& types, std::size_t most);
std::vector<store::Found> best_of_type(StoppableConnection& connection, const store::Query& query,
                                       const store::BestOfType& asked);

}  // namespace comity::store::sqlite
