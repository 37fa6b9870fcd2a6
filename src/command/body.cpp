#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/clock.hpp"
#include "collections/collection.hpp"
#include "command/options.hpp"
#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"
#include "exchange/lawful.hpp"
#include "exchange/profile.hpp"
#include "law/check.hpp"
#include "web/site/moved.hpp"
#include "web/site/sections.hpp"

namespace comity::command {

namespace {

constexpr const char* profile_file = "profile.toml";
constexpr const char* logo_file = "logo.svg";
constexpr const char* law_folder = "law";

// The version of every record in the store, by type and id: what the import's changes are made on.
std::map<std::pair<std::string, std::string>, std::int64_t> versions(const store::Store& store) {
    std::map<std::pair<std::string, std::string>, std::int64_t> known;
    const store::Snapshot snapshot = store.snapshot();
    for (const record::RecordType* type : exchange::catalog())
        for (const store::Stored& stored : snapshot.list(type->name, record::Audience::officers))
            known.emplace(std::pair(std::string(type->name), stored.id), stored.version);
    return known;
}

bool copied(const std::filesystem::path& from, const std::filesystem::path& to, bool clear = false) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (clear) fs::remove_all(to, error);
    if (error || !fs::exists(from, error)) return !error;
    fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy(from, to, fs::copy_options::overwrite_existing | fs::copy_options::recursive, error);
    if (!error) return true;
    fmt::print(stderr, "comity: {} can't be copied to {}: {}\n", from.string(), to.string(), error.message());
    return false;
}

// The body's own mechanisms as wholes; the shipped ones were looked at before they were shipped.
base::Faults check_own(const law::Mechanisms& law) {
    base::Faults faults;
    for (const law::Mechanism& mechanism : law.list)
        if (!law::find_mechanism(*law::shipped(), mechanism.id))
            std::ranges::move(law::check(mechanism), std::back_inserter(faults));
    return faults;
}

// What is wrong with the profile: in itself, in where it says that pages have moved to, and with the records, of which each has
// to have a section that shows it.
base::Faults check_profile(const std::filesystem::path& folder, const std::vector<exchange::FiledRecord>& records) {
    const auto profile = exchange::read_profile(folder);
    if (!profile) return profile.error();
    const auto moved = site::MovedPages::of(*profile);
    base::Faults faults = moved ? base::Faults{} : moved.error();
    const record::RecordType* last = nullptr;  // records of one type stand together
    for (const exchange::FiledRecord& filed : records) {
        if (std::exchange(last, filed.type) == filed.type) continue;
        const collections::Collection* collection = collections::find(filed.type->name);
        if (!collection || exchange::find_section(*profile, site::section_of(collection->section))) continue;
        const auto* section = exchange::section_names[static_cast<std::size_t>(site::section_of(collection->section))];
        faults.push_back({profile->file, "", "sections",
                          fmt::format("leaves out {}, but there are {}", section, filed.type->collection),
                          fmt::format("add the section, or leave out {}.json", filed.type->collection)});
    }
    return faults;
}

}  // namespace

int import_body(const Place& place, const std::filesystem::path& folder) {
    auto records = exchange::read_body(folder, exchange::catalog());
    if (!records) {
        print_faults(records.error());
        return 1;
    }
    const auto law = law_in(folder / law_folder);
    if (!law) return 1;
    base::Faults faults = check_own(*law);
    std::ranges::move(check_profile(folder, *records), std::back_inserter(faults));
    std::ranges::move(exchange::check_law(*records, *law), std::back_inserter(faults));
    if (!faults.empty()) {
        print_faults(faults);
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
    for (const char* file : {profile_file, logo_file})
        if (!copied(folder / file, place.data / file, true)) return 2;
    if (!copied(folder / law_folder, own_law(place), true)) return 2;
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
    for (const char* file : {profile_file, logo_file})
        if (!copied(place.data / file, folder / file)) return 2;
    if (!copied(own_law(place), folder / law_folder)) return 2;
    fmt::print("{} records written to {}\n", records.size(), folder.string());
    return 0;
}

}  // namespace comity::command
