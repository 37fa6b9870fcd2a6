#include "store/thesaurus.hpp"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/embedded.hpp"
#include "record/canonical.hpp"

namespace comity::store {

TEST(Thesaurus, file_has_each_concept_once_in_every_language) {
    const auto json = record::parse_json(base::embedded("data/codes/thesaurus.json").value());
    ASSERT_TRUE(json) << json.error();
    std::string last;
    std::size_t concepts = 0;
    for (const record::Value& entry : json->as_array()) {
        const std::string code(entry.at("code").as_string());
        EXPECT_LT(last, code) << "codes are sorted, each once";
        last = code;
        ++concepts;
        for (const auto& [key, value] : entry.as_object()) {
            if (key == "code") continue;
            const bool understood = key == "understood";
            EXPECT_TRUE(understood || base::language_from(key)) << code << " has " << key;
            if (!understood) continue;
            for (const auto& [language, forms] : value.as_object()) EXPECT_TRUE(base::language_from(language)) << code;
        }
        for (base::Language language : base::languages) {
            std::set<std::string> forms;
            for (const record::Value& form : entry.at(base::code(language)).as_array()) {
                const std::string written(form.as_string());
                EXPECT_FALSE(words_of(written).empty()) << code;
                EXPECT_TRUE(forms.insert(written).second) << code << ": " << written << " comes twice";
            }
            EXPECT_FALSE(forms.empty()) << code << " has no words in " << base::code(language);
        }
    }
    EXPECT_GE(concepts, 150U);
}

TEST(Thesaurus, knows_forms_of_several_words_with_and_without_those_that_say_nothing) {
    Stemmer stemmer;
    const Thesaurus& thesaurus = thesaurus_of_codes();
    auto means = [&](const std::vector<std::string>& words, const Phrase& phrase) {
        return std::ranges::count(thesaurus.same_as(words, stemmer), phrase) == 1;
    };
    EXPECT_TRUE(means({"oceanos"}, {"ocean"}));
    EXPECT_TRUE(means({"water", "quality"}, {"calid", "del", "agu"}));
    EXPECT_TRUE(means({"qualite", "de", "eau"}, {"water", "qualiti"}));
    EXPECT_TRUE(means({"qualite", "eau"}, {"water", "qualiti"}));
    EXPECT_TRUE(means({"mer"}, {"ocean"}));    // understood,
    EXPECT_FALSE(means({"ocean"}, {"mer"}));   // not looked for
    EXPECT_TRUE(means({"bruits"}, {"nois"}));  // of the code list of matters
    EXPECT_TRUE(thesaurus.same_as(std::vector<std::string>{"de", "la"}, stemmer).empty());
    EXPECT_TRUE(thesaurus.same_as(std::vector<std::string>{"volcano"}, stemmer).empty());
}

}  // namespace comity::store
