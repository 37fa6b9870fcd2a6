#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "store/document.hpp"
#include "store/query.hpp"

// What a record says about the words that found it, with the words to be marked.
namespace comity::store {

// Bytes of a text. They begin and end with whole letters.
struct Mark {
    std::size_t begin = 0, end = 0;
    friend bool operator==(const Mark&, const Mark&) = default;
};

// Where a text says what one of the query's terms does.
struct Match {
    std::size_t first = 0, last = 0;  // words of the text
    std::size_t term = 0;
    int worth = 0;  // more where it says it as typed
};

struct Snippet {
    std::string text;  // one passage of at most about 200 characters, with "…" where it was cut; "" where there is no text
    base::Language language = base::Language::en;
    std::vector<Mark> marks;  // what matches, in order; empty where nothing in it does
};

// Finds what a query found: word forms, accents and words that mean the same, as the index takes them. Belongs to one thread;
// serves all results of one answer.
class Highlighter {
  public:
    // The reader is shown texts in their language, or the original where there is none.
    Highlighter(const Query& query, base::Language reader);

    // The passage of the texts that matches most words of the query, the first of equally good ones; the beginning of the first
    // text where none matches. Looks at the first 20,000 bytes of each text. What is not for everyone is not to be given.
    Snippet snippet(std::span<const base::Text> texts);
    // What matches in a text of one language, for a title.
    std::vector<Mark> marks(std::string_view text, base::Language language);

  private:
    struct Sought {
        Phrase phrase;
        std::size_t term = 0;  // which of the query's
        bool exact = false;
    };
    std::vector<Match> matches(const std::vector<Word>& words, base::Language language);
    void look_for(const std::vector<Phrase>& phrases, std::size_t term, bool exact);

    base::Language reader_;
    Stemmer stemmer_;
    std::multimap<std::string, Sought, std::less<>> sought_;  // by first stem
    std::array<bool, 256> begins_{};                          // the first bytes of those: most words need no stem
};

}  // namespace comity::store
