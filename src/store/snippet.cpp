#include "store/snippet.hpp"

#include <algorithm>
#include <optional>

namespace comity::store {

namespace {

constexpr std::size_t longest = 200;       // characters of a snippet
constexpr std::size_t lead = 60;           // characters before the first match, where there are as many
constexpr std::size_t most_read = 20'000;  // bytes of a text
constexpr int worth_exact = 3, worth_alike = 2;
constexpr std::string_view ellipsis = "\u2026";

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

// How far into the text each word begins and ends, in characters.
struct Place {
    std::size_t begin = 0, end = 0;
};
std::vector<Place> places_of(std::string_view text, const std::vector<Word>& words) {
    std::vector<Place> places;
    std::size_t at = 0, count = 0;
    for (const Word& word : words) {
        const std::size_t begin = count + characters(text.substr(at, word.begin - at));
        count = begin + characters(text.substr(word.begin, word.end - word.begin));
        at = word.end;
        places.push_back({begin, count});
    }
    return places;
}

// Words of a text that match, and how much they are worth: those of different terms add up.
struct Passage {
    std::size_t first = 0, last = 0;
    int worth = 0;
};

Passage best_passage(const std::vector<Match>& found, const std::vector<Place>& places) {
    Passage best;
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::map<std::size_t, int> worth;  // by term
        Passage from{found[i].first, found[i].last, 0};
        for (std::size_t j = i; j < found.size(); ++j) {
            if (j > i && places[found[j].last].end - places[found[i].first].begin > longest - lead) break;
            int& of_term = worth[found[j].term];
            if (found[j].worth <= of_term) continue;
            from.worth += found[j].worth - of_term;
            of_term = found[j].worth;
            from.last = found[j].last;
        }
        if (from.worth > best.worth) best = from;
    }
    return best;
}

// The words to show, with room before and behind the passage.
struct Cut {
    std::size_t first = 0, last = 0;
    bool at_begin = false, at_end = false;  // of the text
};

Cut cut_around(const Passage& passage, const std::vector<Place>& places, std::size_t length) {
    if (places.empty() || length <= longest) return {0, places.empty() ? 0 : places.size() - 1, true, true};
    Cut cut{passage.first, passage.last};
    const std::size_t middle = places[passage.first].begin;
    while (cut.first > 0 && middle - places[cut.first - 1].begin <= lead) --cut.first;
    // Near the end of the text there is more room before.
    while (cut.first > 0 && length - places[cut.first - 1].begin <= longest) --cut.first;
    cut.at_begin = cut.first == 0;
    const std::size_t begin = cut.at_begin ? 0 : places[cut.first].begin;
    while (cut.last + 1 < places.size() && places[cut.last + 1].end - begin <= longest) ++cut.last;
    cut.at_end = cut.last + 1 == places.size() && length - begin <= longest;
    return cut;
}

}  // namespace

Highlighter::Highlighter(const Query& query, base::Language reader) : reader_(reader) {
    std::size_t term = 0;
    for (const Group& group : query.groups) {
        look_for(group.alike, term, false);
        for (const Term& one : group.terms) {
            look_for(one.exact, term, true);
            look_for(one.alike, term, false);
            ++term;
        }
    }
}

void Highlighter::look_for(const std::vector<Phrase>& phrases, std::size_t term, bool exact) {
    for (const Phrase& phrase : phrases) {
        if (phrase.empty() || phrase.front().empty()) continue;
        begins_[static_cast<unsigned char>(phrase.front().front())] = true;
        sought_.emplace(phrase.front(), Sought{phrase, term, exact});
    }
}

// Matches in the order in which they stand, none inside another; of those that begin together the longest.
std::vector<Match> Highlighter::matches(const std::vector<Word>& words, base::Language language) {
    std::vector<Match> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!begins_[static_cast<unsigned char>(words[i].folded.front())]) continue;
        std::optional<Match> best;
        const auto [begin, end] = sought_.equal_range(stemmer_.stem(language, words[i].folded));
        for (auto at = begin; at != end; ++at) {
            const Phrase& phrase = at->second.phrase;
            if (i + phrase.size() > words.size()) continue;
            std::size_t same = 1;
            while (same < phrase.size() && stemmer_.stem(language, words[i + same].folded) == phrase[same]) ++same;
            if (same < phrase.size()) continue;
            const Match match{i, i + same - 1, at->second.term, at->second.exact ? worth_exact : worth_alike};
            if (!best || match.last > best->last || (match.last == best->last && match.worth > best->worth)) best = match;
        }
        if (!best) continue;
        found.push_back(*best);
        i = best->last;
    }
    return found;
}

std::vector<Mark> Highlighter::marks(std::string_view text, base::Language language) {
    const std::vector<Word> words = words_in(text);
    std::vector<Mark> marks;
    for (const Match& match : matches(words, language)) marks.push_back({words[match.first].begin, words[match.last].end});
    return marks;
}

Snippet Highlighter::snippet(std::span<const base::Text> texts) {
    Snippet best;
    int worth = -1;
    for (const base::Text& one : texts) {
        const base::Shown shown = base::shown(one, reader_);
        if (shown.text.empty()) continue;
        std::string text(shown.text);
        cut(text, most_read);
        const std::vector<Word> words = words_in(text);
        const std::vector<Place> places = places_of(text, words);
        const std::vector<Match> found = matches(words, shown.language);
        const Passage passage = best_passage(found, places);
        if (passage.worth <= worth) continue;
        worth = passage.worth;
        const Cut cut = cut_around(passage, places, characters(text));
        best = Snippet{"", shown.language, {}};
        const std::size_t begin = cut.at_begin ? 0 : words[cut.first].begin;
        const std::size_t end = cut.at_end ? text.size() : words[cut.last].end;
        if (!cut.at_begin) best.text += ellipsis;
        const std::size_t moved = best.text.size();
        best.text += text.substr(begin, end - begin);
        if (!cut.at_end || text.size() < shown.text.size()) best.text += ellipsis;
        for (const Match& match : found)
            if (match.first >= cut.first && match.last <= cut.last)
                best.marks.push_back({words[match.first].begin - begin + moved, words[match.last].end - begin + moved});
    }
    return best;
}

}  // namespace comity::store
