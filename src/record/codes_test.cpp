#include "record/codes.hpp"

#include <gtest/gtest.h>

#include "base/embedded.hpp"

namespace comity::record {

TEST(Codes, are_found_by_their_code_with_a_label_in_every_language) {
    const Code* noise = find_code("matters", "noise");
    ASSERT_NE(noise, nullptr);
    EXPECT_EQ(noise->label[base::Language::fr], "bruit");
    EXPECT_EQ(find_code("matters", "Noise"), nullptr);
}

TEST(Codes, suggest_the_one_that_is_spelled_most_like_a_wrong_one) {
    EXPECT_EQ(nearest_code("matters", "minning"), "mining");
    EXPECT_EQ(nearest_code("matters", "zzzzzzzzzzzz"), "");
    EXPECT_EQ(nearest_code("countries", "CAD"), "CAN");
}

TEST(Codes, have_a_label_in_every_language_in_every_list) {
    std::size_t lists = 0;
    for (const base::EmbeddedFile& file : base::embedded_under("data/codes/")) {
        std::string_view name = file.path.substr(std::string_view("data/codes/").size());
        name.remove_suffix(std::string_view(".json").size());
        if (name == "thesaurus") continue;  // of another form
        ++lists;
        std::string_view last;
        for (const Code& code : code_list(name)) {
            EXPECT_NE(code.code, last) << name << " lists " << code.code << " twice";
            last = code.code;
            for (base::Language language : base::languages)
                EXPECT_FALSE(code.label[language].empty()) << name << " " << code.code << " " << base::code(language);
        }
    }
    EXPECT_GE(lists, 5u);
}

}  // namespace comity::record
