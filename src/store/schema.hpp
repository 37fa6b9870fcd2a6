#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

// The tables that the record types want.
namespace comity::store {

enum class ColumnType { text, integer, number, json };  // json: text that holds canonical JSON

// How a field is kept.
ColumnType column_type(const record::Field& field);

struct Column {
    std::string name;
    std::string type;  // "TEXT", "BIGINT" or "DOUBLE PRECISION"
    bool required = false;
    bool indexed = false;
    friend bool operator==(const Column&, const Column&) = default;
};
struct Table {
    std::string name;
    std::vector<Column> columns;  // by name
    friend bool operator==(const Table&, const Table&) = default;
};

std::vector<Table> wanted_tables(record::Catalog catalog);  // by name
// The DDL that makes them from nothing, for a migration.
std::string schema_sql(record::Catalog catalog);
// What must be known of each difference: "publication.title is missing".
std::vector<std::string> differences(const std::vector<Table>& wanted, const std::vector<Table>& found);

}  // namespace comity::store
