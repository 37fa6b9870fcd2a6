#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace comity::store {

namespace {

std::string_view sql_type(ColumnType type) {
    switch (type) {
        case ColumnType::integer: return "BIGINT";
        case ColumnType::number: return "DOUBLE PRECISION";
        case ColumnType::text:
        case ColumnType::json: break;
    }
    return "TEXT";
}

bool is_indexed(const record::Field& field) { return field.of.kind == record::Kind::reference && !field.of.list; }

bool is_required(const record::Field& field) { return field.required || !field.of.optional; }

}  // namespace

ColumnType column_type(const record::Field& field) {
    if (field.of.list) return ColumnType::json;
    switch (field.of.kind) {
        case record::Kind::string:
        case record::Kind::date:
        case record::Kind::reference:
        case record::Kind::code: return ColumnType::text;
        case record::Kind::integer:
        case record::Kind::boolean: return ColumnType::integer;
        case record::Kind::number: return ColumnType::number;
        case record::Kind::text:
        case record::Kind::money:
        case record::Kind::place:
        case record::Kind::provenance:
        case record::Kind::structure: break;
    }
    return ColumnType::json;
}

std::vector<Table> wanted_tables(record::Catalog catalog) {
    std::vector<Table> tables;
    for (const record::RecordType* type : catalog) {
        Table table{std::string(type->name), {{"version", "BIGINT", true, false}}};
        for (const record::Field& field : type->fields)
            table.columns.push_back({std::string(field.name), std::string(sql_type(column_type(field))), is_required(field),
                                     &field == &type->fields.front() || is_indexed(field)});
        std::ranges::sort(table.columns, {}, &Column::name);
        tables.push_back(std::move(table));
    }
    std::ranges::sort(tables, {}, &Table::name);
    return tables;
}

std::string schema_sql(record::Catalog catalog) {
    std::string sql;
    for (const record::RecordType* type : catalog) {
        sql += fmt::format("CREATE TABLE \"{}\" (\n    \"id\" TEXT PRIMARY KEY NOT NULL,\n    \"version\" BIGINT NOT NULL",
                           type->name);
        for (const record::Field& field : type->fields.subspan(1))
            sql += fmt::format(",\n    \"{}\" {}{}", field.name, sql_type(column_type(field)),
                               is_required(field) ? " NOT NULL" : "");
        sql += "\n);\n";
        for (const record::Field& field : type->fields)
            if (is_indexed(field))
                sql += fmt::format("CREATE INDEX \"{0}_{1}_index\" ON \"{0}\" (\"{1}\");\n", type->name, field.name);
    }
    return sql;
}

std::vector<std::string> differences(const std::vector<Table>& wanted, const std::vector<Table>& found) {
    std::vector<std::string> all;
    auto compare = [&all](const auto& left, const auto& right, auto name, auto both) {
        for (const auto& l : left) {
            const auto r = std::ranges::find(right, l.name, [](const auto& x) { return x.name; });
            if (r == right.end())
                all.push_back(name(l.name) + " is missing");
            else
                both(l, *r);
        }
        for (const auto& r : right)
            if (std::ranges::find(left, r.name, [](const auto& x) { return x.name; }) == left.end())
                all.push_back(name(r.name) + " belongs to no record type");
    };
    compare(
        wanted, found, [](const std::string& table) { return table; },
        [&](const Table& w, const Table& f) {
            compare(
                w.columns, f.columns, [&](const std::string& column) { return w.name + "." + column; },
                [&](const Column& wc, const Column& fc) {
                    if (wc == fc) return;
                    auto said = [](const Column& c) {
                        return c.type + (c.required ? " NOT NULL" : "") + (c.indexed ? ", indexed" : "");
                    };
                    all.push_back(fmt::format("{}.{} should be {} and is {}", w.name, wc.name, said(wc), said(fc)));
                });
        });
    return all;
}

}  // namespace comity::store
