#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/random.hpp"

namespace comity::bench {

// The words of one language, to be drawn as often as words of their rank are in any text (Zipf). One in thirty is made of the
// halves of two others, so that the vocabulary of a large body goes on growing as that of a real one does.
class Vocabulary {
  public:
    explicit Vocabulary(std::span<const std::string> texts);

    std::string word(Random& random) const;
    // So many words, in sentences where there are many.
    std::string prose(Random& random, std::size_t count) const;
    // Words in small letters of a-z and 0-9, joined by hyphens.
    std::string slug(Random& random, std::size_t count) const;

  private:
    const std::string& ranked(Random& random) const;
    std::vector<std::string> words_;  // most frequent first
    std::vector<double> up_to_;       // sum of the weights up to each word
};

std::size_t words_in(std::string_view text);

}  // namespace comity::bench
