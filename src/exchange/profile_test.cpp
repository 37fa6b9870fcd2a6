#include "exchange/profile.hpp"

#include <gtest/gtest.h>

#include "base/embedded.hpp"

namespace comity::exchange {

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

}  // namespace comity::exchange
