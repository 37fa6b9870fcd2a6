#include "store/sqlite/word_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace comity::store::sqlite {

namespace {

// Of the lists used lately, and as much again of those before. With 230,000 documents the lists of all words and pairs that 1,000
// of them hold have 46 MB.
constexpr std::size_t most_bytes = 32 * 1024 * 1024;
constexpr std::size_t bytes_beside = 256;  // of a list, for what holds it

constexpr std::int64_t first_number(std::int64_t type) { return type << type_shift; }

bool have_room(const std::vector<TypeBits>& types, const IndexState& state) {
    return std::ranges::all_of(state.last, [&](const auto& of) {
        const auto found = std::ranges::find(types, of.first, &TypeBits::type);
        return found != types.end() && static_cast<std::size_t>(of.second) < found->end - found->begin;
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
    std::vector<TypeBits> types;
    connection.query("SELECT number, type, last FROM comity_document_type ORDER BY number", {}, [&](const store::Row& row) {
        const std::int64_t last = row.integer(2);
        state->last.emplace(row.integer(0), last);
        const std::size_t begin = types.empty() ? 0 : types.back().end;
        const auto room = static_cast<std::size_t>(last + last / 8) + 256;  // for those to come
        types.push_back({row.integer(0), std::string(row.text(1)), begin, begin + room / 64 * 64});
    });
    state_ = std::move(state);
    const std::lock_guard lock(kept.mutex_);
    if (!kept.types_ || !have_room(*kept.types_, *state_)) {
        kept.types_ = std::make_shared<const std::vector<TypeBits>>(std::move(types));
        kept.lately_.clear();
        kept.before_.clear();
        kept.bytes_ = 0;
    }
    types_ = kept.types_;
}

std::shared_ptr<const List> WordLists::with(const std::string& tokens) {
    KeptLists::Kept known;
    {
        const std::lock_guard lock(kept_.mutex_);
        if (kept_.types_ == types_) known = kept_.find(tokens);
    }
    if (known.list && known.of->entries == state_->entries) return known.list;
    const bool newer = known.list && known.of->entries > state_->entries;  // of another's view
    Set set = none();
    if (known.list && !newer) known.list->add_to(set);
    read(set, tokens, known.list && !newer ? *known.of : IndexState());
    auto list = std::make_shared<const List>(list_of(std::move(set)));
    if (newer) return list;
    const std::lock_guard lock(kept_.mutex_);
    if (kept_.types_ == types_) kept_.keep(tokens, {list, state_});
    return list;
}

// Changes a set of an earlier state, or an empty one, into that of this state.
void WordLists::read(Set& set, const std::string& tokens, const IndexState& since) {
    const std::string phrase = fmt::format("\"{}\"", tokens);
    const auto add = [&](const store::Row& row) {
        const std::size_t bit = bit_of(row.integer(0));
        set[bit / 64] |= 1ULL << bit % 64;
    };
    if (since.last.empty()) {
        connection_.query("SELECT rowid FROM comity_words WHERE comity_words MATCH $1", {std::string_view(phrase)}, add);
        return;
    }
    for (const auto& [type, last] : state_->last) {
        const auto before = since.last.find(type);
        const std::int64_t known = before == since.last.end() ? 0 : before->second;
        if (known == last) continue;
        connection_.query("SELECT rowid FROM comity_words WHERE comity_words MATCH $1 AND rowid > $2 AND rowid <= $3",
                          {std::string_view(phrase), first_number(type) + known, first_number(type) + last}, add);
    }
    if (since.gone == state_->gone) return;
    const auto [gone, unknown] = gone_since_.try_emplace(since.gone);
    if (unknown)
        connection_.query("SELECT number FROM comity_document_gone WHERE gone > $1", {since.gone},
                          [&](const store::Row& row) { gone->second.push_back(row.integer(0)); });
    for (const std::int64_t number : gone->second) {
        const std::size_t bit = bit_of(number);
        set[bit / 64] &= ~(1ULL << bit % 64);
    }
}

std::size_t WordLists::bit_of(std::int64_t number) const {
    const auto type = std::ranges::lower_bound(*types_, number >> type_shift, {}, &TypeBits::type);
    return type->begin + static_cast<std::size_t>(number - first_number(type->type));
}

}  // namespace comity::store::sqlite
