#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/connection.hpp"
#include "store/query.hpp"

// The search index read as sets of documents, in memory: what many words have in common is then a matter of microseconds, where
// FTS5 would move through all of their lists side by side.
namespace comity::store::sqlite {

// A document's number is its type's number shifted by so many bits, and its own.
inline constexpr std::int64_t type_shift = 40;

// One bit for each number that a document may have, the numbers of a type side by side.
using Set = std::vector<std::uint64_t>;

// The numbers of a type: they have the bits from `begin` to before `end`, both multiples of 64.
struct TypeBits {
    std::int64_t type = 0;
    std::string name;
    std::size_t begin = 0, end = 0;
    std::int64_t number_of(std::size_t bit) const { return (type << type_shift) + static_cast<std::int64_t>(bit - begin); }
};

// What a connection sees of the index: entries of the journal, documents that are gone, and of each type of documents its name
// and the last number given.
struct IndexState {
    struct Type {
        std::string name;
        std::int64_t last = 0;
    };
    std::int64_t entries = 0, gone = 0;
    std::map<std::int64_t, Type> types;
};

// The documents with a word: all bits, or where they were few, which.
struct List {
    Set bits;
    std::vector<std::uint32_t> few;
    std::size_t bytes() const { return bits.size() * sizeof(bits[0]) + few.size() * sizeof(few[0]); }
    bool has(std::uint32_t bit) const;
    void add_to(Set& set) const;
    // Both are in order; the list has all that are gone and none that are added.
    void change(const std::vector<std::uint32_t>& gone, const std::vector<std::uint32_t>& added);
};

// The lists that were read lately, kept for all connections to a database; what changed since in the index is read when a list is
// needed again. Thread-safe.
class KeptLists {
  private:
    friend class WordLists;
    struct Kept {
        std::shared_ptr<const List> list;
        std::shared_ptr<const IndexState> of;
    };
    using Lists = std::map<std::string, Kept, std::less<>>;
    Kept find(std::string_view tokens);
    void keep(const std::string& tokens, Kept list);

    std::mutex mutex_;
    std::shared_ptr<const std::vector<TypeBits>> types_;  // the places of bits in all that are kept
    Lists lately_, before_;                               // what is used again comes from the second to the first
    std::size_t bytes_ = 0;                               // of the first, which at the limit becomes the second
};

// The lists as a connection sees them in its transaction. Belongs to one thread.
class WordLists {
  public:
    WordLists(store::Connection& connection, KeptLists& kept);

    const std::vector<TypeBits>& types() const { return *types_; }
    Set none() const { return Set(types_->empty() ? 0 : types_->back().end / 64); }
    // The documents with these stems side by side in that place.
    std::shared_ptr<const List> with(const store::Phrase& phrase, std::size_t place);

  private:
    std::shared_ptr<const List> read(const std::string& tokens);
    std::shared_ptr<const List> mended(const KeptLists::Kept& known, const store::Phrase& phrase, std::size_t place);
    std::vector<std::uint32_t> added_since(const IndexState& since, const store::Phrase& phrase, std::size_t place);
    const std::vector<std::uint32_t>& gone_since(const IndexState& since);
    void read_words_after(std::int64_t type, std::int64_t number);
    std::uint32_t bit_of(std::int64_t number) const;

    store::Connection& connection_;
    KeptLists& kept_;
    std::shared_ptr<const IndexState> state_;
    std::shared_ptr<const std::vector<TypeBits>> types_;
    std::map<std::int64_t, std::vector<std::uint32_t>> gone_since_;  // by IndexState::gone
    std::map<std::int64_t, std::string> words_;                      // of documents that came lately, by number
    std::size_t bytes_of_words_ = 0;
    std::map<std::int64_t, std::int64_t> words_after_;  // by type: `words_` has those of documents after this one
};

}  // namespace comity::store::sqlite
