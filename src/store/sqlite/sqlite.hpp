#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace comity::store::sqlite {

std::unique_ptr<store::Connection> connect(const std::string& path, store::Purpose purpose, KeptLists* kept = nullptr);

}  // namespace comity::store::sqlite
