#include <fmt/format.h>

#include <map>

#include "base/clock.hpp"
#include "command/options.hpp"
#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"

namespace comity::command {

namespace {

constexpr const char* profile_file = "profile.toml";

// The version of every record in the store, by type and id: what the import's changes are made on.
std::map<std::pair<std::string, std::string>, std::int64_t> versions(const store::Store& store) {
    std::map<std::pair<std::string, std::string>, std::int64_t> known;
    const store::Snapshot snapshot = store.snapshot();
    for (const record::RecordType* type : exchange::catalog())
        for (const store::Stored& stored : snapshot.list(type->name, record::Audience::officers))
            known.emplace(std::pair(std::string(type->name), stored.id), stored.version);
    return known;
}

// The profile is copied beside the database; an unchanged one is left alone.
bool copy_profile(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code error;
    if (!std::filesystem::exists(from / profile_file, error)) return true;
    std::filesystem::create_directories(to, error);
    if (!error)
        std::filesystem::copy_file(from / profile_file, to / profile_file, std::filesystem::copy_options::overwrite_existing,
                                   error);
    if (!error) return true;
    fmt::print(stderr, "comity: {} can't be copied to {}: {}\n", (from / profile_file).string(), to.string(), error.message());
    return false;
}

}  // namespace

int import_body(const Place& place, const std::filesystem::path& folder) {
    auto records = exchange::read_body(folder, exchange::catalog());
    if (!records) {
        print_faults(records.error());
        return 1;
    }
    const auto store = open_store(place, true);
    if (!store) return 2;
    const auto known = versions(*store);
    std::vector<record::Change> changes;
    changes.reserve(records->size());
    for (exchange::FiledRecord& held : *records) {
        const auto version = known.find({std::string(held.type->name), held.id});
        changes.push_back({.type = std::string(held.type->name),
                           .id = held.id,
                           .on_version = version == known.end() ? 0 : version->second,
                           .record = std::move(held.value)});
    }
    const std::size_t count = changes.size();
    auto receipt = store->commit(
        {.actor = "import", .reason = "Import of " + folder.string(), .changes = std::move(changes), .time = base::now()});
    if (!receipt) {
        print_faults(receipt.error());
        return 1;
    }
    if (!copy_profile(folder, place.data)) return 2;
    if (receipt->changed)
        fmt::print("{} records read, written as journal entry {}\n", count, receipt->sequence);
    else
        fmt::print("{} records read, nothing new; the journal stands at entry {}\n", count, receipt->sequence);
    return 0;
}

int export_body(const Place& place, const std::filesystem::path& folder) {
    const auto store = open_store(place);
    if (!store) return 2;
    const store::Snapshot snapshot = store->snapshot();
    std::vector<exchange::FiledRecord> records;
    for (const record::RecordType* type : exchange::catalog())
        for (store::Stored& stored : snapshot.list(type->name, record::Audience::officers))
            records.push_back(
                {.type = type, .id = std::move(stored.id), .value = record::normal(*type, stored.record), .file = {}});
    if (const auto written = exchange::write_body(folder, exchange::catalog(), records); !written) {
        fmt::print(stderr, "comity: {}\n", base::to_string(written.error()));
        return 2;
    }
    if (!copy_profile(place.data, folder)) return 2;
    fmt::print("{} records written to {}\n", records.size(), folder.string());
    return 0;
}

}  // namespace comity::command
