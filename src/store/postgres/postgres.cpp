#include "store/postgres/postgres.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <map>

#include "store/postgres/search.hpp"
#include "store/postgres/vector_text.hpp"

namespace comity::store::postgres {

namespace {

using store::Cell;
using store::Cells;
using store::EachRow;
using store::Unavailable;

struct Free {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using Link = std::unique_ptr<PGconn, Free>;
using Result = std::unique_ptr<PGresult, Free>;

class PostgresRow final : public store::Row {
  public:
    PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
    bool null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override { return parsed<std::int64_t>(column); }
    double number(int column) const override { return parsed<double>(column); }
    std::string_view text(int column) const override {
        return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }

  private:
    template <class T>
    T parsed(int column) const {
        const std::string_view written = text(column);
        if (written == "t") return T{1};
        T value{};
        std::from_chars(written.data(), written.data() + written.size(), value);
        return value;
    }

    const PGresult* result_;
    int row_;
};

// The values of a statement in the text form in which libpq takes them.
class Values {
  public:
    explicit Values(Cells cells) : texts_(cells.size()), pointers_(cells.size()) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (std::holds_alternative<std::monostate>(cells[i])) continue;
            std::visit(
                [&](const auto& value) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
                        texts_[i] = fmt::format("{}", value);
                },
                cells[i]);
            pointers_[i] = texts_[i].c_str();
        }
    }
    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* pointers() const { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

class PostgresConnection final : public store::Connection {
  public:
    PostgresConnection(const std::string& address, store::Purpose purpose) {
        // What the address says of a key wins over what stands before "dbname", which is the address itself.
        const char* const keys[] = {
            "target_session_attrs", "connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
        const char* const values[] = {
            purpose == store::Purpose::write ? "read-write" : "any", "5", "comity", address.c_str(), "UTF8", nullptr};
        link_.reset(PQconnectdbParams(keys, values, 1));
        if (PQstatus(link_.get()) != CONNECTION_OK)
            throw Unavailable(fmt::format("the database can't be reached: {}", PQerrorMessage(link_.get())));
        PQsetNoticeProcessor(link_.get(), [](void*, const char*) {}, nullptr);
        // An acknowledged commit must be durable, whatever the server's default is.
        if (purpose == store::Purpose::write)
            script("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'");
    }

    void query(std::string_view sql, Cells cells, const EachRow& each) override {
        leave_pipeline();
        const std::string& name = prepared(sql);
        const Values values(cells);
        const Result result(PQexecPrepared(link_.get(), name.c_str(), values.count(), values.pointers(), nullptr, nullptr, 0));
        check(result.get());
        const int rows = PQntuples(result.get());
        for (int i = 0; i < rows; ++i) each(PostgresRow(result.get(), i));
    }

    // Queued in libpq's pipeline, so that an import does not wait for a round trip with each record.
    void execute(std::string_view sql, Cells cells) override {
        if (!statements_.contains(sql)) {
            leave_pipeline();
            prepared(sql);
        }
        if (PQpipelineStatus(link_.get()) == PQ_PIPELINE_OFF && !PQenterPipelineMode(link_.get())) fail();
        const Values values(cells);
        if (!PQsendQueryPrepared(link_.get(), prepared(sql).c_str(), values.count(), values.pointers(), nullptr, nullptr, 0))
            fail();
        if (++queued_ >= 256) flush();  // before the answers fill the sockets
    }

    void flush() override {
        if (const std::string error = drain(); !error.empty()) throw Unavailable("the database says: " + error);
    }

    void script(std::string_view sql) override {
        leave_pipeline();
        // Texts are compared by their bytes here as in SQLite, whatever the language of the cluster.
        std::string own(sql);
        for (std::size_t at = 0; (at = own.find(" TEXT", at)) != std::string::npos; at += 5) own.insert(at + 5, " COLLATE \"C\"");
        const Result result(PQexec(link_.get(), own.c_str()));
        check(result.get());
    }

    void begin_read() override { run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    void begin_write() override {
        run("BEGIN");
        try {
            run("SELECT pg_advisory_xact_lock(109326457140345)");  // "comity" in bytes: writers of all processes queue here
        } catch (const Unavailable&) {
            rollback();
            throw;
        }
    }
    void commit() override {
        leave_pipeline();
        const Result result(PQexec(link_.get(), "COMMIT"));
        check(result.get());
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") throw Unavailable("the database took the transaction back");
    }
    void rollback() noexcept override {
        static_cast<void>(drain());  // an error is the reason for the rollback, and its thrower has said it
        if (PQstatus(link_.get()) != CONNECTION_OK) return;
        if (PQpipelineStatus(link_.get()) != PQ_PIPELINE_OFF) PQexitPipelineMode(link_.get());
        const Result result(PQexec(link_.get(), "ROLLBACK"));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) usable_ = false;
    }
    bool usable() const override { return usable_ && PQstatus(link_.get()) == CONNECTION_OK; }

    std::string_view own_migrations() const override { return "src/store/postgres/"; }
    bool has_table(std::string_view name) override {
        bool found = false;
        query("SELECT 1 FROM pg_class WHERE relname = $1 AND relkind = 'r' AND relnamespace = current_schema()::regnamespace",
              {name}, [&](const store::Row&) { found = true; });
        return found;
    }
    std::vector<store::Table> tables() override {
        std::vector<store::Table> all;
        query(
            "SELECT t.relname, a.attname, upper(format_type(a.atttypid, a.atttypmod)), a.attnotnull, "
            "EXISTS (SELECT 1 FROM pg_index AS i WHERE i.indrelid = t.oid AND i.indnatts = 1 AND i.indkey[0] = a.attnum) "
            "FROM pg_class AS t JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname NOT LIKE 'comity\\_%' "
            "ORDER BY t.relname COLLATE \"C\", a.attname COLLATE \"C\"",
            {}, [&](const store::Row& row) {
                if (all.empty() || all.back().name != row.text(0)) all.push_back({std::string(row.text(0)), {}});
                all.back().columns.push_back(
                    {std::string(row.text(1)), std::string(row.text(2)), row.text(3) == "t", row.text(4) == "t"});
            });
        return all;
    }

    void put_document(std::string_view type, std::string_view id, const store::Document& document) override {
        const std::string words = vector_text(type, document);
        execute("INSERT INTO comity_document_type (type, kind) VALUES ($1, $2) ON CONFLICT (type) DO NOTHING",
                {type, std::string_view(kind_lexeme(type))});
        execute(
            "INSERT INTO comity_document (type, id, words, vocabulary) VALUES ($1, $2, $3::tsvector, $4) "
            "ON CONFLICT (type, id) DO UPDATE SET words = excluded.words, vocabulary = excluded.vocabulary",
            {type, id, std::string_view(words), std::string_view(document.vocabulary)});
    }
    void remove_document(std::string_view type, std::string_view id) override {
        execute("DELETE FROM comity_document WHERE type = $1 AND id = $2", {type, id});
    }
    void remove_documents() override {
        execute("DELETE FROM comity_document", {});
        execute("DELETE FROM comity_document_type", {});
    }
    void merge_documents() override {}  // its autovacuum does it
    bool holds_document(std::string_view type, std::string_view id, const store::Document& document) override {
        bool same = false;
        const std::string words = vector_text(type, document);
        query("SELECT words = $3::tsvector AND vocabulary = $4 FROM comity_document WHERE type = $1 AND id = $2",
              {type, id, std::string_view(words), std::string_view(document.vocabulary)},
              [&](const store::Row& row) { same = row.text(0) == "t"; });
        return same;
    }
    std::int64_t documents() override {
        std::int64_t count = 0;
        query("SELECT count(*) FROM comity_document", {}, [&](const store::Row& row) { count = row.integer(0); });
        return count;
    }

    std::string vocabulary_of(std::string_view type, std::string_view id) override {
        std::string words;
        query("SELECT vocabulary FROM comity_document WHERE type = $1 AND id = $2", {type, id},
              [&](const store::Row& row) { words = row.text(0); });
        return words;
    }
    bool finds(const store::Query& query) override {
        bool found = false;
        this->query("SELECT 1 FROM comity_document WHERE words @@ $1::tsquery LIMIT 1", {std::string_view(query_text(query))},
                    [&](const store::Row&) { found = true; });
        return found;
    }
    store::Matches matches(const store::Query& query, const store::Search& asked) override {
        return postgres::matches(*this, query, asked);
    }

  private:
    [[noreturn]] void fail() { throw Unavailable(fmt::format("the database says: {}", PQerrorMessage(link_.get()))); }

    // Waits for the answers to what is queued; the first error among them, "" for none.
    std::string drain() {
        if (queued_ == 0) return {};
        queued_ = 0;
        if (!PQpipelineSync(link_.get())) return PQerrorMessage(link_.get());
        std::string first_error;
        for (bool synced = false; !synced;) {
            const Result result(PQgetResult(link_.get()));
            if (!result) {  // ends the results of one statement
                if (PQstatus(link_.get()) != CONNECTION_OK) return PQerrorMessage(link_.get());
                continue;
            }
            switch (PQresultStatus(result.get())) {
                case PGRES_PIPELINE_SYNC: synced = true; break;
                case PGRES_FATAL_ERROR:
                    if (first_error.empty()) first_error = PQresultErrorMessage(result.get());
                    note_state(result.get());
                    break;
                default: break;
            }
        }
        return first_error;
    }

    void note_state(const PGresult* result) {
        const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        if (state && std::string_view(state) == "25006")
            usable_ = false;  // the server has become a standby: look for the new primary
    }

    void check(const PGresult* result) {
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
        note_state(result);
        fail();
    }

    void run(const char* sql) {
        leave_pipeline();
        const Result result(PQexec(link_.get(), sql));
        check(result.get());
    }

    void leave_pipeline() {
        flush();
        if (PQpipelineStatus(link_.get()) != PQ_PIPELINE_OFF && !PQexitPipelineMode(link_.get())) fail();
    }

    const std::string& prepared(std::string_view sql) {
        if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
        std::string name = fmt::format("s{}", statements_.size());
        const Result result(PQprepare(link_.get(), name.c_str(), std::string(sql).c_str(), 0, nullptr));
        check(result.get());
        return statements_.emplace(std::string(sql), std::move(name)).first->second;
    }

    Link link_;
    std::map<std::string, std::string, std::less<>> statements_;  // SQL to the name under which it is prepared
    int queued_ = 0;
    bool usable_ = true;
};

}  // namespace

std::unique_ptr<store::Connection> connect(const std::string& address, store::Purpose purpose) {
    return std::make_unique<PostgresConnection>(address, purpose);
}

}  // namespace comity::store::postgres
