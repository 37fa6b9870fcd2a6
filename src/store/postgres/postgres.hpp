#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace comity::store::postgres {

// `address` is a connection string or URL of libpq; several hosts are tried in turn, and the one that takes writes is chosen.
std::unique_ptr<store::Connection> connect(const std::string& address, store::Purpose purpose);

}  // namespace comity::store::postgres
