#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/query.hpp"
#include "store/thesaurus.hpp"

namespace comity::store {

struct Lexicon {
    std::vector<const Thesaurus*> thesauri;
    std::function<std::vector<std::string>(const std::string& beginning)> words_beginning_with;  // of the index
    bool unfinished = false;  // the last word is still being typed: what begins with it is found too
};

Query read_query(std::string_view text, const Lexicon& lexicon, Stemmer& stemmer);

}  // namespace comity::store
