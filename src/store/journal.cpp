#include "store/journal.hpp"

#include <boost/json/value.hpp>

namespace comity::store {

namespace {

record::Entry read_entry(const Row& row) {
    auto text = [&](int column) { return std::string(row.text(column)); };
    return {row.integer(0), text(1), text(2), text(3), text(4), text(5), text(6)};
}

}  // namespace

Head read_head(Connection& connection) {
    Head head;
    connection.query("SELECT sequence, hash FROM comity_journal ORDER BY sequence DESC LIMIT 1", {},
                     [&](const Row& row) { head = {row.integer(0), std::string(row.text(1))}; });
    return head;
}

std::vector<record::Entry> read_entries(Connection& connection, std::int64_t after, std::size_t limit) {
    std::vector<record::Entry> entries;
    connection.query(
        "SELECT sequence, time, actor, reason, changes, previous, hash FROM comity_journal WHERE sequence > $1 ORDER BY sequence "
        "LIMIT $2",
        {after, static_cast<std::int64_t>(limit)}, [&](const Row& row) { entries.push_back(read_entry(row)); });
    return entries;
}

void append_entry(Connection& connection, const record::Entry& entry) {
    connection.execute(
        "INSERT INTO comity_journal (sequence, time, actor, reason, changes, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {entry.sequence, std::string_view(entry.time), std::string_view(entry.actor), std::string_view(entry.reason),
         std::string_view(entry.changes), std::string_view(entry.previous), std::string_view(entry.hash)});
}

void apply(Connection& connection, const Types& types, const record::Change& change, std::int64_t sequence,
           const record::Value& before, std::set<Key>& to_index) {
    const TypeSql& sql = types.of(change.type);
    if (!before.is_null()) add_indexed(connection, sql, before, to_index);
    if (change.kind == record::Change::Kind::put) {
        write_record(connection, sql, change.record, sequence);
        add_indexed(connection, sql, change.record, to_index);
    } else {
        erase_record(connection, sql, change.id);
    }
    connection.execute("INSERT INTO comity_touched (type, id, sequence) VALUES ($1, $2, $3)",
                       {std::string_view(change.type), std::string_view(change.id), sequence});
}

}  // namespace comity::store
