#include <algorithm>
#include <iterator>
#include <ranges>
#include <tuple>

#include "store/pool.hpp"
#include "store/read_query.hpp"
#include "store/store.hpp"
#include "store/vocabulary.hpp"

namespace comity::store {

namespace {

constexpr std::int64_t hardly_any = 3;  // documents that hold a word which may be a mistake
// Who typed more words that may be mistakes wrote in no language of this body, and what each is near takes milliseconds to find.
constexpr std::size_t most_corrected = 5;
constexpr std::int64_t most_common = 200;

// The word alone, with what means the same.
bool is_found(Connection& connection, const std::string& word, const Lexicon& lexicon, Stemmer& stemmer) {
    const Query query = read_query(word, lexicon, stemmer);
    return query.groups.empty() || connection.finds(query);
}

}  // namespace

std::vector<Share> shares(const std::vector<KindFound>& kinds, const Search& asked) {
    std::vector<Share> all;
    for (const KindFound& kind : kinds)
        if (asks_for(asked, kind.type)) all.push_back({kind.type, kind.matches, 0});
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return all[i].matches; });
    std::size_t left = asked.most;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Share& share = all[order[i]];
        share.ranked = std::min(share.matches, left / (order.size() - i));
        left -= share.ranked;
    }
    return all;
}

bool asks_for(const Search& asked, std::string_view type) {
    return asked.types.empty() || std::ranges::find(asked.types, type) != asked.types.end();
}

void keep_best(std::vector<Found>& found, std::size_t limit) {
    const std::size_t kept = std::min(found.size(), limit);
    if (kept == found.size())
        std::ranges::sort(found, comes_before);
    else
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), comes_before);
    found.resize(kept);
}

bool comes_before(const Found& a, const Found& b) { return std::tie(b.rank, a.type, a.id) < std::tie(a.rank, b.type, b.id); }

SearchResult Snapshot::search(const Search& asked) const {
    Stemmer stemmer;
    const auto of_records = pool_->thesaurus(*connection_);
    SearchResult result;
    result.most = asked.most;
    result.query = read_query(
        asked.words,
        {.thesauri = {&thesaurus_of_codes(), of_records.get()},
         .words_beginning_with = [&](const std::string& beginning) { return words_beginning_with(*connection_, beginning); },
         .unfinished = asked.unfinished},
        stemmer);
    if (result.query.groups.empty()) return result;
    Matches matches = connection_->matches(result.query, asked);
    for (const KindFound& kind : matches.kinds) {
        result.counts.emplace(kind.type, kind.matches);
        if (asks_for(asked, kind.type)) result.count += kind.matches;
    }
    result.count = std::min(result.count, asked.most + 1);
    result.found = std::move(matches.best);
    return result;
}

std::optional<std::string> Snapshot::suggestion(const Query& query) const {
    Stemmer stemmer;
    const auto of_records = pool_->thesaurus(*connection_);
    const Lexicon lexicon{.thesauri = {&thesaurus_of_codes(), of_records.get()}, .words_beginning_with = {}};
    struct Doubtful {
        const Word& word;
        std::int64_t documents = 0;
    };
    std::vector<Doubtful> doubtful;
    for (const TypedWord& typed : query.words) {
        if (!typed.alone || is_filler(typed.word.folded)) continue;
        const std::int64_t documents = documents_with(*connection_, typed.word.folded);
        if (documents > hardly_any) continue;
        // A form of a word that the index has only in others is no mistake.
        if (documents == 0 && is_found(*connection_, typed.word.folded, lexicon, stemmer)) continue;
        doubtful.push_back({typed.word, documents});
    }
    if (doubtful.size() > most_corrected) return std::nullopt;
    std::string suggested = query.typed;
    // From the end, so that what stands before a word keeps its place.
    for (const auto& [word, documents] : doubtful | std::views::reverse)
        if (const auto better = spelled_right(*connection_, word.folded, documents))
            suggested.replace(word.begin, word.end - word.begin, *better);
    if (suggested == query.typed) return std::nullopt;
    const Query again = read_query(suggested, lexicon, stemmer);
    if (again.groups.empty() || !connection_->finds(again)) return std::nullopt;
    return suggested;
}

void Snapshot::read_common_words() const {
    Stemmer stemmer;
    const auto of_records = pool_->thesaurus(*connection_);
    const Lexicon lexicon{.thesauri = {&thesaurus_of_codes(), of_records.get()}, .words_beginning_with = {}};
    for (const std::string& word : common_words(*connection_, most_common)) is_found(*connection_, word, lexicon, stemmer);
}

}  // namespace comity::store
