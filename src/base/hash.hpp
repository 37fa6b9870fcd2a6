#pragma once

#include <string>
#include <string_view>

namespace comity::base {

std::string sha256(std::string_view bytes);  // 64 lower-case hexadecimal digits

// 16 lower-case hexadecimal digits (SipHash-2-4 under a fixed key), ten times as fast as sha256: tells the versions of one text
// apart, and stops nobody who wants two texts to agree.
std::string short_hash(std::string_view bytes);

}  // namespace comity::base
