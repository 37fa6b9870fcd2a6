#pragma once

#include <string>
#include <string_view>

namespace comity::base {

std::string sha256(std::string_view bytes);  // 64 lower-case hexadecimal digits

}  // namespace comity::base
