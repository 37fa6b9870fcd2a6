#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace comity::base {

struct DiffPart {
    enum class Kind : std::uint8_t { same, removed, added };
    Kind kind{};
    std::string_view before, after;  // as each text has it, with the white space that follows; "" where it doesn't have it
};

// What became of one text in another, word by word: as few words as can be are removed and added. Texts of more than
// `most_words_compared` words that differ are removed and added as a whole from the first word that differs to the last.
inline constexpr std::size_t most_words_compared = 2'000;
std::vector<DiffPart> word_diff(std::string_view before, std::string_view after);

}  // namespace comity::base
