#include "store/read_query.hpp"

#include <algorithm>
#include <ranges>
#include <span>

namespace comity::store {

namespace {

constexpr std::size_t most_words = 16;
constexpr std::size_t longest_query = 1'000;
constexpr std::size_t most_alike = 24;  // phrases of one term: each costs a look into the index
constexpr std::size_t most_whole = 24;  // words that all beginnings together stand for, likewise

// What stands between spaces, or between quotes.
struct Piece {
    std::vector<Word> words;
    bool quoted = false;
    bool beginning = false;  // the last word is the beginning of one
    bool star = false;       // said so
};

bool holds(const std::vector<Phrase>& phrases, const Phrase& phrase) {
    return std::ranges::find(phrases, phrase) != phrases.end();
}

void add(std::vector<Phrase>& phrases, Phrase phrase) {
    if (!holds(phrases, phrase)) phrases.push_back(std::move(phrase));
}

bool is_separator(char c) {
    return static_cast<unsigned char>(c) <= ' ' || std::string_view(",;:/()[]|&+").find(c) != std::string_view::npos;
}

std::vector<Piece> pieces_of(std::string_view typed, bool unfinished) {
    std::vector<Piece> pieces;
    bool quoted = false;
    for (std::size_t at = 0; at <= typed.size();) {
        std::size_t end = at;
        while (end < typed.size() && typed[end] != '"' && (quoted || !is_separator(typed[end]))) ++end;
        const std::string_view text = typed.substr(at, end - at);
        Piece piece{words_in(text), quoted, false, !quoted && text.ends_with('*')};
        // A word that reaches to the end of what is typed may go on.
        piece.beginning = piece.star || (unfinished && !quoted && end == typed.size() && !piece.words.empty() &&
                                         piece.words.back().end == text.size());
        for (Word& word : piece.words) {
            word.begin += at;
            word.end += at;
        }
        if (!piece.words.empty()) pieces.push_back(std::move(piece));
        if (end < typed.size() && typed[end] == '"') quoted = !quoted;
        at = end + 1;
    }
    return pieces;
}

// Leaves so many pieces that their words are not too many; how many words were left out.
std::size_t limit_words(std::vector<Piece>& pieces) {
    std::size_t words = 0, ignored = 0;
    std::erase_if(pieces, [&](const Piece& piece) {
        const bool too_many = words + piece.words.size() > most_words;
        (too_many ? ignored : words) += piece.words.size();
        return too_many;
    });
    return ignored;
}

std::vector<std::string> folded_words(std::span<const Piece> pieces) {
    std::vector<std::string> words;
    for (const Piece& piece : pieces)
        for (const Word& word : piece.words) words.push_back(word.folded);
    return words;
}

// Whether what holds the phrase holds all of the terms anyway.
bool hold(const std::vector<Term>& terms, const Phrase& phrase) {
    return std::ranges::all_of(terms, [&](const Term& term) {
        return std::ranges::any_of(term.exact, [&](const Phrase& exact) { return !std::ranges::search(phrase, exact).empty(); });
    });
}

class Reader {
  public:
    Reader(const Lexicon& lexicon, Stemmer& stemmer, std::size_t beginnings)
        : lexicon_(lexicon), stemmer_(stemmer), most_whole_(most_whole / std::max<std::size_t>(beginnings, 1)) {}

    // The groups of pieces that all count.
    std::vector<Group> read(std::span<const Piece> pieces) {
        std::vector<Group> groups;
        while (!pieces.empty()) {
            std::size_t count = 1;
            Group group;
            for (std::size_t more = pieces.size(); more > 1 && group.alike.empty(); --more) {
                group.alike = same_as(pieces.first(more));
                if (!group.alike.empty()) count = more;
            }
            for (const Piece& piece : pieces.first(count))
                if (counts(piece)) group.terms.push_back(term(piece));
            std::erase_if(group.alike, [&](const Phrase& phrase) { return hold(group.terms, phrase); });
            if (!group.terms.empty()) groups.push_back(std::move(group));
            pieces = pieces.subspan(count);
        }
        return groups;
    }
    void take_fillers() { fillers_count_ = true; }

  private:
    bool counts(const Piece& piece) const {
        return fillers_count_ || piece.words.size() > 1 || piece.quoted || piece.star || !is_filler(piece.words.front().folded);
    }

    // A quoted phrase or a beginning means itself; and a form of a concept neither begins nor ends with a word that says nothing.
    std::vector<Phrase> same_as(std::span<const Piece> pieces) const {
        if (std::ranges::any_of(pieces, [](const Piece& piece) { return piece.quoted || piece.star; })) return {};
        if (!counts(pieces.front()) || !counts(pieces.back())) return {};
        const std::vector<std::string> words = folded_words(pieces);
        std::vector<Phrase> all;
        for (const Thesaurus* thesaurus : lexicon_.thesauri)
            if (words.size() <= thesaurus->longest())
                for (Phrase& phrase : thesaurus->same_as(words, stemmer_))
                    if (all.size() < most_alike) add(all, std::move(phrase));
        return all;
    }

    Term term(const Piece& piece) {
        Term term;
        const std::vector<std::string> words = folded_words({&piece, 1});
        auto take = [&](const std::vector<std::string>& as) {
            for (base::Language language : base::languages) {
                Phrase stems;
                for (const std::string& word : as) stems.push_back(stemmer_.stem(language, word));
                add(term.exact, std::move(stems));
            }
        };
        if (!piece.star) take(words);
        if (piece.beginning && lexicon_.words_beginning_with) {
            std::vector<std::string> as = words;
            for (std::string& whole : lexicon_.words_beginning_with(words.back()) | std::views::take(most_whole_)) {
                as.back() = std::move(whole);
                take(as);
            }
        }
        if (term.exact.empty()) take(words);  // the beginning of no word
        term.alike = same_as({&piece, 1});
        std::erase_if(term.alike, [&](const Phrase& phrase) { return hold({term}, phrase); });
        return term;
    }

    const Lexicon& lexicon_;
    Stemmer& stemmer_;
    const std::size_t most_whole_;  // words for each beginning
    bool fillers_count_ = false;
};

}  // namespace

Query read_query(std::string_view text, const Lexicon& lexicon, Stemmer& stemmer) {
    Query query;
    query.typed = text;
    cut(query.typed, longest_query);
    query.words_ignored = words_of(text.substr(query.typed.size())).size();
    std::vector<Piece> pieces = pieces_of(query.typed, lexicon.unfinished && query.typed.size() == text.size());
    query.words_ignored += limit_words(pieces);
    for (const Piece& piece : pieces)
        for (const Word& word : piece.words)
            query.words.push_back({word, !piece.quoted && !piece.beginning && piece.words.size() == 1});
    Reader reader(lexicon, stemmer, static_cast<std::size_t>(std::ranges::count_if(pieces, &Piece::beginning)));
    query.groups = reader.read(pieces);
    if (query.groups.empty()) {
        reader.take_fillers();
        query.groups = reader.read(pieces);
    }
    return query;
}

}  // namespace comity::store
