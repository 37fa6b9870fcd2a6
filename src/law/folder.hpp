#pragma once

#include <filesystem>

#include "law/mechanism.hpp"

namespace comity::law {

// The law inside the program together with that of a folder: mechanisms and calendars of a body's own, laid out as in data/law
// (<mechanism>/*.toml, calendars/*.toml). The shipped law alone where there is no such folder.
std::expected<Mechanisms, base::Faults> shipped_and(const std::filesystem::path& folder);

}  // namespace comity::law
