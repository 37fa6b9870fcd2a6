#include "base/utf8.hpp"

namespace comity::base {

std::size_t utf8_sequence(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t n) {
        if (text.size() <= n) return false;
        for (std::size_t i = 1; i <= n; ++i)
            if ((byte(i) & 0xC0) != 0x80) return false;
        return true;
    };
    const unsigned char a = byte(0);
    if (a < 0x80) return 1;
    if (a < 0xC2) return 0;
    if (a < 0xE0) return follows(1) ? 2 : 0;
    if (a < 0xF0) return follows(2) && !(a == 0xE0 && byte(1) < 0xA0) && !(a == 0xED && byte(1) >= 0xA0) ? 3 : 0;
    return a <= 0xF4 && follows(3) && !(a == 0xF0 && byte(1) < 0x90) && !(a == 0xF4 && byte(1) >= 0x90) ? 4 : 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t n = utf8_sequence(text);
        if (n == 0) return false;
        text.remove_prefix(n);
    }
    return true;
}

}  // namespace comity::base
