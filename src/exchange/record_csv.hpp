#pragma once

#include <string>
#include <vector>

#include "record/record.hpp"

// Records of a type as a table (RFC 4180): a column for each field, by its public name. A text has a column for each language
// ("note_en", "note_fr", "note_es"), a list of plain values is one cell with "; " between them, anything else is its JSON.
namespace comity::exchange {

// `only`: the names of the fields that become columns; empty: all.
void append_csv_columns(std::string& out, const record::RecordType& type, const std::vector<std::string>& only = {});
void append_csv_record(std::string& out, const record::RecordType& type, const void* record);
void append_csv_value(std::string& out, const record::RecordType& type, const record::Value& record,
                      const std::vector<std::string>& only = {});

}  // namespace comity::exchange
