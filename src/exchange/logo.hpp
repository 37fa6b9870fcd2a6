#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "base/fault.hpp"

// The logo of a body: an SVG of shapes and nothing else, so that it can stand in every page.
namespace comity::exchange {

inline constexpr std::size_t most_bytes_of_a_logo = 8 * 1024;  // every page carries it

struct Logo {
    std::string view_box;  // "0 0 44 44"
    std::string shapes;    // the elements inside <svg>, safe as markup
};

// Reads an SVG; `file` is its name for messages. Known are <svg viewBox>, <g> and the basic shapes with attributes for their
// geometry and paint; anything else (text, scripts, styles, references, entities) is a fault and never left out silently.
std::expected<Logo, base::Fault> read_logo(std::string_view svg, const std::string& file);

// As a file of its own.
std::string logo_file(const Logo& logo);

}  // namespace comity::exchange
