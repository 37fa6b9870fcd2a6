#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/date.hpp"
#include "store/store.hpp"

namespace comity::store {

// What a copy says of itself, in its table "comity_about" beside the journal's head.
struct CopyAbout {
    std::string body;     // whose records they are
    std::string source;   // address where the copy is offered
    std::string license;  // address of the licence
    base::Day day;        // on which it was made
};

// Writes what everyone may see of every record as one SQLite file for whoever wants to ask it something: a table for each record
// type with a column for each field (base::Date as its text, a truth as 0 or 1, a list, a structure and the like as JSON) and for
// a text also one for each language, "title_en". What is not told is NULL. The file appears whole or not at all, in place of one
// that is there; it needs no other file and nothing of ours to be read. Returns the number of records. Throws Unavailable, also
// where the file can't be written.
std::int64_t write_public_copy(const Snapshot& snapshot, const std::filesystem::path& file, const CopyAbout& about);

}  // namespace comity::store
