#include "store/utf8.hpp"

namespace comity::store {

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const std::size_t begin = at++;
    const auto lead = static_cast<unsigned char>(text[begin]);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xc2 && lead < 0xe0   ? 1
                             : lead >= 0xe0 && lead < 0xf0 ? 2
                             : lead >= 0xf0 && lead < 0xf5 ? 3
                                                           : 0;
    if (more == 0 || begin + more >= text.size()) return no_code_point;
    char32_t c = lead & (0x3fU >> more);
    for (std::size_t i = 1; i <= more; ++i) {
        const auto byte = static_cast<unsigned char>(text[begin + i]);
        if ((byte & 0xc0) != 0x80) return no_code_point;
        c = (c << 6) | (byte & 0x3fU);
    }
    const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (overlong || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return no_code_point;
    at = begin + more + 1;
    return c;
}

bool is_text(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const char32_t c = next_code_point(bytes, at);
        if (c == 0 || c == no_code_point) return false;
    }
    return true;
}

}  // namespace comity::store
