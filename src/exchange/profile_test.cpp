#include "exchange/profile.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/embedded.hpp"

namespace comity::exchange {
namespace {

const std::string least = R"(
id = "pond"
default_language = "fr"
languages = ["fr", "en"]
name = { en = "Pond Board", fr = "Conseil de l’étang" }
abbreviation = { en = "PB", fr = "CE" }
lead = { en = "It keeps the pond.", fr = "Il garde l’étang." }
[[parties]]
code = "CAN"
name = { en = "Canada", fr = "Canada" }
the = { en = "Canada", fr = "le Canada" }
of = { en = "of Canada", fr = "du Canada" }
)";

Profile read(const std::string& toml) {
    const auto profile = read_profile(toml, "p.toml");
    if (profile) return *profile;
    ADD_FAILURE() << base::to_string(profile.error().front());
    return {};
}

std::string refused(const std::string& toml) {
    const auto profile = read_profile(toml, "p.toml");
    std::string all;
    if (!profile)
        for (const base::Fault& fault : profile.error()) all += base::to_string(fault) + "\n";
    return all;
}

}  // namespace

TEST(Profile, of_the_demonstration_body_names_its_Parties_in_every_language) {
    const auto file = base::embedded("data/bodies/cec/profile.toml");
    ASSERT_TRUE(file);
    const auto profile = read_profile(*file, "profile.toml");
    ASSERT_TRUE(profile) << base::to_string(profile.error().front());
    EXPECT_EQ(profile->abbreviation[base::Language::fr], "CCE");
    ASSERT_EQ(profile->parties.size(), 3u);
    const Party* mexico = find_party(*profile, "MEX");
    ASSERT_NE(mexico, nullptr);
    EXPECT_EQ(mexico->of[base::Language::fr], "du Mexique");
    EXPECT_EQ(find_party(*profile, "CHN"), nullptr);
}

TEST(Profile, says_what_is_wrong_and_on_which_line) {
    const auto broken = read_profile("id = \"cec\"\nname = [", "p.toml");
    ASSERT_FALSE(broken);
    EXPECT_TRUE(broken.error().front().file.starts_with("p.toml:2")) << broken.error().front().file;

    const auto wrong = read_profile("id = \"x\"\nnam = 1\ndefault_language = \"de\"\n[[parties]]\ncode = \"MEXX\"\n", "p.toml");
    ASSERT_FALSE(wrong);
    std::string all;
    for (const base::Fault& fault : wrong.error()) all += base::to_string(fault) + "\n";
    EXPECT_NE(all.find("p.toml:2, nam: is not a key that is known here; one of: "), std::string::npos) << all;
    EXPECT_NE(all.find("p.toml:3, default_language: \"de\" is not known; one of: en, fr, es"), std::string::npos) << all;
    EXPECT_NE(all.find("\"MEXX\" is not in the code list countries; did you mean \"MEX\"?"), std::string::npos) << all;
    EXPECT_NE(all.find("abbreviation: is missing"), std::string::npos) << all;
}

TEST(Profile, of_a_body_of_two_languages_has_its_texts_in_them_and_in_no_other) {
    const Profile profile = read(least);
    EXPECT_EQ(profile.languages, (std::vector{base::Language::en, base::Language::fr}));
    EXPECT_TRUE(speaks(profile, base::Language::fr));
    EXPECT_FALSE(speaks(profile, base::Language::es));
    EXPECT_EQ(profile.sections.size(), section_names.size());
    EXPECT_EQ(body_css(profile), "");

    std::string other = least;
    other.replace(other.find("lead = { "), 9, "lead = { es = \"Cuida el estanque.\", ");
    EXPECT_EQ(refused(other), "p.toml:7, es: is not a key that is known here; one of: en, fr\n");
    std::string unspoken = least;
    unspoken.replace(unspoken.find("\"fr\""), 4, "\"es\"");
    EXPECT_NE(refused(unspoken).find("default_language: is \"es\", which is not among languages"), std::string::npos);
    std::string twice = least;
    twice.replace(twice.find("[\"fr\", \"en\"]"), 12, "[\"fr\", \"en\", \"fr\", \"de\"]");
    EXPECT_NE(refused(twice).find("languages: \"fr\" is there twice; some of: en, fr, es"), std::string::npos);
    EXPECT_NE(refused(twice).find("languages: \"de\" is not a language of the program"), std::string::npos);
}

