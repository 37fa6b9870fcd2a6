#include "store/snippet.hpp"

#include <gtest/gtest.h>

#include "store/read_query.hpp"
#include "store/utf8.hpp"

namespace comity::store {

namespace {

using base::Language;

Query query(std::string_view words) {
    Stemmer stemmer;
    return read_query(words, {.thesauri = {&thesaurus_of_codes()}, .words_beginning_with = {}}, stemmer);
}

base::Text text(std::string_view en, std::string_view fr = "", std::string_view es = "") {
    base::Text text;
    text[Language::en] = en;
    text[Language::fr] = fr;
    text[Language::es] = es;
    text.original = !en.empty() ? Language::en : !fr.empty() ? Language::fr : Language::es;
    return text;
}

std::string marked(std::string_view text, const std::vector<Mark>& marks) {
    std::string out;
    std::size_t at = 0;
    for (const Mark& mark : marks) {
        out.append(text.substr(at, mark.begin - at)).append("[").append(text.substr(mark.begin, mark.end - mark.begin)) += ']';
        at = mark.end;
    }
    return out.append(text.substr(at));
}

std::string shown(std::string_view words, const std::vector<base::Text>& texts, Language reader = Language::en) {
    const Snippet snippet = Highlighter(query(words), reader).snippet(texts);
    return marked(snippet.text, snippet.marks);
}

}  // namespace

TEST(Snippet, marks_word_forms_and_what_means_the_same) {
    EXPECT_EQ(shown("océanos enforce", {text("Effective enforcement protects the oceans.")}),
              "Effective [enforcement] protects the [oceans].");
    EXPECT_EQ(shown("water", {text("", "Protéger l’eau potable du fleuve")}, Language::es), "Protéger l’[eau] potable du fleuve");
    EXPECT_EQ(shown("foret", {text("", "Les Forêts protégées")}, Language::fr), "Les [Forêts] protégées");
    EXPECT_EQ(shown("climate change", {text("", "", "El cambio climático y la salud")}, Language::es),
              "El [cambio climático] y la salud");
    EXPECT_EQ(shown("\"great lakes\"", {text("Great lakes and other great lake people, not a lake")}),
              "[Great lakes] and other [great lake] people, not a lake");
    EXPECT_EQ(shown("volcano", {text("No such word")}), "No such word");
    EXPECT_EQ(shown("volcano", {}), "");
}

TEST(Snippet, is_in_the_readers_language_where_there_is_a_text_in_it) {
    const base::Text both = text("The oceans", "Les océans");
    EXPECT_EQ(shown("oceans", {both}, Language::fr), "Les [océans]");
    const Snippet original = Highlighter(query("oceans"), Language::es).snippet(std::vector{both});
    EXPECT_EQ(original.language, Language::en);
    EXPECT_EQ(marked(original.text, original.marks), "The [oceans]");
}

TEST(Snippet, is_the_passage_that_says_most_of_the_query) {
    std::string filler;
    for (int i = 0; i < 60; ++i) filler += "Nothing here. ";
    const std::string found = shown("salmon mercury", {text("Salmon. " + filler + "Mercury in salmon was measured. " + filler)});
    EXPECT_NE(found.find("[Mercury] in [salmon] was measured"), std::string::npos) << found;
    EXPECT_TRUE(found.starts_with("…")) << found;
    EXPECT_TRUE(found.ends_with("…")) << found;
    EXPECT_LE(found.size(), 215U);
    EXPECT_GE(found.size(), 180U);
    EXPECT_EQ(shown("mercury", {text("A title"), text("Of mercury")}), "Of [mercury]");
    const std::string last = shown("salmon", {text(filler + "The end is salmon.")});
    EXPECT_TRUE(last.ends_with("The end is [salmon].")) << last;
    EXPECT_GE(last.size(), 180U);
}

TEST(Snippet, cuts_whole_letters_of_any_text) {
    std::string accents;
    for (int i = 0; i < 300; ++i) accents += "éèü ";
    const Snippet snippet = Highlighter(query("eau"), Language::fr).snippet(std::vector{text("", accents + "eau " + accents)});
    EXPECT_TRUE(is_text(snippet.text));
    ASSERT_EQ(snippet.marks.size(), 1U);
    EXPECT_EQ(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin), "eau");
    for (const std::string& bytes : {std::string("\xff\xc3 eau \xe2\x82"), std::string(50'000, 'x'), std::string(50'000, ' '),
                                     std::string("…"), std::string(60'000, '\xc3')}) {
        const Snippet any = Highlighter(query("eau x*"), Language::fr).snippet(std::vector{text("", bytes)});
        for (const Mark& mark : any.marks) EXPECT_LE(mark.end, any.text.size());
    }
}

}  // namespace comity::store
