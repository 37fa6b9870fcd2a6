#include "store/sqlite/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <map>

#include "store/sqlite/fts5.hpp"
#include "store/sqlite/search.hpp"
#include "store/sqlite/word_lists.hpp"

namespace comity::store::sqlite {

namespace {

using store::Cell;
using store::Cells;
using store::EachRow;
using store::Unavailable;

struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

class SqliteRow final : public store::Row {
  public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    double number(int column) const override { return sqlite3_column_double(statement_, column); }
    std::string_view text(int column) const override {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                     : std::string_view();
    }

  private:
    sqlite3_stmt* statement_;
};

// Leaves a statement ready for its next run whatever happens.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

class SqliteConnection final : public store::Connection {
  public:
    SqliteConnection(const std::string& path, store::Purpose purpose, KeptLists* kept) : kept_(kept) {
        sqlite3* opened = nullptr;
        const int flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (purpose == store::Purpose::write ? SQLITE_OPEN_CREATE : 0);
        const int result = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
        db_.reset(opened);
        if (result != SQLITE_OK) throw Unavailable(fmt::format("{} can't be opened: {}", path, sqlite3_errmsg(opened)));
        sqlite3_extended_result_codes(opened, 1);
        sqlite3_busy_timeout(opened, 10'000);  // another process may be importing
        script("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        // Readers see the file itself: a search of a large body would copy the same pages over and over.
        if (purpose == store::Purpose::read) script("PRAGMA query_only = ON; PRAGMA mmap_size = 2000000000;");
        register_tokenizer(opened);
    }

    void query(std::string_view sql, Cells values, const EachRow& each) override {
        sqlite3_stmt* statement = prepared(sql);
        const Reset reset{statement};
        bind(statement, sql, values);
        const SqliteRow row(statement);
        while (true) {
            const int result = sqlite3_step(statement);
            if (result == SQLITE_DONE) return;
            if (result != SQLITE_ROW) fail();
            each(row);
        }
    }

    void execute(std::string_view sql, Cells values) override {
        query(sql, values, [](const store::Row&) {});
    }
    void flush() override {}

    void script(std::string_view sql) override {
        if (sqlite3_exec(db_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }

    void begin_read() override { execute("BEGIN", {}); }
    void begin_write() override { execute("BEGIN IMMEDIATE", {}); }
    void commit() override { execute("COMMIT", {}); }
    void rollback() noexcept override {
        if (!sqlite3_get_autocommit(db_.get())) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    bool usable() const override { return true; }

    std::string_view own_migrations() const override { return "src/store/sqlite/"; }
    bool has_table(std::string_view name) override {
        bool found = false;
        query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1", {name}, [&](const store::Row&) { found = true; });
        return found;
    }
    std::vector<store::Table> tables() override {
        std::vector<store::Table> all;
        query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'comity\\_%' ESCAPE '\\' "
            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
            {}, [&](const store::Row& row) { all.push_back({std::string(row.text(0)), {}}); });
        for (store::Table& table : all)
            query(
                "SELECT c.name, c.type, c.\"notnull\", EXISTS (SELECT 1 FROM pragma_index_list($1) AS i "
                "WHERE (SELECT count(*) FROM pragma_index_info(i.name)) = 1 AND (SELECT name FROM pragma_index_info(i.name)) = "
                "c.name) "
                "FROM pragma_table_info($1) AS c ORDER BY c.name",
                {std::string_view(table.name)}, [&](const store::Row& row) {
                    table.columns.push_back(
                        {std::string(row.text(0)), std::string(row.text(1)), row.integer(2) != 0, row.integer(3) != 0});
                });
        return all;
    }

    void put_document(std::string_view type, std::string_view id, const store::Document& document) override {
        remove_document(type, id);
        execute(
            "INSERT INTO comity_document_type (type, last) SELECT $1, 0 WHERE NOT EXISTS "
            "(SELECT 1 FROM comity_document_type WHERE type = $1)",
            {type});
        std::int64_t number = 0;
        query("UPDATE comity_document_type SET last = last + 1 WHERE type = $1 RETURNING (number << $2) + last",
              {type, type_shift}, [&](const store::Row& row) { number = row.integer(0); });
        execute("INSERT INTO comity_document (number, type, id, vocabulary) VALUES ($1, $2, $3, $4)",
                {number, type, id, std::string_view(document.vocabulary)});
        execute("INSERT INTO comity_words (rowid, words) VALUES ($1, $2)", {number, std::string_view(marked_words(document))});
    }
    void remove_document(std::string_view type, std::string_view id) override {
        std::int64_t number = -1;
        query("SELECT number FROM comity_document WHERE type = $1 AND id = $2", {type, id},
              [&](const store::Row& row) { number = row.integer(0); });
        if (number < 0) return;
        execute("DELETE FROM comity_words WHERE rowid = $1", {number});
        execute("DELETE FROM comity_document WHERE number = $1", {number});
        execute("INSERT INTO comity_document_gone (number) VALUES ($1)", {number});
    }
    void remove_documents() override {
        execute("DELETE FROM comity_words", {});
        execute("DELETE FROM comity_document", {});
        execute("DELETE FROM comity_document_type", {});
        execute("DELETE FROM comity_document_gone", {});
    }
    void merge_documents() override { execute("INSERT INTO comity_words (comity_words) VALUES ('optimize')", {}); }
    bool holds_document(std::string_view type, std::string_view id, const store::Document& document) override {
        bool same = false;
        query(
            "SELECT w.words, n.vocabulary FROM comity_document AS n JOIN comity_words AS w ON w.rowid = n.number "
            "WHERE n.type = $1 AND n.id = $2",
            {type, id},
            [&](const store::Row& row) { same = row.text(0) == marked_words(document) && row.text(1) == document.vocabulary; });
        return same;
    }
    std::int64_t documents() override {
        std::int64_t count = 0;
        query("SELECT max((SELECT count(*) FROM comity_document), (SELECT count(*) FROM comity_words))", {},
              [&](const store::Row& row) { count = row.integer(0); });
        return count;
    }

    std::string vocabulary_of(std::string_view type, std::string_view id) override {
        std::string words;
        query("SELECT vocabulary FROM comity_document WHERE type = $1 AND id = $2", {type, id},
              [&](const store::Row& row) { words = row.text(0); });
        return words;
    }

    store::Matches matches(const store::Query& query, const store::Search& asked) override {
        COMITY_ASSERT(kept_ != nullptr);
        return sqlite::matches(*this, query, asked, *kept_);
    }
    bool finds(const store::Query& query) override {
        COMITY_ASSERT(kept_ != nullptr);
        return sqlite::finds(*this, query, *kept_);
    }

  private:
    [[noreturn]] void fail() const {
        const int code = sqlite3_errcode(db_.get());
        if (code == SQLITE_NOTADB) throw Unavailable(fmt::format("{} is not a database", sqlite3_db_filename(db_.get(), "main")));
        throw Unavailable(fmt::format("the database says: {}", sqlite3_errmsg(db_.get())));
    }

    sqlite3_stmt* prepared(std::string_view sql) {
        if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                               nullptr) != SQLITE_OK)
            fail();
        return statements_.emplace(std::string(sql), Statement(statement)).first->second.get();
    }

    void bind(sqlite3_stmt* statement, std::string_view sql, Cells values) {
        // $1, $2, … are names to SQLite, numbered as they come in the text, which need not be their order.
        for (std::size_t i = 0; i < values.size(); ++i) {
            char name[12];
            *fmt::format_to(name, "${}", i + 1) = '\0';
            const int index = sqlite3_bind_parameter_index(statement, name);
            if (index == 0) throw std::logic_error(fmt::format("{} is missing in: {}", name, sql));
            int result = SQLITE_OK;
            if (const auto* integer = std::get_if<std::int64_t>(&values[i]))
                result = sqlite3_bind_int64(statement, index, *integer);
            else if (const auto* number = std::get_if<double>(&values[i]))
                result = sqlite3_bind_double(statement, index, *number);
            else if (const auto* text = std::get_if<std::string_view>(&values[i]))
                result = sqlite3_bind_text(statement, index, text->data() ? text->data() : "", static_cast<int>(text->size()),
                                           SQLITE_STATIC);
            else
                result = sqlite3_bind_null(statement, index);
            if (result != SQLITE_OK) fail();
        }
    }

    KeptLists* const kept_;
    Database db_;
    std::map<std::string, Statement, std::less<>> statements_;  // destroyed before the database
};

}  // namespace

std::unique_ptr<store::Connection> connect(const std::string& path, store::Purpose purpose, KeptLists* kept) {
    return std::make_unique<SqliteConnection>(path, purpose, kept);
}

}  // namespace comity::store::sqlite
