#pragma once

#include "store/connection.hpp"

namespace comity::store::postgres {

store::Matches matches(store::Connection& connection, const store::Query& query, const store::Search& asked);

}  // namespace comity::store::postgres
