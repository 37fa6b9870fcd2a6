#include "insight/registry.hpp"

#include <stdexcept>

#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "store/store.hpp"

namespace {

template <class T, class Error>
T need(std::expected<T, Error> result, const char* what) {
    if (!result) throw std::runtime_error(what);
    return *std::move(result);
}

}  // namespace

std::shared_ptr<const comity::registry::Docket> demonstration_docket() {
    using namespace comity;
    const auto store =
        need(store::open({.address = "sqlite::memory:", .catalog = exchange::catalog(), .create_tables = true}), "no store");
    store::Commit commit{.actor = "test", .reason = "the demonstration body", .changes = {}, .time = {}};
    for (exchange::FiledRecord& filed :
         need(exchange::read_body(COMITY_SOURCE_DIR "/data/bodies/cec", exchange::catalog()), "no body"))
        commit.changes.push_back({record::Change::Kind::put, std::string(filed.type->name), filed.id, 0, std::move(filed.value)});
    need(store->commit(std::move(commit)), "not committed");
    return std::make_shared<registry::Docket>(registry::read_docket(store->snapshot(), record::Audience::everyone));
}
