#include "store/connection.hpp"

#include "store/postgres/postgres.hpp"
#include "store/sqlite/sqlite.hpp"

namespace comity::store {

std::unique_ptr<Connection> connect(const std::string& address, Purpose purpose) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite)) return sqlite::connect(address.substr(sqlite.size()), purpose);
    return postgres::connect(address, purpose);
}

}  // namespace comity::store
