#include <algorithm>
#include <iterator>
#include <tuple>

#include "store/pool.hpp"
#include "store/read_query.hpp"
#include "store/store.hpp"
#include "store/vocabulary.hpp"

namespace comity::store {

namespace {

// Shares out how many documents are ranked, so that a type with many matches does not crowd out the others.
std::vector<std::size_t> shares(const std::vector<KindFound>& kinds, std::size_t left) {
    std::vector<std::size_t> order(kinds.size()), ranked(kinds.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return kinds[i].matches; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        ranked[order[i]] = std::min(kinds[order[i]].matches, left / (order.size() - i));
        left -= ranked[order[i]];
    }
    return ranked;
}

std::vector<Found> best(Connection& connection, const Search& asked, const Query& query, const std::vector<KindFound>& kinds) {
    const std::vector<std::size_t> ranked = shares(kinds, asked.most);
    std::vector<Found> found;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        std::vector<Found> of_type = connection.best_of_type(query, {.type = kinds[i].type,
                                                                     .ranked = ranked[i],
                                                                     .titles_first = ranked[i] < kinds[i].matches,
                                                                     .after = asked.after ? &*asked.after : nullptr,
                                                                     .limit = asked.limit});
        std::ranges::move(of_type, std::back_inserter(found));
    }
    std::ranges::sort(found, comes_before);
    if (found.size() > asked.limit) found.resize(asked.limit);
    return found;
}

// The word alone, with what means the same.
bool is_found(Connection& connection, const std::string& word, const Lexicon& lexicon, Stemmer& stemmer) {
    const Query query = read_query(word, lexicon, stemmer);
    return query.groups.empty() || connection.finds(query);
}

}  // namespace

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
    std::vector<KindFound> kinds = connection_->count_by_type(
        result.query, asked.count_others ? std::vector<std::string_view>() : asked.types, asked.most + 1);
    for (const KindFound& kind : kinds) result.counts.emplace(kind.type, kind.matches);
    std::erase_if(kinds, [&](const KindFound& kind) {
        return !asked.types.empty() && std::ranges::find(asked.types, kind.type) == asked.types.end();
    });
    for (const KindFound& kind : kinds) result.count += kind.matches;
    result.count = std::min(result.count, asked.most + 1);
    result.found = best(*connection_, asked, result.query, kinds);
    return result;
}

std::optional<std::string> Snapshot::suggestion(const Query& query) const {
    Stemmer stemmer;
    const auto of_records = pool_->thesaurus(*connection_);
    const Lexicon lexicon{.thesauri = {&thesaurus_of_codes(), of_records.get()}, .words_beginning_with = {}};
    std::string suggested = query.typed;
    // From the end, so that what stands before a word keeps its place.
    for (auto typed = query.words.rbegin(); typed != query.words.rend(); ++typed) {
        const Word& word = typed->word;
        if (!typed->alone || is_filler(word.folded)) continue;
        const auto better = spelled_right(*connection_, word.folded);
        // A form of a word that the index has only in others is no mistake.
        if (better && (better->of_a_word || !is_found(*connection_, word.folded, lexicon, stemmer)))
            suggested.replace(word.begin, word.end - word.begin, better->word);
    }
    if (suggested == query.typed) return std::nullopt;
    const Query again = read_query(suggested, lexicon, stemmer);
    if (again.groups.empty() || !connection_->finds(again)) return std::nullopt;
    return suggested;
}

}  // namespace comity::store
