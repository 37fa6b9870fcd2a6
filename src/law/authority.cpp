#include "law/authority.hpp"

#include <algorithm>
#include <array>

namespace comity::law {

static constexpr std::array<std::string_view, 3> confidence_codes{"verified", "derived", "recalled"};

std::string_view code(Confidence confidence) { return confidence_codes[static_cast<std::size_t>(confidence)]; }

std::optional<Confidence> confidence_from(std::string_view code) {
    const auto at = std::ranges::find(confidence_codes, code);
    if (at == confidence_codes.end()) return std::nullopt;
    return static_cast<Confidence>(at - confidence_codes.begin());
}

}  // namespace comity::law
