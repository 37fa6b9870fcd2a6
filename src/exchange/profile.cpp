#include "exchange/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <span>

#include "law/toml_file.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

// The style sheet's name of each section's colour; what tells of the body itself has the body's own.
constexpr std::array<std::string_view, section_names.size()> css_names{"docket", "program", "library", "council", "impact", ""};

using Languages = std::span<const base::Language>;

std::vector<base::Language> read_languages(law::TableReader& table) {
    std::vector<base::Language> languages;
    const auto named = table.texts("languages");
    for (const std::string& code : named) {
        const auto language = base::language_from(code);
        if (!language || std::ranges::find(languages, *language) != languages.end())
            table.fault("languages",
                        fmt::format("\"{}\" is {}", code, language ? "there twice" : "not a language of the program"),
                        "some of: en, fr, es; each once");
        else
            languages.push_back(*language);
    }
    if (languages.empty()) return {base::languages.begin(), base::languages.end()};
    std::ranges::sort(languages);
    return languages;
}

Party read_party(const law::Node& node, const std::string& file, Languages languages, base::Faults& faults) {
    law::TableReader table(node, file, "parties", faults);
    Party party;
    party.code = table.text("code");
    if (!party.code.empty() && !record::find_code("countries", party.code)) {
        const std::string_view near = record::nearest_code("countries", party.code);
        table.fault("code", fmt::format("\"{}\" is not in the code list countries", party.code),
                    near.empty() ? "write a code of data/codes/countries.json" : fmt::format("did you mean \"{}\"?", near));
    }
    table.rename(party.code);
    party.name = table.words("name", true, languages);
    party.the = table.words("the", true, languages);
    party.of = table.words("of", true, languages);
    table.end();
    return party;
}

Color read_color(law::TableReader& table, std::string_view key) {
    const std::string text = table.text(key);
    const auto color = color_from(text);
    if (!color && !text.empty()) table.fault(key, fmt::format("\"{}\" is no colour", text), "write it as \"#274b8f\"");
    return color.value_or(Color{});
}

std::optional<Accent> read_accent(law::TableReader& of, const std::string& file, const std::string& record,
                                  base::Faults& faults) {
    const law::Node* node = of.find("accent");
    if (!node) return std::nullopt;
    const std::size_t before = faults.size();
    law::TableReader table(*node, file, record, faults);
    const Accent accent{read_color(table, "light"), read_color(table, "dark")};
    table.end();
    if (faults.size() > before) return std::nullopt;
    for (base::Fault& wrong : check_contrast(accent))
        table.fault("accent." + wrong.field, std::move(wrong.wrong), std::move(wrong.right));
    return accent;
}

Section read_section(const law::Node& node, const std::string& file, Languages languages, base::Faults& faults) {
    law::TableReader table(node, file, "sections", faults);
    Section section;
    const std::size_t at = table.one_of("id", {"submissions", "work", "library", "council", "impact", "about"});
    section.id = static_cast<SectionId>(at);
    table.rename(section_names[at]);
    section.name = table.words("name", false, languages);
    section.accent = read_accent(table, file, section_names[at], faults);
    if (section.accent && css_names[at].empty())
        table.fault("accent", "is not there to be chosen: this section has the body's", "write accent above all sections");
    table.end();
    return section;
}

std::vector<Section> read_sections(law::TableReader& root, const std::string& file, Languages languages, base::Faults& faults) {
    std::vector<Section> sections;
    for (const law::Node* node : root.tables("sections")) {
        Section section = read_section(*node, file, languages, faults);
        if (std::ranges::find(sections, section.id, &Section::id) != sections.end())
            root.fault("sections", fmt::format("{} is there twice", section_names[static_cast<std::size_t>(section.id)]),
                       "give each section once", node->line);
        sections.push_back(std::move(section));
    }
    if (sections.empty())
        for (std::size_t i = 0; i < section_names.size(); ++i) sections.push_back({static_cast<SectionId>(i), {}, {}});
    return sections;
}

Link read_link(const law::Node& node, const std::string& file, Languages languages, base::Faults& faults) {
    law::TableReader table(node, file, "links", faults);
    Link link{table.words("name", true, languages), table.text("address")};
    const auto begins = [&](std::string_view scheme) { return link.address.starts_with(scheme); };
    if (!link.address.empty() && !begins("https://") && !begins("http://") && !begins("mailto:") && !begins("tel:"))
        table.fault("address", fmt::format("\"{}\" is no address that a page can link to", link.address),
                    "write https://…, mailto:… or tel:…");
    table.end();
    return link;
}

