#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.hpp"

// The words of everything that everyone may read, as people can read them, with the number of documents that hold each. What the
// next letters of a word may be, and what a misspelled word may have been, is answered from them.
namespace comity::store {

// How many documents more or fewer hold each word.
using WordCounts = std::map<std::string, std::int64_t, std::less<>>;
// Adds `by` for each of the words of Document::vocabulary.
void count_words(std::string_view vocabulary, std::int64_t by, WordCounts& counts);
void change_vocabulary(Connection& connection, const WordCounts& by);
void clear_vocabulary(Connection& connection);
// Whether the store's words are these, each in so many documents, with their pieces.
bool holds_vocabulary(Connection& connection, const WordCounts& wanted);

// The words with this beginning of at least two letters that most documents hold, at most 12.
std::vector<std::string> words_beginning_with(Connection& connection, std::string_view beginning);

// The words that most documents hold.
std::vector<std::string> common_words(Connection& connection, std::int64_t most);

// How many documents hold the word.
std::int64_t documents_with(Connection& connection, std::string_view word);

// The word that this one, which so few documents hold, may have been meant to be: at most two letters from it, or one where it
// has fewer than five or is held by any; the nearest, of those the one that most documents hold. Nothing where none is near, or
// where what is near a word that is held by any is about as rare.
std::optional<std::string> spelled_right(Connection& connection, std::string_view word, std::int64_t documents);

// Letters to change, leave out, put in or swap with a neighbour; more than `most` is most + 1.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t most);

}  // namespace comity::store
