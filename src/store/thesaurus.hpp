#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/document.hpp"

// Words that mean the same in the three languages, so that a search for one finds the others.
namespace comity::store {

// One idea: by language the words for it, one or several each.
struct Concept {
    std::array<std::vector<std::string>, 3> forms;
    // Words that lead to the concept but are not looked for, since their stems mean other things too.
    std::array<std::vector<std::string>, 3> understood;
};

// data/codes/thesaurus.json and the labels of the other lists in data/codes.
std::vector<Concept> concepts_of_codes();

class Thesaurus {
  public:
    void add(const Concept& idea, Stemmer& stemmer);
    // What means the same as these folded words where they are a form of a concept in any language, with themselves among it.
    // Words that say nothing ("of", "de la") do not count.
    std::vector<Phrase> same_as(std::span<const std::string> words, Stemmer& stemmer) const;
    std::size_t longest() const { return longest_; }  // words of the longest form

  private:
    std::map<std::string, std::vector<Phrase>, std::less<>> by_words_;  // "fr qualit eau"
    std::size_t longest_ = 0;
};

// The one of the codes, made once.
const Thesaurus& thesaurus_of_codes();

}  // namespace comity::store
