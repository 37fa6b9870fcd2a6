#include "store/public_copy.hpp"

#include <boost/json/value.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <deque>

#include "store/rows.hpp"
#include "store/sqlite/sqlite.hpp"

namespace comity::store {

namespace {

using record::Field;
using record::Kind;
using record::RecordType;
using record::Value;

constexpr std::size_t records_at_once = 1'000;

[[noreturn]] void refused(const std::filesystem::path& file, std::string_view what) {
    throw Unavailable(fmt::format("the public copy {} can't be {}: {}", file.string(), what, std::strerror(errno)));
}

// A file beside the one that it is to become; goes with its owner unless it became that.
class Draft {
  public:
    explicit Draft(std::filesystem::path file) : file_(std::move(file)), path_(file_.string() + ".new-XXXXXX") {
        const int made = mkstemp(path_.data());
        if (made < 0) refused(file_, "written");
        const bool readable = fchmod(made, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH) == 0;
        close(made);
        if (!readable) refused(file_, "made readable");
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        std::error_code error;  // what stays behind is beside the file, under a name that says what it is
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix, error);
    }
    const std::string& path() const { return path_; }

    void become_the_file() {
        const int written = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (written < 0 || fsync(written) != 0) refused(file_, "made durable");
        close(written);
        if (std::rename(path_.c_str(), file_.c_str()) != 0) refused(file_, "put in place");
    }

  private:
    std::filesystem::path file_;
    std::string path_;
};

std::string_view sql_type(const Field& field) {
    switch (column_type(field)) {
        case ColumnType::integer: return "INTEGER";
        case ColumnType::number: return "REAL";
        case ColumnType::text:
        case ColumnType::json: break;
    }
    return "TEXT";
}

bool is_text(const Field& field) { return field.of.kind == Kind::text && !field.of.list; }

// A field that is never for everyone has no column, so that not even its name is told.
bool is_for_all(const Field& field) { return field.visibility != record::Visibility::officers; }

// The statements that make the table of a type, and the one that fills it.
struct CopySql {
    std::string table, insert;
    std::string indices;  // for after it is filled
};

CopySql copy_sql(const RecordType& type) {
    std::string columns, names, values;
    CopySql sql;
    int number = 0;
    const auto column = [&](const std::string& name, std::string_view sql_type, std::string_view rule) {
        columns += fmt::format("{}\"{}\" {}{}", columns.empty() ? "" : ", ", name, sql_type, rule);
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", name);
        values += fmt::format("{}${}", values.empty() ? "" : ", ", ++number);
    };
    for (const Field& field : type.fields) {
        if (!is_for_all(field)) continue;
        const std::string name(field.name);
        column(name, sql_type(field), &field == &type.fields.front() ? " PRIMARY KEY NOT NULL" : "");
        if (is_text(field))
            for (const base::Language language : base::languages)
                column(fmt::format("{}_{}", name, base::code(language)), "TEXT", "");
        if (field.of.kind == Kind::reference && !field.of.list)
            sql.indices += fmt::format("CREATE INDEX \"{0}_{1}_index\" ON \"{0}\" (\"{1}\");\n", type.name, name);
    }
    sql.table = fmt::format("CREATE TABLE \"{}\" ({}) WITHOUT ROWID;\n", type.name, columns);
    sql.insert = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", type.name, names, values);
    return sql;
}

void insert(Connection& copy, const CopySql& sql, const RecordType& type, const Value& object) {
    const auto& held = object.get_object();
    std::deque<std::string> owned;
    std::vector<Cell> cells;
    for (const Field& field : type.fields) {
        if (!is_for_all(field)) continue;
        const Value* value = held.if_contains(field.name);
        const bool told = value || field.of.kind == Kind::boolean;  // a truth that is not told is a false one
        cells.push_back(told ? cell_of(field, value, owned) : Cell());
        if (!is_text(field)) continue;
        for (const base::Language language : base::languages) {
            const Value* in = value ? value->get_object().if_contains(base::code(language)) : nullptr;
            cells.push_back(in ? Cell(std::string_view(in->get_string())) : Cell());
        }
    }
    copy.execute(sql.insert, cells);
}

std::int64_t fill(Connection& copy, const Snapshot& snapshot, const RecordType& type) {
    const CopySql sql = copy_sql(type);
    copy.script(sql.table);
    std::int64_t count = 0;
    Selection page{.where = {}, .after = "", .limit = records_at_once};
    while (true) {
        const std::vector<Stored> records = snapshot.list(type.name, record::Audience::everyone, page);
        for (const Stored& stored : records) insert(copy, sql, type, stored.record);
        count += static_cast<std::int64_t>(records.size());
        if (records.size() < records_at_once) break;
        page.after = records.back().id;
    }
    if (!sql.indices.empty()) copy.script(sql.indices);
    return count;
}

void tell_about(Connection& copy, const Snapshot& snapshot, const CopyAbout& about) {
    copy.script(
        "CREATE TABLE comity_about (body TEXT NOT NULL, source TEXT NOT NULL, license TEXT NOT NULL, day TEXT NOT NULL, "
        "journal_head INTEGER NOT NULL)");
    const std::string day = base::to_string(about.day);
    copy.execute("INSERT INTO comity_about (body, source, license, day, journal_head) VALUES ($1, $2, $3, $4, $5)",
                 {std::string_view(about.body), std::string_view(about.source), std::string_view(about.license),
                  std::string_view(day), snapshot.head()});
}

}  // namespace

std::int64_t write_public_copy(const Snapshot& snapshot, const std::filesystem::path& file, const CopyAbout& about) {
    Draft draft(file);
    std::int64_t count = 0;
    {
        const auto copy = sqlite::connect(draft.path(), Purpose::write);
        // The draft is thrown away if anything goes wrong, so it needs no journal; nor may the file ask its readers for one.
        copy->script("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        Transaction transaction(*copy);
        tell_about(*copy, snapshot, about);
        for (const RecordType* type : snapshot.catalog()) count += fill(*copy, snapshot, *type);
        transaction.commit();
    }
    draft.become_the_file();
    return count;
}

}  // namespace comity::store
