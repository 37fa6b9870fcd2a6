#include "bench/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace comity::bench {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

template <class Each>
void each_word(std::string_view text, const Each& each) {
    while (!text.empty()) {
        const auto end = static_cast<std::size_t>(std::ranges::find_if(text, is_space) - text.begin());
        if (end > 0) each(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Without the marks around it, in small letters where it is not an abbreviation; "" where it is no word.
std::string bare(std::string_view word) {
    constexpr std::string_view marks = ".,;:()[]\"'?!-/";
    while (!word.empty() && marks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    if (word.find_first_of("{}%\\<>|") != std::string_view::npos) return {};
    std::string out(word);
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (out.size() > 1 && upper(out[0]) && !upper(out[1])) out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

// Where the character in the middle begins.
std::size_t middle(std::string_view word) {
    std::size_t at = word.size() / 2;
    while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xc0) == 0x80) --at;
    return at;
}

void capitalize(std::string& text, std::size_t at) {
    if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
}

}  // namespace

std::size_t words_in(std::string_view text) {
    std::size_t count = 0;
    each_word(text, [&](std::string_view) { ++count; });
    return count;
}

Vocabulary::Vocabulary(std::span<const std::string> texts) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& text : texts)
        each_word(text, [&](std::string_view word) {
            if (std::string known = bare(word); !known.empty()) ++counts[std::move(known)];
        });
    if (counts.empty()) throw std::runtime_error("a vocabulary of no words");
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const auto& [word, count] : counts) ranked.emplace_back(count, word);
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<std::size_t, std::string>::first);
    double sum = 0;
    for (auto& [count, word] : ranked) {
        words_.push_back(std::move(word));
        up_to_.push_back(sum += 1.0 / (static_cast<double>(words_.size()) + 2.0));
    }
}

const std::string& Vocabulary::ranked(Random& random) const {
    const auto at = std::ranges::upper_bound(up_to_, random.share() * up_to_.back());
    return words_[std::min(static_cast<std::size_t>(at - up_to_.begin()), words_.size() - 1)];
}

std::string Vocabulary::word(Random& random) const {
    if (!random.chance(1.0 / 30)) return ranked(random);
    const std::string& first = words_[random.below(words_.size())];
    const std::string& second = words_[random.below(words_.size())];
    return first.substr(0, middle(first)) + second.substr(middle(second));
}

std::string Vocabulary::prose(Random& random, std::size_t count) const {
    std::string text;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!text.empty()) text += ' ';
        const std::size_t at = text.size();
        text += word(random);
        if (sentence == 0) capitalize(text, at);
        const bool ends = count > 24 && ++sentence >= 8 && i + 4 < count && random.chance(0.2);
        if (ends) text += '.';
        if (ends) sentence = 0;
        if (count <= 24) sentence = 1;
    }
    if (count > 24) text += '.';
    return text;
}

std::string Vocabulary::slug(Random& random, std::size_t count) const {
    std::string slug;
    for (std::size_t i = 0; i < count; ++i) {
        if (!slug.empty() && slug.back() != '-') slug += '-';
        for (char c : word(random)) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += c;
        }
    }
    return slug;
}

}  // namespace comity::bench
