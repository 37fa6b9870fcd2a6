#include "exchange/accent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace comity::exchange {

namespace {

constexpr double least_contrast = 4.5;  // WCAG 2.2, 1.4.3: of text that is not large

double luminance(Color color) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

// `part` of `over`, the rest of `under`.
Color mixed(Color over, Color under, double part) {
    const auto mix = [part](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(part * a + (1 - part) * b));
    };
    return {mix(over.red, under.red), mix(over.green, under.green), mix(over.blue, under.blue)};
}

constexpr double part_of_the_tint = 0.1;

double least(Color color, Color on) { return std::min(contrast(color, on), contrast(color, mixed(color, on, part_of_the_tint))); }

// The same hue, as much nearer to black (on light paper) or to white as it has to be.
Color readable(Color color, Color on) {
    const Color toward = luminance(on) > 0.5 ? Color{0, 0, 0} : Color{255, 255, 255};
    for (int percent = 1; percent < 100; ++percent) {
        const Color better = mixed(toward, color, percent / 100.0);
        if (least(better, on) >= least_contrast) return better;
    }
    return toward;
}

void check(base::Faults& faults, std::string_view field, Color color, Color on) {
    const double found = least(color, on);
    if (found >= least_contrast) return;
    // Rounded down, so that 4.499 does not read as what is asked.
    faults.push_back({"", "", std::string(field),
                      fmt::format("{} has a contrast of {:.2f} to 1 on {} paper and its head band, and texts are set in it",
                                  to_string(color), std::floor(found * 100) / 100, field),
                      fmt::format("at least {} to 1, such as {}", least_contrast, to_string(readable(color, on)))});
}

}  // namespace

std::optional<Color> color_from(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (error != std::errc{} || end != text.data() + 7) return std::nullopt;
    return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xff),
                 static_cast<std::uint8_t>(value & 0xff)};
}

std::string to_string(Color color) { return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue); }

double contrast(Color one, Color other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

Accent tint(const Accent& accent) {
    return {mixed(accent.light, paper.light, part_of_the_tint), mixed(accent.dark, paper.dark, part_of_the_tint)};
}

base::Faults check_contrast(const Accent& accent) {
    base::Faults faults;
    check(faults, "light", accent.light, paper.light);
    check(faults, "dark", accent.dark, paper.dark);
    return faults;
}

}  // namespace comity::exchange
