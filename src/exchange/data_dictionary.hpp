#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "record/record.hpp"

// What the fields of a record type mean, for those who work with its records as a table.
namespace comity::exchange {

// A table (csv.hpp) with a row for each field, and below it one for each code that it may have. The fields of
// a structure follow it: "laws.citation". The columns are "field", "code", "label_en", "label_fr", "label_es", "kind" (a
// record::Kind), "list" and "required" ("true" or "false"), "vocabulary_term", "refers_to" (a collection of the catalog), "uri"
// of the code.
void append_dictionary_csv(std::string& out, const record::RecordType& type, record::Catalog catalog);

// Whether every record has a value in the field: a string without that rule may be empty, a truth that is not told is false.
bool is_always_told(const record::Field& field);

struct CsvTable {
    const record::RecordType& type;
    base::Text title;
    std::string address;     // of the table, as record_csv.hpp writes it
    std::string license;     // address of the licence, or ""
    std::string dictionary;  // address of what append_dictionary_csv writes
    // Address of the record of a type with "{id}" where its id stands; "" for one without a page.
    std::function<std::string(std::string_view type)> page_of;
};

// Metadata of the table as CSV on the Web has them (W3C, application/csvm+json), for <address>-metadata.json: each column with
// its title in every language, its type, the codes that it may have and the property that it is.
void append_csvw(std::string& out, const CsvTable& table);

}  // namespace comity::exchange
