#pragma once

#include "store/connection.hpp"

namespace comity::store::sqlite {

class KeptLists;

store::Matches matches(store::Connection& connection, const store::Query& query, const store::Search& asked, KeptLists& kept);
bool finds(store::Connection& connection, const store::Query& query, KeptLists& kept);

}  // namespace comity::store::sqlite
