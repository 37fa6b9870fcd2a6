#include <cstdio>

#include "exchange/catalog.hpp"
#include "store/schema.hpp"

// Prints the tables that the record types want, as the migration that makes them from nothing.
int main() { std::fputs(comity::store::schema_sql(comity::exchange::catalog()).c_str(), stdout); }
