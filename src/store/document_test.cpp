#include "store/document.hpp"

#include <gtest/gtest.h>

namespace comity::store {

namespace {

std::string words(std::string_view text) {
    std::string all;
    for (const std::string& word : words_of(text)) all += word + " ";
    return all;
}

std::string stem(base::Language language, std::string_view text) {
    Stemmer stemmer;
    std::string all;
    for (const std::string& word : words_of(text)) all += stemmer.stem(language, word) + " ";
    return all;
}

}  // namespace

TEST(Words, are_folded) {
    EXPECT_EQ(words("Forêts, ÉTÉ; œuvre Straße CO₂ Łódź"), "forets ete oeuvre strasse co2 lodz ");
    EXPECT_EQ(words("e\u0301te\u0301 dé\u00adpôt"), "ete depot ");
    EXPECT_EQ(words("SEM-21-001 cross-border 3.5"), "sem 21 001 cross border 3 5 ");
    EXPECT_EQ(words("Ωκεανός ОКЕАН 海洋"), "ωκεανοσ океан 海洋 ");
}

TEST(Words, lose_the_articles_that_an_apostrophe_joins) {
    EXPECT_EQ(words("l'eau d’Ontario qu'il aujourd'hui Canada's parties' O'Brien"),
              "eau ontario il aujourd hui canada parties o brien ");
    EXPECT_EQ(words("d'' l'"), "");
}

TEST(Words, of_any_bytes_are_words) {
    EXPECT_EQ(words("a\xff"
                    "b\xc3"),
              "a b ");
    EXPECT_EQ(words(std::string(1000, 'x')), std::string(64, 'x') + " ");
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "海";
    EXPECT_EQ(words(accents).size(), 64U);  // 21 characters of 3 bytes and the space: never half of one
}

TEST(Stems, are_the_same_with_and_without_accents) {
    using base::Language;
    EXPECT_EQ(stem(Language::es, "contaminación contaminacion contaminaciones"), "contamin contamin contamin ");
    EXPECT_EQ(stem(Language::es, "océano oceanos petición peticiones"), "ocean ocean peticion peticion ");
    EXPECT_EQ(stem(Language::fr, "forêt foret forêts protégée protegees protégé"), "foret foret foret proteg proteg proteg ");
    EXPECT_EQ(stem(Language::en, "enforcement enforced oceans"), "enforc enforc ocean ");
}

TEST(Document, keeps_texts_apart_by_weight_and_boundary) {
    Stemmer stemmer;
    DocumentWriter writer(stemmer);
    writer.add(10, "Oceans", base::Language::en);
    writer.add(8, "of fish", base::Language::en);
    writer.add(1, "", base::Language::en);
    writer.add_without_language(5, "21");
    const Document document = writer.take();
    EXPECT_EQ(document.words, (std::array<std::string, 4>{"ocean \u00b7 of fish", "21", "", ""}));
}

}  // namespace comity::store
