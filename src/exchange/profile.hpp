#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "exchange/accent.hpp"
#include "exchange/logo.hpp"

// What a body is called, whom it serves and how it looks: profile.toml and logo.svg of its folder. docs/profile.md has every key.
namespace comity::exchange {

struct Party {
    std::string code;  // ISO 3166-1 alpha-3
    base::Text name;   // "Mexique"
    base::Text the;    // as the subject of a sentence: "le Mexique"
    base::Text of;     // as an owner: "du Mexique"
};

// The parts that a site can have, as its navigation offers them.
enum class SectionId : std::uint8_t { submissions, work, library, council, impact, about };
inline constexpr std::array section_names{"submissions", "work", "library", "council", "impact", "about"};

struct Section {
    SectionId id{};
    base::Text name;               // what the body calls it; empty: as the program does
    std::optional<Accent> accent;  // absent: the program's
};

struct Link {
    base::Text name;
    std::string address;  // http, https, mailto or tel
};

// A page that has gone to another address.
struct Moved {
    std::string from, to;  // paths, without a format's suffix: "/en/projects/old-name"
    int line = 0;          // of the file
};

struct Profile {
    base::Text name;                        // in every language of the body
    base::Text abbreviation;                // "CEC"
    base::Text lead;                        // what the body does, in a sentence
    std::vector<base::Language> languages;  // that it speaks, in the program's order
    std::vector<Party> parties;             // in the order in which they are shown
    std::vector<Section> sections;          // in the order of the navigation
    std::vector<std::string> address;       // of the Secretariat, a line each; as it is written there
    std::vector<Link> links;
    std::vector<Moved> moved;
    std::optional<Accent> accent;  // of the section "about", and of what belongs to none
    std::optional<Logo> logo;
    std::string id;  // its record among the bodies
    base::Language default_language = base::Language::en;
    std::string website;  // "http://www.cec.org", or ""
    std::string license;  // address of the licence under which the record is given away, or ""
    std::string office;   // where it is written to: its record among the offices, or ""
    std::string file;     // what it was read from, for messages
};

// Reads a profile; `file` is its name for messages. Names are there in every language of the body.
std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file);

// Reads the profile of a body's folder, with its logo.
std::expected<Profile, base::Faults> read_profile(const std::filesystem::path& folder);

// Null where the body has no such Party, or no such section.
const Party* find_party(const Profile& profile, std::string_view code);
const Section* find_section(const Profile& profile, SectionId id);

bool speaks(const Profile& profile, base::Language language);

// The body's accents as a style sheet of custom properties; empty where it has none of its own.
std::string body_css(const Profile& profile);

}  // namespace comity::exchange