TEST(Profile, says_which_sections_there_are_what_they_are_called_and_in_which_colour) {
    const Profile profile = read("accent = { light = \"#7a1f3d\", dark = \"#f0a8bf\" }\n" + least + R"(
[[sections]]
id = "work"
name = { en = "What we do", fr = "Ce que nous faisons" }
accent = { light = "#0b5f69", dark = "#82cdd5" }
[[sections]]
id = "council"
)");
    ASSERT_EQ(profile.sections.size(), 2u);
    EXPECT_EQ(profile.sections[0].name[base::Language::fr], "Ce que nous faisons");
    EXPECT_TRUE(profile.sections[1].name.empty());
    EXPECT_EQ(find_section(profile, SectionId::submissions), nullptr);
    ASSERT_NE(find_section(profile, SectionId::council), nullptr);
    const std::string css = body_css(profile);
    EXPECT_NE(css.find("--body: light-dark(#7a1f3d, #f0a8bf);"), std::string::npos) << css;
    EXPECT_NE(css.find("--program: light-dark(#0b5f69, #82cdd5);"), std::string::npos) << css;
    EXPECT_NE(css.find("--program-tint: light-dark(#e4ecec, #202c2c);"), std::string::npos) << css;
    EXPECT_EQ(css.find("--docket"), std::string::npos) << css;
}

TEST(Profile, refuses_what_could_not_be_read_or_linked_to) {
    const std::string all = refused(least + R"toml(
[[sections]]
id = "work"
accent = { light = "#8ab0b5", dark = "blue" }
[[sections]]
id = "about"
accent = { light = "#0b5f69", dark = "#82cdd5" }
[[sections]]
id = "work"
accent = { light = "#8ab0b5", dark = "#123456" }
[[links]]
name = { en = "Bad", fr = "Mauvais" }
address = "javascript:alert(1)"
[[moved]]
from = "/en/a?b"
to = "/en/b/"
[[moved]]
from = "/en/c"
to = "/en/d"
[[moved]]
from = "/en/d"
to = "/en/e"
)toml");
    for (const char* part :
         {"p.toml:16: work, dark: \"blue\" is no colour; write it as \"#274b8f\"", "about, accent: is not there to be chosen",
          "sections: work is there twice; give each section once",
          "work, accent.light: #8ab0b5 has a contrast of 2.11 to 1 on light paper and its head band, and texts are set in it; at "
          "least 4.5 to 1, such as #",
          "accent.dark: #123456 has a contrast of",
          "links, address: \"javascript:alert(1)\" is no address that a page can link to", "moved, from: \"/en/a?b\" is no path",
          "moved, to: \"/en/b/\" is no path", "\"/en/c\" leads to \"/en/d\", which has moved itself; let it lead to \"/en/e\""})
        EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
}

TEST(Profile, of_a_folder_has_its_logo) {
    const auto folder = std::filesystem::path(testing::TempDir()) / ("comity_profile_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const auto without = read_profile(folder);
    ASSERT_FALSE(without);
    EXPECT_NE(base::to_string(without.error().front()).find("profile.toml: can't be read"), std::string::npos);
    std::ofstream(folder / "profile.toml") << least;
    ASSERT_TRUE(read_profile(folder));
    EXPECT_FALSE(read_profile(folder)->logo);
    std::ofstream(folder / "logo.svg") << R"(<svg viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>)";
    ASSERT_TRUE(read_profile(folder));
    EXPECT_EQ(read_profile(folder)->logo.value().shapes, R"(<path d="M0 0h4v4z"/>)");
    std::ofstream(folder / "logo.svg") << R"(<svg viewBox="0 0 4 4"><script/></svg>)";
    ASSERT_FALSE(read_profile(folder));
    std::filesystem::remove_all(folder);
}

}  // namespace comity::exchange
