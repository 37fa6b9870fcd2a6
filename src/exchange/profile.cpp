#include "exchange/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/toml.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

struct Reader {
    std::string_view file;
    base::Faults faults;

    void fault(const toml::source_region& where, std::string_view record, std::string_view field, std::string wrong,
               std::string right) {
        faults.push_back({fmt::format("{}:{}", file, where.begin.line), std::string(record), std::string(field), std::move(wrong),
                          std::move(right)});
    }

    void known_keys(const toml::table& table, std::string_view record, std::initializer_list<std::string_view> keys) {
        const std::vector<std::string_view> known(keys);
        for (const auto& [key, value] : table) {
            if (std::ranges::find(known, key.str()) != known.end()) continue;
            std::string names;
            for (std::string_view name : known) names += (names.empty() ? "" : ", ") + std::string(name);
            const std::string_view near = record::nearest(known, key.str());
            fault(key.source(), record, key.str(), "is not a key here",
                  near.empty() ? "the keys are " + names : fmt::format("did you mean \"{}\"?", near));
        }
    }

    std::string string(const toml::table& table, std::string_view record, std::string_view key, bool needed) {
        const toml::node* node = table.get(key);
        if (!node) {
            if (needed) fault(table.source(), record, key, "is missing", "give it a value");
            return {};
        }
        if (const auto text = node->value_exact<std::string>(); text && !text->empty()) return *text;
        fault(node->source(), record, key, "is not a text", "write it in quotation marks");
        return {};
    }

    base::Text text(const toml::table& table, std::string_view record, std::string_view key) {
        base::Text text;
        const toml::node* node = table.get(key);
        const toml::table* languages = node ? node->as_table() : nullptr;
        if (!languages) {
            fault(node ? node->source() : table.source(), record, key, node ? "is not a text by language" : "is missing",
                  "write { en = \"…\", fr = \"…\", es = \"…\" }");
            return text;
        }
        known_keys(*languages, record, {"en", "fr", "es"});
        for (base::Language language : base::languages) text[language] = string(*languages, record, base::code(language), true);
        return text;
    }
};

Party read_party(Reader& reader, const toml::table& table) {
    Party party;
    reader.known_keys(table, "parties", {"code", "name", "the", "of"});
    party.code = reader.string(table, "parties", "code", true);
    if (!party.code.empty() && !record::find_code("countries", party.code)) {
        const std::string_view near = record::nearest_code("countries", party.code);
        reader.fault(table.source(), "parties", "code", fmt::format("\"{}\" is not in the code list countries", party.code),
                     near.empty() ? "write a code of data/codes/countries.json" : fmt::format("did you mean \"{}\"?", near));
    }
    party.name = reader.text(table, party.code, "name");
    party.the = reader.text(table, party.code, "the");
    party.of = reader.text(table, party.code, "of");
    return party;
}

}  // namespace

std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file) {
    Reader reader{file, {}};
    const base::ParsedToml parsed = toml::parse(toml);
    if (!parsed) {
        reader.fault(parsed.error().source(), "", "", std::string(parsed.error().description()), "write TOML in UTF-8");
        return std::unexpected(std::move(reader.faults));
    }
    const toml::table& table = parsed.table();
    Profile profile;
    reader.known_keys(table, "", {"id", "name", "abbreviation", "default_language", "website", "office", "address", "parties"});
    profile.id = reader.string(table, "", "id", true);
    profile.name = reader.text(table, "", "name");
    profile.abbreviation = reader.text(table, "", "abbreviation");
    const std::string language = reader.string(table, "", "default_language", true);
    if (const auto known = base::language_from(language))
        profile.default_language = *known;
    else if (!language.empty())
        reader.fault(table.get("default_language")->source(), "", "default_language",
                     fmt::format("\"{}\" is not a language", language), "write en, fr or es");
    profile.website = reader.string(table, "", "website", false);
    profile.office = reader.string(table, "", "office", false);
    const toml::array* address = table["address"].as_array();
    if (!address || address->empty()) reader.fault(table.source(), "", "address", "is missing", "write a list of its lines");
    for (std::size_t i = 0; address && i < address->size(); ++i) {
        if (const auto line = address->get(i)->value_exact<std::string>())
            profile.address.push_back(*line);
        else
            reader.fault(address->get(i)->source(), "", "address", "is not a text", "write it in quotation marks");
    }
    const toml::array* parties = table["parties"].as_array();
    if (!parties || parties->empty())
        reader.fault(table.source(), "", "parties", "is missing", "write [[parties]] for each Party");
    for (std::size_t i = 0; parties && i < parties->size(); ++i) {
        if (const toml::table* each = parties->get(i)->as_table())
            profile.parties.push_back(read_party(reader, *each));
        else
            reader.fault(parties->get(i)->source(), "", "parties", "is not a Party", "write [[parties]] for each Party");
    }
    if (!reader.faults.empty()) return std::unexpected(std::move(reader.faults));
    return profile;
}

const Party* find_party(const Profile& profile, std::string_view code) {
    const auto found = std::ranges::find(profile.parties, code, &Party::code);
    return found == profile.parties.end() ? nullptr : &*found;
}

}  // namespace comity::exchange
