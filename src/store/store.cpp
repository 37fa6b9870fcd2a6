#include "store/store.hpp"

#include "base/passing_folder.hpp"
#include "store/migrate.hpp"
#include "store/pool.hpp"
#include "store/sqlite/sqlite.hpp"
#include "store/writer.hpp"

namespace comity::store {

struct Store::Inside {
    std::unique_ptr<base::PassingFolder> folder;  // for "sqlite::memory:"
    Types types;
    Pool pool;
    Writer writer;

    Inside(const std::string& address, record::Catalog catalog, std::unique_ptr<base::PassingFolder> passing,
           std::unique_ptr<Connection> connection)
        : folder(std::move(passing)), types(catalog), pool(address, types), writer(address, types, std::move(connection)) {}
};

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::~Store() = default;

std::expected<Receipt, base::Faults> Store::commit(Commit commit) {
    base::Faults faults = check(inside_->types, commit);
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return inside_->writer.write(std::move(commit));
}

std::int64_t Store::head() const { return inside_->writer.head(); }

Snapshot Store::snapshot() const {
    Pool& pool = inside_->pool;
    std::unique_ptr<Connection> connection = pool.take();
    const std::int64_t head = read_head(*connection).sequence;
    return Snapshot(pool, std::move(connection), head);
}

std::expected<std::unique_ptr<Store>, std::string> open(Options options) {
    try {
        std::unique_ptr<base::PassingFolder> folder;
        if (options.address == "sqlite::memory:") {
            folder = std::make_unique<base::PassingFolder>();
            options.address = "sqlite:" + folder->path() + "/store.db";
        }
        std::unique_ptr<Connection> connection = connect(options.address, Purpose::write);
        if (auto migrated = migrate(*connection, options.catalog, options.create_tables); !migrated)
            return std::unexpected(std::move(migrated.error()));
        return std::unique_ptr<Store>(new Store(
            std::make_unique<Store::Inside>(options.address, options.catalog, std::move(folder), std::move(connection))));
    } catch (const std::runtime_error& error) { return std::unexpected(error.what()); }
}

}  // namespace comity::store
