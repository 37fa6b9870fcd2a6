#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace comity::base {

// The files inside the program, by their path in the repository: "data/law/naaec/mechanism.toml",
// "src/web/pages/assets/comity.css"; message catalogs are "messages/en.mo". The views live as long as the program.
struct EmbeddedFile {
    std::string_view path;
    std::string_view content;
};
std::optional<std::string_view> embedded(std::string_view path);
std::vector<EmbeddedFile> embedded_under(std::string_view prefix);  // sorted by path

}  // namespace comity::base