std::vector<Moved> read_moved(law::TableReader& root, const std::string& file, base::Faults& faults) {
    std::vector<Moved> moved;
    for (const law::Node* node : root.tables("moved")) {
        law::TableReader table(*node, file, "moved", faults);
        Moved one{table.text("from"), table.text("to"), node->line};
        for (const auto& [key, path] : {std::pair("from", &one.from), std::pair("to", &one.to)})
            if (!path->empty() && (!path->starts_with('/') || path->starts_with("//") || path->ends_with('/') ||
                                   path->find_first_of("?# ") != std::string::npos))
                table.fault(key, fmt::format("\"{}\" is no path", *path),
                            "write it from the first slash, without a query and without a slash at its end");
        if (std::ranges::find(moved, one.from, &Moved::from) != moved.end())
            table.fault("from", fmt::format("\"{}\" is there twice", one.from), "say once where it has gone");
        table.end();
        moved.push_back(std::move(one));
    }
    for (const Moved& one : moved)
        if (const auto next = std::ranges::find(moved, one.to, &Moved::from); next != moved.end())
            root.fault("moved", fmt::format("\"{}\" leads to \"{}\", which has moved itself", one.from, one.to),
                       fmt::format("let it lead to \"{}\"", next->to), one.line);
    return moved;
}

}  // namespace

std::expected<Profile, base::Faults> read_profile(std::string_view toml, const std::string& file) {
    const auto root = law::parse_toml({file, toml});
    if (!root) return std::unexpected(root.error());
    base::Faults faults;
    law::TableReader table(*root, file, "", faults);
    Profile profile;
    profile.file = file;
    profile.id = table.text("id");
    profile.languages = read_languages(table);
    profile.name = table.words("name", true, profile.languages);
    profile.abbreviation = table.words("abbreviation", true, profile.languages);
    profile.lead = table.words("lead", true, profile.languages);
    profile.default_language = base::languages[table.one_of("default_language", {"en", "fr", "es"})];
    if (!speaks(profile, profile.default_language))
        table.fault("default_language",
                    fmt::format("is \"{}\", which is not among languages", base::code(profile.default_language)),
                    "one of the body's languages");
    profile.website = table.text_or("website", "");
    profile.license = table.text_or("license", "");
    if (!profile.license.empty() && !profile.license.starts_with("https://") && !profile.license.starts_with("http://"))
        table.fault("license", fmt::format("\"{}\" is no address", profile.license), "https://… where the licence can be read");
    profile.office = table.text_or("office", "");
    profile.address = table.texts("address");
    profile.accent = read_accent(table, file, "", faults);
    for (const law::Node* node : table.tables("parties"))
        profile.parties.push_back(read_party(*node, file, profile.languages, faults));
    if (profile.parties.empty()) table.fault("parties", "is missing", "write [[parties]] for each Party");
    profile.sections = read_sections(table, file, profile.languages, faults);
    for (const law::Node* node : table.tables("links"))
        profile.links.push_back(read_link(*node, file, profile.languages, faults));
    profile.moved = read_moved(table, file, faults);
    table.end();
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return profile;
}

std::expected<Profile, base::Faults> read_profile(const std::filesystem::path& folder) {
    const auto contents = [](const std::filesystem::path& path, std::size_t most) -> std::optional<std::string> {
        std::ifstream in(path, std::ios::binary);
        if (!in) return std::nullopt;
        std::string text(most + 1, '\0');  // one more than its reader takes, which says so then
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(in.gcount()));
        return text;
    };
    const auto path = folder / "profile.toml";
    const auto toml = contents(path, law::most_bytes_of_a_file);
    if (!toml)
        return std::unexpected(
            base::Faults{{path.string(), "", "", "can't be read", "say there who the body is: docs/profile.md has the keys"}});
    auto profile = read_profile(*toml, path.string());
    const auto logo_path = folder / "logo.svg";
    std::error_code error;
    if (!profile || !std::filesystem::exists(logo_path, error)) return profile;
    const auto svg = contents(logo_path, most_bytes_of_a_logo);
    if (!svg) return std::unexpected(base::Faults{{logo_path.string(), "", "", "can't be read", ""}});
    auto logo = read_logo(*svg, logo_path.string());
    if (!logo) return std::unexpected(base::Faults{std::move(logo.error())});
    profile->logo = *std::move(logo);
    return profile;
}

const Party* find_party(const Profile& profile, std::string_view code) {
    const auto found = std::ranges::find(profile.parties, code, &Party::code);
    return found == profile.parties.end() ? nullptr : &*found;
}

const Section* find_section(const Profile& profile, SectionId id) {
    const auto found = std::ranges::find(profile.sections, id, &Section::id);
    return found == profile.sections.end() ? nullptr : &*found;
}

bool speaks(const Profile& profile, base::Language language) {
    return std::ranges::find(profile.languages, language) != profile.languages.end();
}

std::string body_css(const Profile& profile) {
    std::string properties;
    const auto add = [&](std::string_view name, const std::optional<Accent>& accent) {
        if (!accent) return;
        const Accent band = tint(*accent);
        properties += fmt::format("    --{0}: light-dark({1}, {2});\n    --{0}-tint: light-dark({3}, {4});\n", name,
                                  to_string(accent->light), to_string(accent->dark), to_string(band.light), to_string(band.dark));
    };
    add("body", profile.accent);
    for (const Section& section : profile.sections) add(css_names[static_cast<std::size_t>(section.id)], section.accent);
    return properties.empty() ? properties : fmt::format("@layer tokens {{\n  :root {{\n{}  }}\n}}\n", properties);
}

}  // namespace comity::exchange
