#pragma once

#include <cstddef>
#include <string>

#include "store/document.hpp"
#include "store/query.hpp"

struct sqlite3;

// What the full-text index holds, and how it is asked.
namespace comity::store::sqlite {

inline constexpr std::size_t places = 4;  // by weight, heaviest first (Document::words)

// Makes the tokenizer comity_stems known to the connection; throws Unavailable where this SQLite has no full-text search. It
// takes words with spaces between them, and in a document writes each pair of neighbours as a word too, at the place of the
// first. A phrase is then one word of few documents, or some that overlap, where otherwise the long lists of its words would be
// read side by side: "of the", and "amérique du nord" among what means the same as "north america".
void register_tokenizer(sqlite3* db);

// The stems of all places, each with the mark of its own: "Anorth Aamerica · Ameeting · Btoronto".
std::string marked_words(const Document& document);

// The words that comity_stems wrote for these stems where they follow each other in that place: "Aamer_Adu Adu_Anord".
std::string tokens_of(const Phrase& phrase, std::size_t place);
// The same as marked_words writes it, with the spaces around: " Aamer Adu Anord ".
std::string written(const Phrase& phrase, std::size_t place);

}  // namespace comity::store::sqlite
