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
    base::Text name;   // "Mexique"
    base::Text the;    // as the subject of a sentence: "le Mexique"
    base::Text of;     // as an owner: "du Mexique"
};

struct Profile {
    base::Text name;                   // in every language of the body
    base::Text abbreviation;           // "CEC"
    std::vector<Party> parties;        // in the order in which they are shown
    std::vector<std::string> address;  // of the Secretariat, a line each; as it is written there
    std::string id;                    // its record among the bodies
    base::Language default_language = base::Language::en;
    std::string website;  // "http://www.cec.org", or ""
    std::string office;   // where it is written to: its record among the offices, or ""
};

// Reads a profile; `file` is its name for messages. Names are there in every language.
std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file);

// Null where the body has no such Party.
const Party* find_party(const Profile& profile, std::string_view code);

}  // namespace comity::exchange
