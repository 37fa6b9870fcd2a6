#include "store/migrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/embedded.hpp"
#include "base/hash.hpp"
#include "store/indexing.hpp"

namespace comity::store {

namespace {

struct Migration {
    std::int64_t number = 0;
    std::string name;
    std::string_view sql;
};

// A number is one file of the common folder, or one in the folder of each database that needs it.
std::vector<Migration> migrations(std::string_view own_folder, bool with_records) {
    std::vector<base::EmbeddedFile> files = base::embedded_under(own_folder);
    if (with_records) std::ranges::copy(base::embedded_under("src/store/migrations/"), std::back_inserter(files));
    std::vector<Migration> all;
    for (const base::EmbeddedFile& file : files) {
        const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
        Migration migration{0, std::string(name), file.content};
        std::from_chars(name.data(), name.data() + name.size(), migration.number);
        all.push_back(std::move(migration));
    }
    std::ranges::sort(all, {}, &Migration::number);
    for (std::size_t i = 1; i < all.size(); ++i) COMITY_ASSERT(all[i - 1].number < all[i].number);
    return all;
}

}  // namespace

std::expected<void, std::string> migrate(Connection& connection, record::Catalog catalog, bool create_tables) {
    const std::vector<Migration> known = migrations(connection.own_migrations(), !create_tables);
    Transaction transaction(connection);
    std::int64_t done = 0;
    std::string error;
    if (connection.has_table("comity_migration"))
        connection.query("SELECT number, name, hash FROM comity_migration ORDER BY number", {}, [&](const Row& row) {
            done = row.integer(0);
            const auto same = std::ranges::find(known, done, &Migration::number);
            if (!error.empty()) return;
            if (same == known.end())
                error = fmt::format(
                    "the database was made by a newer program: it has had migration {}, and this program knows {}; "
                    "use the program that made it, or a newer one",
                    row.text(1), known.back().number);
            else if (row.text(2) != base::sha256(same->sql))
                error = fmt::format("the database was made with another form of migration {}; load it into a new database",
                                    row.text(1));
        });
    if (!error.empty()) return std::unexpected(std::move(error));
    for (const Migration& migration : known) {
        if (migration.number <= done) continue;
        connection.script(migration.sql);
        connection.execute("INSERT INTO comity_migration (number, name, hash) VALUES ($1, $2, $3)",
                           {migration.number, std::string_view(migration.name), std::string_view(base::sha256(migration.sql))});
    }
    if (create_tables && connection.tables().empty()) connection.script(schema_sql(catalog));
    // A new migration may change what a document says, or where it stands.
    if (done > 0 && done < known.back().number) index_everything(connection, Types(catalog));
    transaction.commit();
    return {};
}

}  // namespace comity::store
