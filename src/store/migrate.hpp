#pragma once

#include <expected>
#include <string>

#include "store/connection.hpp"

namespace comity::store {

// Applies the migrations that the database lacks, in one transaction. The error: the database is newer than the program, or was
// made with a migration that has been changed since. With `create_tables` the record types' tables come from the catalog instead.
std::expected<void, std::string> migrate(Connection& connection, record::Catalog catalog, bool create_tables);

}  // namespace comity::store
