#include "store/verify.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <map>

#include "base/hash.hpp"
#include "record/canonical.hpp"
#include "store/journal.hpp"
#include "store/migrate.hpp"
#include "store/pool.hpp"
#include "store/vocabulary.hpp"

namespace comity::store {

namespace {

constexpr std::size_t most_findings = 20;
constexpr std::size_t at_once = 500;

// What is wrong with the entry that follows `last`, "" for nothing.
std::string broken_link(const record::Entry& entry, const Head& last) {
    if (entry.sequence != last.sequence + 1)
        return fmt::format("follows entry {}: what stood between them is missing", last.sequence);
    if (entry.previous != last.hash) return "does not name the hash of the entry before it";
    if (record::hash_of(entry) != entry.hash) return "has been altered: its content does not have its hash";
    return {};
}

struct Expected {
    std::int64_t version = 0;
    std::string hash;  // of the canonical record
};

std::string hash_of(const record::Value& record) { return base::sha256(record::canonical(record)); }

class Verification {
  public:
    explicit Verification(const Snapshot& snapshot) : connection_(snapshot.connection()), types_(snapshot.catalog()) {}

    Report run() {
        read_journal();
        for (const auto& sql : types_.all()) compare_table(*sql);
        for (const auto& [key, expected] : expected_)
            find({0, key.first, key.second, fmt::format("is missing in its table; entry {} wrote it", expected.version)});
        compare_documents();
        compare_members();
        return std::move(report_);
    }

  private:
    void find(Finding finding) {
        if (report_.findings.size() < most_findings) report_.findings.push_back(std::move(finding));
    }

    void read_journal() {
        Head last;
        while (true) {
            const std::vector<record::Entry> entries = read_entries(connection_, last.sequence, at_once);
            for (const record::Entry& entry : entries) {
                if (const std::string wrong = broken_link(entry, last); !wrong.empty()) find({entry.sequence, "", "", wrong});
                last = {entry.sequence, entry.hash};
                ++report_.entries;
                replay(entry);
            }
            if (entries.size() < at_once) return;
        }
    }

    void replay(const record::Entry& entry) {
        try {
            for (const record::Change& change : record::parse_changes(entry.changes)) {
                if (change.kind == record::Change::Kind::put)
                    expected_[{change.type, change.id}] = {entry.sequence, hash_of(change.record)};
                else
                    expected_.erase({change.type, change.id});
            }
        } catch (const std::runtime_error& error) { find({entry.sequence, "", "", error.what()}); }
    }

    void compare_table(const TypeSql& sql) {
        const std::string page =
            fmt::format("SELECT {} FROM \"{}\" WHERE \"id\" > $1 ORDER BY \"id\" LIMIT $2", sql.columns, sql.type->name);
        std::string after;
        for (std::size_t rows = at_once; rows == at_once;) {
            rows = 0;
            std::string last;
            connection_.query(page, {std::string_view(after), static_cast<std::int64_t>(at_once)}, [&](const Row& row) {
                ++rows;
                last = row.text(0);
                compare_row(sql, row);
            });
            after = last;
        }
    }

    void compare_row(const TypeSql& sql, const Row& row) {
        ++report_.records;
        const Key key(sql.type->name, row.text(0));
        const auto expected = expected_.find(key);
        if (expected == expected_.end()) {
            find({0, key.first, key.second, "is in its table, but the journal did not put it there"});
            return;
        }
        const Expected as = std::move(expected->second);
        expected_.erase(expected);
        if (sql.owner == nullptr && sql.searched) indexed_.insert(key);
        try {
            const Stored stored = read_row(sql, row);
            if (sql.owner && sql.searched) add_indexed(connection_, sql, stored.record, indexed_);
            if (stored.version != as.version)
                find({0, key.first, key.second,
                      fmt::format("is at version {}; entry {} wrote it last", stored.version, as.version)});
            else if (hash_of(stored.record) != as.hash)
                find({0, key.first, key.second, fmt::format("differs from what entry {} wrote", as.version)});
        } catch (const std::exception& error) {
            find({0, key.first, key.second, fmt::format("can't be read: {}", error.what())});
        }
    }

