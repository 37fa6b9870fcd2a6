#include "exchange/profile.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "law/toml_file.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

Party read_party(const law::Node& node, const std::string& file, base::Faults& faults) {
    law::TableReader table(node, file, "parties", faults);
    Party party;
    party.code = table.text("code");
    if (!party.code.empty() && !record::find_code("countries", party.code)) {
        const std::string_view near = record::nearest_code("countries", party.code);
        table.fault("code", fmt::format("\"{}\" is not in the code list countries", party.code),
                    near.empty() ? "write a code of data/codes/countries.json" : fmt::format("did you mean \"{}\"?", near));
    }
    table.rename(party.code);
    party.name = table.words("name");
    party.the = table.words("the");
    party.of = table.words("of");
    table.end();
    return party;
}

}  // namespace

std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file) {
    const auto root = law::parse_toml({file, toml});
    if (!root) return std::unexpected(root.error());
    base::Faults faults;
    law::TableReader table(*root, file, "", faults);
    Profile profile;
    profile.id = table.text("id");
    profile.name = table.words("name");
    profile.abbreviation = table.words("abbreviation");
    profile.default_language = base::languages[table.one_of("default_language", {"en", "fr", "es"})];
    profile.website = table.text_or("website", "");
    profile.office = table.text_or("office", "");
    profile.address = table.texts("address");
    for (const law::Node* node : table.tables("parties")) profile.parties.push_back(read_party(*node, file, faults));
    if (profile.parties.empty()) table.fault("parties", "is missing", "write [[parties]] for each Party");
    table.end();
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return profile;
}

const Party* find_party(const Profile& profile, std::string_view code) {
    const auto found = std::ranges::find(profile.parties, code, &Party::code);
    return found == profile.parties.end() ? nullptr : &*found;
}

}  // namespace comity::exchange
