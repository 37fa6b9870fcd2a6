#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/text.hpp"

// What a body is called and whom it serves: data/bodies/<body>/profile.toml.
namespace comity::exchange {

struct Party {
    std::string code;  // ISO 3166-1 alpha-3
    base::Text name;   // "Mexico"
};

struct Profile {
    base::Text name;          // in every language of the body
    base::Text abbreviation;  // "CEC"
    std::vector<Party> parties;
    std::vector<std::string> address;  // of the Secretariat, a line each; as it is written there
};

// Reads a profile; `file` is its name for messages.
std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file);

}  // namespace comity::exchange
