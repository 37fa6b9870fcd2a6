#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/fault.hpp"

// The colours of a body, looked at before anyone has to read them.
namespace comity::exchange {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Color&, const Color&) = default;
};

// "#274b8f". nullopt: it is not written like that.
std::optional<Color> color_from(std::string_view text);
std::string to_string(Color color);

// As WCAG 2.2 defines it: from 1 to 21.
double contrast(Color one, Color other);

// The colour of links, drawings and the head band, on light paper and on dark.
struct Accent {
    Color light, dark;
};

// The style sheet's --paper, which a test compares with it.
inline constexpr Accent paper{{0xfc, 0xfc, 0xfa}, {0x15, 0x1a, 0x19}};

// The head band behind text in the accent: a tenth of it on paper.
Accent tint(const Accent& accent);

// What is wrong with the accent's contrast on paper and on its head band, and the nearest colour that would do; empty: nothing.
base::Faults check_contrast(const Accent& accent);

}  // namespace comity::exchange
