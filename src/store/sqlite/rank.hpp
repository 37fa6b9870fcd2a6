#pragma once

#include <string>

#include "store/document.hpp"

struct sqlite3;

namespace comity::store::sqlite {

// Makes comity_rank(comity_words, shape) known to the connection: how well a row answers, larger is better.
void register_rank(sqlite3* db);

// What comity_rank must know of a query: how many phrases name types, then how many each term has: "1 3 2".
std::string rank_shape(std::size_t types, const Query& query);

}  // namespace comity::store::sqlite
