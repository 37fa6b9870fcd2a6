#include "store/connection.hpp"

#include "store/postgres/postgres.hpp"
#include "store/sqlite/sqlite.hpp"

namespace comity::store {

std::unique_ptr<Connection> connect(const std::string& address, Purpose purpose, sqlite::KeptLists* kept) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite)) return sqlite::connect(address.substr(sqlite.size()), purpose, kept);
    return postgres::connect(address, purpose);
}

}  // namespace comity::store