    void compare_documents() {
        Stemmer stemmer;
        std::int64_t wanted = 0;
        WordCounts words;
        for (const Key& key : indexed_) {
            const auto document = document_of(connection_, types_, key, stemmer);
            if (!document) continue;
            ++wanted;
            count_words(document->vocabulary, 1, words);
            if (!connection_.holds_document(key.first, key.second, *document))
                find({0, key.first, key.second, "is not in the search index as it reads"});
        }
        report_.documents = connection_.documents();
        if (report_.documents != wanted)
            find({0, "", "", fmt::format("the search index holds {} documents instead of {}", report_.documents, wanted)});
        if (!holds_vocabulary(connection_, words))
            find({0, "", "", "the vocabulary does not hold the words of the search index as they read"});
    }

    void compare_members() {
        for (const auto& sql : types_.all()) {
            if (!sql->has_members) continue;
            std::string held, wanted;
            connection_.query(
                "SELECT id, field, value FROM comity_member WHERE type = $1 ORDER BY id, field, value", {sql->type->name},
                [&](const Row& row) { held += fmt::format("{}\n{}\n{}\n", row.text(0), row.text(1), row.text(2)); });
            std::vector<record::Value> records;
            connection_.query(fmt::format("SELECT {} FROM \"{}\" ORDER BY \"id\"", sql->columns, sql->type->name), {},
                              [&](const Row& row) { records.push_back(read_row(*sql, row).record); });
            for (const record::Value& record : records)
                for (const auto& [field, value] : members_of(*sql, record))
                    wanted += fmt::format("{}\n{}\n{}\n", reference_of(record, "id"), field, value);
            if (held != wanted)
                find({0, std::string(sql->type->name), "", "the members of its lists are not in comity_member as they read"});
        }
    }

    Connection& connection_;
    const Types types_;
    Report report_;
    std::map<Key, Expected> expected_;
    std::set<Key> indexed_;
};

void replay_entry(Connection& connection, const Types& types, const record::Entry& entry, std::set<Key>& to_index) {
    for (const record::Change& change : record::parse_changes(entry.changes)) {
        const TypeSql* sql = types.find(change.type);
        if (!sql) throw std::runtime_error(fmt::format("it writes a \"{}\", which is not a record type", change.type));
        const auto before = read_all(connection, *sql, {change.id});
        apply(connection, types, change, entry.sequence, before.empty() ? record::Value() : before.begin()->second.record,
              to_index);
    }
}

}  // namespace

std::string to_string(const Finding& finding) {
    if (finding.entry) return fmt::format("journal entry {}: {}", finding.entry, finding.wrong);
    if (finding.type.empty()) return finding.wrong;
    return fmt::format("{} {}: {}", finding.type, finding.id, finding.wrong);
}

Report verify(const Snapshot& snapshot) { return Verification(snapshot).run(); }

std::expected<Rebuilt, std::string> rebuild(const Options& options) {
    const Types types(options.catalog);
    Rebuilt rebuilt;
    Head last;
    try {
        const auto connection = connect(options.address, Purpose::write);
        if (auto migrated = migrate(*connection, options.catalog, options.create_tables); !migrated)
            return std::unexpected(std::move(migrated.error()));
        Transaction transaction(*connection);
        for (const auto& sql : types.all()) connection->execute(sql->clear);
        connection->execute("DELETE FROM comity_member");
        connection->execute("DELETE FROM comity_touched");
        connection->remove_documents();
        clear_vocabulary(*connection);
        std::set<Key> to_index;
        for (bool more = true; more;) {
            const std::vector<record::Entry> entries = read_entries(*connection, last.sequence, at_once);
            for (const record::Entry& entry : entries) {
                if (const std::string wrong = broken_link(entry, last); !wrong.empty())
                    return std::unexpected(fmt::format("journal entry {} {}; nothing was changed", entry.sequence, wrong));
                replay_entry(*connection, types, entry, to_index);
                last = {entry.sequence, entry.hash};
                ++rebuilt.entries;
            }
            more = entries.size() == at_once;
        }
        Stemmer stemmer;
        index_again(*connection, types, to_index, stemmer);
        for (const auto& sql : types.all())
            connection->query(fmt::format("SELECT count(*) FROM \"{}\"", sql->type->name), {},
                              [&](const Row& row) { rebuilt.records += row.integer(0); });
        transaction.commit();
        return rebuilt;
    } catch (const std::runtime_error& error) {
        return std::unexpected(fmt::format("journal entry {}: {}; nothing was changed", last.sequence + 1, error.what()));
    }
}

}  // namespace comity::store
