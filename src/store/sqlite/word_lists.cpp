#include "store/sqlite/word_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

#include "store/sqlite/fts5.hpp"

namespace comity::store::sqlite {

namespace {

// Of the lists used lately, and as much again of those before. With 230,000 documents the lists of all words and pairs that 1,000
// of them hold have 46 MB.
constexpr std::size_t most_bytes = 32 * 1024 * 1024;
constexpr std::size_t bytes_beside = 256;  // of a list, for what holds it
// The words of so many new documents are looked through for each list that is mended, if they are short; of more, the index is
// asked. A search has some 60 lists: 0.1 ms for each that the index is asked for, where this is done in microseconds.
constexpr std::int64_t most_looked_through = 20;
constexpr std::size_t most_bytes_looked_through = 64 * 1024;

constexpr std::int64_t first_number(std::int64_t type) { return type << type_shift; }

std::shared_ptr<const std::vector<TypeBits>> places_of_bits(const IndexState& state) {
    auto types = std::make_shared<std::vector<TypeBits>>();
    for (const auto& [number, type] : state.types) {
        const std::size_t begin = types->empty() ? 0 : types->back().end;
        const auto room = static_cast<std::size_t>(type.last + type.last / 8) + 256;  // for those to come
        types->push_back({number, type.name, begin, begin + room / 64 * 64});
    }
    return types;
}

bool have_room(const std::vector<TypeBits>& types, const IndexState& state) {
    return std::ranges::all_of(state.types, [&](const auto& of) {
        const auto found = std::ranges::find(types, of.first, &TypeBits::type);
        return found != types.end() && static_cast<std::size_t>(of.second.last) < found->end - found->begin;
    });
}

List list_of(Set set) {
    std::size_t count = 0;
    for (const std::uint64_t bits : set) count += static_cast<std::size_t>(std::popcount(bits));
    if (count >= 2 * set.size()) return {std::move(set), {}};
    List list;
    list.few.reserve(count);
    for (std::size_t i = 0; i < set.size(); ++i)
        for (std::uint64_t bits = set[i]; bits != 0; bits &= bits - 1)
            list.few.push_back(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    return list;
}

}  // namespace

bool List::has(std::uint32_t bit) const {
    return bits.empty() ? std::ranges::binary_search(few, bit) : bits[bit / 64] >> bit % 64 & 1;
}

void List::change(const std::vector<std::uint32_t>& gone, const std::vector<std::uint32_t>& added) {
    if (!bits.empty()) {
        for (const std::uint32_t bit : gone) bits[bit / 64] &= ~(1ULL << bit % 64);
        for (const std::uint32_t bit : added) bits[bit / 64] |= 1ULL << bit % 64;
        return;
    }
    std::vector<std::uint32_t> left;
    std::ranges::set_difference(few, gone, std::back_inserter(left));
    few.clear();
    std::ranges::merge(left, added, std::back_inserter(few));
}

void List::add_to(Set& set) const {
    for (std::size_t i = 0; i < bits.size(); ++i) set[i] |= bits[i];
    for (const std::uint32_t bit : few) set[bit / 64] |= 1ULL << bit % 64;
}

KeptLists::Kept KeptLists::find(std::string_view tokens) {
    if (const auto found = lately_.find(tokens); found != lately_.end()) return found->second;
    const auto found = before_.find(tokens);
    if (found == before_.end()) return {};
    Kept kept = found->second;
    keep(std::string(tokens), kept);
    return kept;
}

void KeptLists::keep(const std::string& tokens, Kept kept) {
    if (bytes_ >= most_bytes) {
        before_ = std::exchange(lately_, {});
        bytes_ = 0;
    }
    Kept& place = lately_[tokens];
    if (place.list) bytes_ -= place.list->bytes() + bytes_beside;
    bytes_ += kept.list->bytes() + bytes_beside;
    place = std::move(kept);
}

WordLists::WordLists(store::Connection& connection, KeptLists& kept) : connection_(connection), kept_(kept) {
    auto state = std::make_shared<IndexState>();
    connection.query("SELECT (SELECT max(sequence) FROM comity_journal), (SELECT max(gone) FROM comity_document_gone)", {},
                     [&](const store::Row& row) { *state = {row.integer(0), row.integer(1), {}}; });
    connection.query("SELECT number, type, last FROM comity_document_type", {},
                     [&](const store::Row& row) { state->types[row.integer(0)] = {std::string(row.text(1)), row.integer(2)}; });
    state_ = std::move(state);
    const std::lock_guard lock(kept.mutex_);
    if (!kept.types_ || !have_room(*kept.types_, *state_)) {
        kept.types_ = places_of_bits(*state_);
        kept.lately_.clear();
        kept.before_.clear();
        kept.bytes_ = 0;
    }
    types_ = kept.types_;
}

std::shared_ptr<const List> WordLists::with(const store::Phrase& phrase, std::size_t place) {
    const std::string tokens = tokens_of(phrase, place);
    KeptLists::Kept known;
    {
        const std::lock_guard lock(kept_.mutex_);
        if (kept_.types_ == types_) known = kept_.find(tokens);
    }
    if (known.list && known.of->entries > state_->entries) return read(tokens);  // known as of a later view than ours
    if (known.list && known.of->entries == state_->entries) return known.list;
    auto list = known.list ? mended(known, phrase, place) : read(tokens);
    const std::lock_guard lock(kept_.mutex_);
    if (kept_.types_ == types_) kept_.keep(tokens, {list, state_});
    return list;
}

std::shared_ptr<const List> WordLists::read(const std::string& tokens) {
    Set set = none();
    const std::string phrase = fmt::format("\"{}\"", tokens);
    connection_.query("SELECT rowid FROM comity_words WHERE comity_words MATCH $1", {std::string_view(phrase)},
                      [&](const store::Row& row) {
                          const std::uint32_t bit = bit_of(row.integer(0));
                          set[bit / 64] |= 1ULL << bit % 64;
                      });
    return std::make_shared<const List>(list_of(std::move(set)));
}

std::shared_ptr<const List> WordLists::mended(const KeptLists::Kept& known, const store::Phrase& phrase, std::size_t place) {
    std::vector<std::uint32_t> gone;
    std::ranges::copy_if(gone_since(*known.of), std::back_inserter(gone),
                         [&](std::uint32_t bit) { return known.list->has(bit); });
    const std::vector<std::uint32_t> added = added_since(*known.of, phrase, place);
    if (gone.empty() && added.empty()) return known.list;
    auto list = std::make_shared<List>(*known.list);
    list->change(gone, added);
    return list;
}

std::vector<std::uint32_t> WordLists::added_since(const IndexState& since, const store::Phrase& phrase, std::size_t place) {
    const auto known_last = [&](std::int64_t type) {
        const auto before = since.types.find(type);
        return before == since.types.end() ? 0 : before->second.last;
    };
    std::int64_t came = 0;
    for (const auto& [type, of] : state_->types) came += of.last - known_last(type);
    std::vector<std::uint32_t> added;
    const std::string words = written(phrase, place);
    for (const auto& [type, of] : state_->types) {
        const std::int64_t after = first_number(type) + known_last(type), last = first_number(type) + of.last;
        if (after == last) continue;
        if (came <= most_looked_through) read_words_after(type, after);
        if (came > most_looked_through || bytes_of_words_ > most_bytes_looked_through) {
            const std::string tokens = fmt::format("\"{}\"", tokens_of(phrase, place));
            connection_.query(
                "SELECT rowid FROM comity_words WHERE comity_words MATCH $1 AND rowid > $2 AND rowid <= $3 ORDER BY rowid",
                {std::string_view(tokens), after, last}, [&](const store::Row& row) { added.push_back(bit_of(row.integer(0))); });
            continue;
        }
        for (auto at = words_.upper_bound(after); at != words_.end() && at->first <= last; ++at)
            if (at->second.contains(words)) added.push_back(bit_of(at->first));
    }
    return added;
}

const std::vector<std::uint32_t>& WordLists::gone_since(const IndexState& since) {
    const auto [gone, unknown] = gone_since_.try_emplace(since.gone);
    if (unknown && since.gone != state_->gone) {
        connection_.query("SELECT number FROM comity_document_gone WHERE gone > $1", {since.gone},
                          [&](const store::Row& row) { gone->second.push_back(bit_of(row.integer(0))); });
        std::ranges::sort(gone->second);
    }
    return gone->second;
}

void WordLists::read_words_after(std::int64_t type, std::int64_t number) {
    const auto [after, none_yet] = words_after_.try_emplace(type, first_number(type) + state_->types.at(type).last);
    if (number >= after->second) return;
    connection_.query("SELECT rowid, words FROM comity_words WHERE rowid > $1 AND rowid <= $2", {number, after->second},
                      [&](const store::Row& row) {
                          words_.emplace(row.integer(0), fmt::format(" {} ", row.text(1)));
                          bytes_of_words_ += row.text(1).size();
                      });
    after->second = number;
}

std::uint32_t WordLists::bit_of(std::int64_t number) const {
    const auto type = std::ranges::lower_bound(*types_, number >> type_shift, {}, &TypeBits::type);
    return static_cast<std::uint32_t>(type->begin + static_cast<std::size_t>(number - first_number(type->type)));
}

}  // namespace comity::store::sqlite
