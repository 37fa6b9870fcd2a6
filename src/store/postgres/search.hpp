#pragma once

#include <vector>

#include "store/connection.hpp"

namespace comity::store::postgres {

std::vector<store::KindFound> count_by_type(store::Connection& connection, const store::Query& query,
                                            const std::vector<std::string_view>& types, std::size_t most);
std::vector<store::Found> best_of_type(store::Connection& connection, const store::Query& query, const store::BestOfType& asked);

}  // namespace comity::store::postgres
