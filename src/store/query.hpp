#pragma once

#include <cstddef>
#include <string>
#include <vector>

// What a person typed into the search box, as the databases look for it.
namespace comity::store {

// A word of a text, and which of its bytes it was.
struct Word {
    std::string folded;
    std::size_t begin = 0, end = 0;
};

using Phrase = std::vector<std::string>;  // stems that follow each other

// A word, or words that must follow each other.
struct Term {
    std::vector<Phrase> exact;  // as typed: its stems in each language
    std::vector<Phrase> alike;  // what means the same
};
// Found where all of its terms are, or something that means the same as they do together ("climate change").
struct Group {
    std::vector<Term> terms;
    std::vector<Phrase> alike;
};
struct TypedWord {
    Word word;
    bool alone = false;  // no part of a phrase, and no beginning of a word
};
// Every group must be found.
struct Query {
    std::vector<Group> groups;
    std::string typed;              // at most 1,000 bytes of it
    std::vector<TypedWord> words;   // of `typed`
    std::size_t words_ignored = 0;  // beyond 16 words or 1,000 bytes
};

}  // namespace comity::store
