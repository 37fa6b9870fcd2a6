#include "web/pages/label_text.hpp"

#include <algorithm>

namespace comity::pages {
namespace {

constexpr double average_width = 0.475;  // of a character of font size 1
constexpr double spare = 4;

struct Word {
    std::string_view text;
    std::size_t length;  // in characters
};

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// How many bytes the first `count` characters take.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && (count > 0 || continues_character(text[at]))) {
        if (!continues_character(text[at])) --count;
        ++at;
        while (at < text.size() && continues_character(text[at])) ++at;
    }
    return at;
}

std::vector<Word> words_of(std::string_view text, std::size_t longest) {
    std::vector<Word> words;
    while (true) {
        const std::size_t start = text.find_first_not_of(' ');
        if (start == std::string_view::npos) return words;
        text.remove_prefix(start);
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        while (!word.empty()) {
            const std::string_view part = word.substr(0, bytes_of(word, longest));
            words.push_back({part, characters(part)});
            word.remove_prefix(part.size());
        }
    }
}

// Fills lines of at most `longest` characters one after the other, and calls line(first word, last word) for each.
template <class Line>
void fill(const std::vector<Word>& words, std::size_t longest, Line line) {
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = first, length = words[first].length;
        while (last + 1 < words.size() && length + 1 + words[last + 1].length <= longest) length += 1 + words[++last].length;
        line(words[first], words[last]);
        first = last + 1;
    }
}

std::size_t lines_needed(const std::vector<Word>& words, std::size_t longest) {
    std::size_t lines = 0;
    fill(words, longest, [&](const Word&, const Word&) { ++lines; });
    return lines;
}

}  // namespace

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return !continues_character(c); }));
}

std::vector<std::string_view> wrapped(std::string_view text, std::size_t longest) {
    const std::vector<Word> words = words_of(text, longest);
    const std::size_t lines = lines_needed(words, longest);
    std::size_t width = longest;
    while (lines > 1 && width > 1 && lines_needed(words, width - 1) == lines) --width;
    std::vector<std::string_view> result;
    fill(words, width, [&](const Word& first, const Word& last) {
        result.emplace_back(first.text.data(), static_cast<std::size_t>(last.text.data() + last.text.size() - first.text.data()));
    });
    return result;
}

double text_width(std::size_t characters, double font_size) {
    return average_width * font_size * static_cast<double>(characters) + spare;
}

std::size_t characters_in(double width, double font_size) {
    return static_cast<std::size_t>(std::max(0.0, (width - spare) / (average_width * font_size)));
}

}  // namespace comity::pages
