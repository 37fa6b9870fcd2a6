#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "record/journal.hpp"
#include "record/record.hpp"
#include "store/query.hpp"

// The one door for writing, and consistent reading. SQL is known only inside this folder.
namespace comity::store {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

struct Options {
    // "sqlite:PATH"; "sqlite::memory:", a database that goes with the Store; or what libpq connects to: "postgresql://…", "host=…
    // dbname=…".
    std::string address;
    // Every record type. Must outlive the Store.
    record::Catalog catalog;
    // Whether the record types' tables are made from the catalog. The program leaves it off: its tables are made by migrations.
    bool create_tables = false;
};

// The database can't be reached or refused to work. A commit that was under way may or may not have been made.
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A record as it is stored. The version is the sequence of the journal entry that wrote it: it grows with each change of the
// record, is never used twice, and 0 means that there is no such record.
struct Stored {
    std::string id;
    std::int64_t version = 0;
    record::Value record;  // an object, normal form, only what the audience may see
};

struct Commit {
    std::string actor;   // 1 to 200 bytes
    std::string reason;  // 1 to 2,000 bytes
    std::vector<record::Change> changes;
    Time time;
};

struct Receipt {
    std::int64_t sequence = 0;           // the journal's head after the commit
    bool changed = false;                // false: every change equalled the store, and no entry was written
    std::vector<std::int64_t> versions;  // of each change's record now, 0 for one that was removed
};

// The value of a field as the record holds it: a string's, code's or date's text, a reference's id, "true", "12".
// For a list of strings, codes or references: one of its members, of at most 500 bytes. `field` is a field of the type, or a
// reference inside a structure ("lines.partner"): whoever takes it from a request looks first whether the type has it.
struct Equal {
    std::string field;
    std::string value;
};

struct Selection {
    std::vector<Equal> where;  // all of them hold; a field that the audience may not see equals nothing
    std::string after;         // the id after which to go on, "" from the start
    std::size_t limit = 0;     // 0: all
};

// One version of a record, for the page that shows its history.
struct Revision {
    std::int64_t sequence = 0;
    std::string time, actor, reason;
    bool removed = false;
    record::Value record;  // null where it was removed or was hidden
};

struct Found {
    std::string type, id;
    // Larger is better. A word that stands there as typed counts more than what means the same, then its place counts.
    std::int64_t rank = 0;
};

// Best first; equally good ones by type and id.
bool comes_before(const Found& a, const Found& b);

// What is looked for. Every word must be found; the words of the three languages that mean the same find each other, and a
// "quoted phrase" only itself.
struct Search {
    std::string_view words;
    std::vector<std::string_view> types{};  // names of the types to find, empty for all
    std::size_t limit = 20;
    std::optional<Found> after{};  // goes on after this one
    bool unfinished = false;       // the last word is still being typed: words that begin with it are found too
    bool count_others = false;     // what matches of the types that were not asked for is counted too
    // So many matches of each type are counted, and so many of all types together are ranked: of words that are everywhere those
    // records that hold them in their titles come first.
    std::size_t most = 3'000;
};

struct SearchResult {
    std::vector<Found> found;  // best first
    // Of every type that matches, of those asked for or of all: exact up to Search::most, then one more for "more than".
    std::map<std::string, std::size_t, std::less<>> counts;
    std::size_t count = 0;  // of the types asked for together, likewise
    std::size_t most = 0;   // Search::most
    Query query;            // as it was understood, for snippet() and Snapshot::suggestion()
    std::size_t only_best() const { return count <= most ? 0 : most; }  // so many were ranked where more match, else 0
};

// What the store held after an entry of the journal: records by type, each type's by id.
struct Past {
    std::int64_t entry = 0;
    std::map<std::string, std::vector<Stored>, std::less<>> records;
};

class Connection;
class Pool;

// What the store holds at one journal position: reads through one Snapshot agree with each other whatever is written meanwhile.
// Belongs to one thread; short-lived.
class Snapshot {
  public:
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

    std::int64_t head() const { return head_; }  // sequence of the last journal entry, 0 for an empty store

    // A part of a record that is not for the audience isn't either. Asking for a type that is not in the catalog is a bug.
    std::optional<Stored> read(std::string_view type, std::string_view id, record::Audience audience) const;
    std::vector<Stored> list(std::string_view type, record::Audience audience,
                             const Selection& selection = {}) const;  // by id, byte order
    std::vector<Stored> parts(std::string_view type, std::string_view owner, record::Audience audience) const;  // by id
    std::int64_t count(std::string_view type, record::Audience audience, const std::vector<Equal>& where = {}) const;

    // Every version of a record, oldest first. For everyone: of a record that exists and that they may read, and without what is
    // hidden from them today or was then.
    std::vector<Revision> history(std::string_view type, std::string_view id, record::Audience audience) const;
    // The last entry made at or before that time; 0 where there was none yet.
    std::int64_t entry_at(Time time) const;
    // When the first entry was made, "2026-11-22T18:21:20.123Z".
    std::optional<std::string> first_time() const;
    // The records of these types as that entry left them, those that were removed since too. For everyone: without what is hidden
    // from them today (of a record that was removed: when it was) or was then.
    Past past(std::int64_t entry, const std::vector<std::string_view>& types, record::Audience audience) const;
    // The journal itself, with everything in it: for officers, verification and copies.
    std::vector<record::Entry> entries(std::int64_t after, std::size_t limit) const;

    // Records that hold all words of the query in what everyone may read of them and their parts. Takes word forms and accents of
    // the three languages, "quoted phrases" and a trailing * for beginnings (the dozen words with it that most documents hold,
    // for more than two beginnings 24 in all); anything else a person types is words too.
    SearchResult search(const Search& asked) const;
    SearchResult search(const std::vector<std::string_view>& types, std::string_view words, std::size_t limit) const {
        return search({.words = words, .types = types, .limit = limit});
    }
    // What the person may have meant where a word of theirs is found nowhere, or hardly anywhere: the query with that word
    // replaced by the nearest that the index knows. It finds something.
    std::optional<std::string> suggestion(const Query& query) const;
    // Looks for the commonest words, so that the database has in memory what searches will need.
    void read_common_words() const;

    record::Catalog catalog() const;
    Connection& connection() const { return *connection_; }  // for this folder and its tests

  private:
    friend class Store;
    Snapshot(Pool& pool, std::unique_ptr<Connection> connection, std::int64_t head);
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    std::int64_t head_;
};

// Thread-safe.
class Store {
  public:
    ~Store();  // finishes what was handed in
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Checks, writes, journals and indexes in one transaction, and returns when it is durable. A change is refused with a fault
    // that names its record: where the record type's rules are broken, a reference names nothing, a removed record is still
    // referred to, a record comes twice, or the record has changed since on_version. A put that equals the store is left out.
    // Throws Unavailable.
    std::expected<Receipt, base::Faults> commit(Commit commit);

    // The journal's position. Costs nothing; another process's commits show within a quarter of a second.
    std::int64_t head() const;

    Snapshot snapshot() const;  // throws Unavailable

  private:
    friend std::expected<std::unique_ptr<Store>, std::string> open(Options options);
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// Brings the database up to date first. The error says why it can't be used: unreachable, not a database, newer than the program.
std::expected<std::unique_ptr<Store>, std::string> open(Options options);

}  // namespace comity::store
