#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "record/record.hpp"

// A body's facts as a folder of files: for each record type "<collection>.json", a list of its records sorted by id, and the
// body's profile.toml and logo.svg (profile.hpp); in a folder law/, the mechanisms and calendars of its own (law/folder.hpp). The
// same form is imported, exported and kept in version control.
namespace comity::exchange {

struct FiledRecord {
    const record::RecordType* type = nullptr;
    std::string id;
    record::Value value;  // in its normal form
    std::string file;     // "data/bodies/cec/submissions.json:12": where it begins; empty for one that comes from elsewhere
};

struct FolderLimits {
    std::uintmax_t bytes = std::uintmax_t{64} << 20;  // of one file
    std::size_t records = 1'000'000;                  // of one file
    std::size_t faults = 500;                         // after so many no more are looked for
};

// Reads and checks the whole folder: every record against its type, every id for being the only one, every reference for its
// target. Gives all records in the order of the catalog and of their ids, or everything that is wrong.
std::expected<std::vector<FiledRecord>, base::Faults> read_body(const std::filesystem::path& folder, record::Catalog catalog,
                                                                const FolderLimits& limits = {});

// Writes a file for each record type that has records, and "[]" for one that has none but had a file. Makes the folder if there
// is none; leaves profile.toml, logo.svg and law/ alone. Each file is whole or untouched. Reading and writing again changes no
// byte.
std::expected<void, base::Fault> write_body(const std::filesystem::path& folder, record::Catalog catalog,
                                            std::span<const FiledRecord> records);

// The text of one file: the records as they are given.
std::string body_file(std::span<const FiledRecord* const> records);

}  // namespace comity::exchange
