#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/document.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

// The seam between the store and its two databases. Statements are written once, in the SQL that both understand, with $1, $2, …
// for values; what they do differently is a function here, implemented in sqlite/ and postgres/.
namespace comity::store {

namespace sqlite {
class KeptLists;
}

using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

struct Cells : std::span<const Cell> {
    Cells() = default;
    Cells(std::initializer_list<Cell> cells) : span(cells.begin(), cells.size()) {}
    Cells(const std::vector<Cell>& cells) : span(cells) {}
};

// One row of an answer; its texts are good until the callback returns.
class Row {
  public:
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double number(int column) const = 0;
    virtual std::string_view text(int column) const = 0;

  protected:
    ~Row() = default;
};
using EachRow = std::function<void(const Row&)>;

struct KindFound {
    std::string type;
    std::size_t matches = 0;  // at most Search::most + 1
};
struct Matches {
    std::vector<KindFound> kinds;  // by type: of those asked for, or of all with Search::count_others
    std::vector<Found> best;       // of those asked for, in order
};
// How many documents of a type are ranked, so that a type with many matches does not crowd out the others: Search::most in all.
// Where that is not every match, those that match in their titles come before others.
struct Share {
    std::string_view type;  // of the kind
    std::size_t matches = 0, ranked = 0;
};
std::vector<Share> shares(const std::vector<KindFound>& kinds, const Search& asked);  // of the types asked for
bool asks_for(const Search& asked, std::string_view type);
void keep_best(std::vector<Found>& found, std::size_t limit);  // in order

// Belongs to one thread at a time. Everything throws Unavailable when the database refuses.
class Connection {
  public:
    virtual ~Connection() = default;

    // Statements are prepared once for each connection and kept.
    virtual void query(std::string_view sql, Cells values, const EachRow& each) = 0;
    // May wait in a queue until the next query, flush or commit, which then throws in its place.
    virtual void execute(std::string_view sql, Cells values = {}) = 0;
    virtual void flush() = 0;
    // Several statements without values, in the SQL of the common migrations or of this database.
    virtual void script(std::string_view sql) = 0;

    virtual void begin_read() = 0;   // from the first query one unchanging view of the database, until commit or rollback
    virtual void begin_write() = 0;  // alone among all writers of all processes until commit or rollback
    virtual void commit() = 0;       // returns when it is durable
    virtual void rollback() noexcept = 0;
    virtual bool usable() const = 0;  // false once the connection is lost

    virtual std::string_view own_migrations() const = 0;  // "src/store/sqlite/"
    virtual bool has_table(std::string_view name) = 0;
    virtual std::vector<Table> tables() = 0;  // the record types' tables as they are, by name

    virtual void put_document(std::string_view type, std::string_view id, const Document& document) = 0;
    virtual void remove_document(std::string_view type, std::string_view id) = 0;
    virtual void remove_documents() = 0;
    virtual void merge_documents() = 0;  // makes one piece of an index that many changes left in several
    virtual bool holds_document(std::string_view type, std::string_view id, const Document& document) = 0;
    virtual std::int64_t documents() = 0;
    virtual std::string vocabulary_of(std::string_view type, std::string_view id) = 0;  // Document::vocabulary, "" for none
    // The query of these has groups.
    virtual bool finds(const Query& query) = 0;  // whether any document matches
    virtual Matches matches(const Query& query, const Search& asked) = 0;
};

enum class Purpose { read, write };

// What SQLite's search keeps in memory may be shared by all that read the same database; without it SQLite doesn't search.
std::unique_ptr<Connection> connect(const std::string& address, Purpose purpose, sqlite::KeptLists* kept = nullptr);

// Rolls back what was not committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection) : connection_(&connection) { connection.begin_write(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (connection_) connection_->rollback();
    }
    void commit() {
        connection_->commit();
        connection_ = nullptr;
    }

  private:
    Connection* connection_;
};

}  // namespace comity::store
