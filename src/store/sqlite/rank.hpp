#pragma once

#include <string>

#include "store/query.hpp"

struct sqlite3;

namespace comity::store::sqlite {

// Makes comity_rank(comity_words, shape) known to the connection: how well a row answers, larger is better. With more arguments,
// types (one bit for each number), of_each and in_all, NULL for a row of another type, and for one that is neither among the
// first of its type nor among the first of all.
void register_rank(sqlite3* db);

// What comity_rank must know of a query: for each group how many phrases are like all of it, and how many terms it has; for each
// of those how many phrases are exact and how many alike: "0 2 1 0 3 4". The phrases of a group come after those of its terms.
std::string rank_shape(const Query& query);

}  // namespace comity::store::sqlite
