#pragma once

#include <string_view>
#include <vector>

namespace comity::pages {

std::size_t characters(std::string_view utf8);

// The text in lines of at most `longest` characters (1 or more), as few lines as that needs and those about equally long. Breaks
// at spaces, never at a no-break space, and inside a word only where the word alone is too long. The lines are views into text.
std::vector<std::string_view> wrapped(std::string_view text, std::size_t longest);

// How many units wide a text can be expected to be in the drawings' sans serif. Fonts are not measured: wide letters may pass it
// a little, which the space between labels takes up.
double text_width(std::size_t characters, double font_size);
// The most characters that can be expected to fit.
std::size_t characters_in(double width, double font_size);

}  // namespace comity::pages
