#include "base/word_diff.hpp"

#include <algorithm>
#include <span>

namespace comity::base {

namespace {

using Kind = DiffPart::Kind;
using Words = std::vector<std::string_view>;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Each with the white space after it.
Words words_of(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        while (end < text.size() && is_space(text[end])) ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string_view bare(std::string_view word) {
    while (!word.empty() && is_space(word.back())) word.remove_suffix(1);
    return word;
}

bool same(std::string_view a, std::string_view b) { return bare(a) == bare(b); }

std::string_view joined(std::string_view text, std::string_view next) {
    return text.empty() ? next : std::string_view(text.data(), text.size() + next.size());
}

// Neighbours of one kind are one part: their words stand side by side in their text.
void add(std::vector<DiffPart>& parts, Kind kind, std::string_view before, std::string_view after) {
    if (parts.empty() || parts.back().kind != kind) parts.push_back({kind, {}, {}});
    DiffPart& part = parts.back();
    if (kind != Kind::added) part.before = joined(part.before, before);
    if (kind != Kind::removed) part.after = joined(part.after, after);
}

// The longest common subsequence by the table of its lengths.
void between(std::vector<DiffPart>& parts, std::span<const std::string_view> before, std::span<const std::string_view> after) {
    const std::size_t width = after.size() + 1;
    std::vector<std::uint16_t> longest((before.size() + 1) * width);
    for (std::size_t i = before.size(); i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;)
            longest[i * width + j] = same(before[i], after[j])
                                         ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && same(before[i], after[j])) {
            add(parts, Kind::same, before[i++], after[j++]);
        } else if (i < before.size() && (j == after.size() || longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
            add(parts, Kind::removed, before[i++], {});
        } else {
            add(parts, Kind::added, {}, after[j++]);
        }
    }
}

}  // namespace

std::vector<DiffPart> word_diff(std::string_view one, std::string_view other) {
    const Words before = words_of(one), after = words_of(other);
    const auto first = std::ranges::mismatch(before, after, same);
    const auto begin = static_cast<std::size_t>(first.in1 - before.begin());
    std::size_t end = 0;  // words at the end that are the same
    while (end < before.size() - begin && end < after.size() - begin &&
           same(before[before.size() - 1 - end], after[after.size() - 1 - end]))
        ++end;
    std::vector<DiffPart> parts;
    for (std::size_t i = 0; i < begin; ++i) add(parts, Kind::same, before[i], after[i]);
    const std::span<const std::string_view> removed(before.data() + begin, before.size() - begin - end),
        added(after.data() + begin, after.size() - begin - end);
    if (removed.size() <= most_words_compared && added.size() <= most_words_compared) {
        between(parts, removed, added);
    } else {
        for (const std::string_view word : removed) add(parts, Kind::removed, word, {});
        for (const std::string_view word : added) add(parts, Kind::added, {}, word);
    }
    for (std::size_t left = end; left > 0; --left)
        add(parts, Kind::same, before[before.size() - left], after[after.size() - left]);
    return parts;
}

}  // namespace comity::base
