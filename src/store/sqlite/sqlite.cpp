#include "store/sqlite/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <map>

#include "store/sqlite/rank.hpp"

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

// Tokens that no text holds, so that a word can't be found in the name of a type.
std::string kind_token(std::string_view type) {
    std::string token = "\u00a4";
    for (char c : type)
        if (c != '_') token += c;
    return token;
}

std::string match_expression(const std::vector<std::string_view>& types, const store::Query& query) {
    std::string match;
    for (std::string_view type : types) match += fmt::format("{}\"{}\"", match.empty() ? "(" : " OR ", kind_token(type));
    if (!types.empty()) match += ")";
    for (const store::Term& term : query.terms) {
        std::string alternatives;
        for (const std::vector<std::string>& phrase : term.phrases)
            alternatives +=
                fmt::format("{}\"{}\"{}", alternatives.empty() ? "" : " OR ", fmt::join(phrase, " "), term.prefix ? "*" : "");
        match += fmt::format("{}({})", match.empty() ? "" : " AND ", alternatives);
    }
    return match;
}

class SqliteConnection final : public store::Connection {
  public:
    SqliteConnection(const std::string& path, store::Purpose purpose) {
        sqlite3* opened = nullptr;
        const int flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (purpose == store::Purpose::write ? SQLITE_OPEN_CREATE : 0);
        const int result = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
        db_.reset(opened);
        if (result != SQLITE_OK) throw Unavailable(fmt::format("{} can't be opened: {}", path, sqlite3_errmsg(opened)));
        sqlite3_extended_result_codes(opened, 1);
        sqlite3_busy_timeout(opened, 10'000);  // another process may be importing
        script("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        if (purpose == store::Purpose::read) script("PRAGMA query_only = ON;");
        register_rank(opened);
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
        execute("INSERT INTO comity_document (type, id) VALUES ($1, $2)", {type, id});
        const auto& words = document.words;
        const std::string kind = kind_token(type);
        execute("INSERT INTO comity_words (rowid, a, b, c, d, kind) VALUES ($1, $2, $3, $4, $5, $6)",
                {std::int64_t{sqlite3_last_insert_rowid(db_.get())}, std::string_view(words[0]), std::string_view(words[1]),
                 std::string_view(words[2]), std::string_view(words[3]), std::string_view(kind)});
    }
    void remove_document(std::string_view type, std::string_view id) override {
        std::int64_t number = -1;
        query("SELECT number FROM comity_document WHERE type = $1 AND id = $2", {type, id},
              [&](const store::Row& row) { number = row.integer(0); });
        if (number < 0) return;
        execute("DELETE FROM comity_words WHERE rowid = $1", {number});
        execute("DELETE FROM comity_document WHERE number = $1", {number});
    }
    void remove_documents() override {
        execute("DELETE FROM comity_words", {});
        execute("DELETE FROM comity_document", {});
    }
    bool holds_document(std::string_view type, std::string_view id, const store::Document& document) override {
        bool same = false;
        query(
            "SELECT w.a, w.b, w.c, w.d, w.kind FROM comity_document AS n JOIN comity_words AS w ON w.rowid = n.number "
            "WHERE n.type = $1 AND n.id = $2",
            {type, id}, [&](const store::Row& row) {
                same = row.text(4) == kind_token(type);
                for (int i = 0; i < 4; ++i) same = same && row.text(i) == document.words[static_cast<std::size_t>(i)];
            });
        return same;
    }
    std::int64_t documents() override {
        std::int64_t count = 0;
        query("SELECT max((SELECT count(*) FROM comity_document), (SELECT count(*) FROM comity_words))", {},
              [&](const store::Row& row) { count = row.integer(0); });
        return count;
    }

    store::SearchResult search(const std::vector<std::string_view>& types, const store::Query& asked,
                               std::size_t limit) override {
        store::SearchResult result;
        const std::string match = match_expression(types, asked);
        const std::string shape = rank_shape(types.size(), asked);
        constexpr auto most = static_cast<std::int64_t>(store::SearchResult::counted);
        query("SELECT count(*) FROM (SELECT 1 FROM comity_words WHERE comity_words MATCH $1 LIMIT $2)",
              {std::string_view(match), most + 1},
              [&](const store::Row& row) { result.count = static_cast<std::size_t>(row.integer(0)); });
        // Ranking costs a look at each candidate, so a word that is everywhere is ranked among the first that hold it.
        query(
            "SELECT n.type, n.id, w.score FROM (SELECT rowid AS number, comity_rank(comity_words, $4) AS score "
            "FROM comity_words WHERE comity_words MATCH $1 LIMIT $2) AS w JOIN comity_document AS n ON n.number = w.number "
            "ORDER BY w.score DESC, n.type, n.id LIMIT $3",
            {std::string_view(match), most, static_cast<std::int64_t>(limit), std::string_view(shape)},
            [&](const store::Row& row) {
                result.found.push_back({std::string(row.text(0)), std::string(row.text(1)), row.number(2)});
            });
        return result;
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

    Database db_;
    std::map<std::string, Statement, std::less<>> statements_;  // destroyed before the database
};

}  // namespace

std::unique_ptr<store::Connection> connect(const std::string& path, store::Purpose purpose) {
    return std::make_unique<SqliteConnection>(path, purpose);
}

PassingFolder::PassingFolder() : path_((std::filesystem::temp_directory_path() / "comity-XXXXXX").string()) {
    if (!mkdtemp(path_.data()))
        throw Unavailable("no temporary folder can be made in " + std::filesystem::temp_directory_path().string());
}

PassingFolder::~PassingFolder() {
    std::error_code error;  // what stays behind is in the machine's own temporary folder
    std::filesystem::remove_all(path_, error);
}

}  // namespace comity::store::sqlite
