#include "store/rows.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "record/canonical.hpp"

namespace comity::store {

namespace {

using record::Field;
using record::Kind;
using record::Value;

constexpr std::size_t longest_member = 500;  // an index row of PostgreSQL ends at 2,700 bytes
constexpr std::size_t ids_at_once = 64;
constexpr std::string_view concept_label = "skos:prefLabel";  // its languages mean the same

std::string_view string_of(const Value& value) {
    const auto* text = value.if_string();
    return text ? std::string_view(*text) : std::string_view();
}

bool has_search_fields(std::span<const Field> fields) {
    for (const Field& field : fields)
        if (field.search_weight > 0 || (field.of.parts && has_search_fields(field.of.parts()))) return true;
    return false;
}

void find_nested(std::span<const Field> fields, const std::string& prefix, bool outermost, TypeSql& sql) {
    for (const Field& field : fields) {
        const std::string path = prefix + std::string(field.name);
        const bool in_column = outermost && !field.of.list;
        if (field.of.kind == Kind::reference && !in_column) sql.nested.push_back({path, field.refers});
        if (field.of.list && (field.of.kind == Kind::string || field.of.kind == Kind::code || field.of.kind == Kind::reference))
            sql.has_members = true;
        if (field.of.parts) find_nested(field.of.parts(), path + ".", false, sql);
    }
    if (!sql.nested.empty()) sql.has_members = true;
}

TypeSql make_sql(const record::RecordType& type) {
    TypeSql sql;
    sql.type = &type;
    sql.columns = "\"id\", \"version\"";
    std::string values = "$1, $2";
    std::string sets = "\"version\" = excluded.\"version\"";
    int number = 2;
    for (const Field& field : type.fields.subspan(1)) {
        sql.columns += fmt::format(", \"{}\"", field.name);
        values += fmt::format(", ${}", ++number);
        sets += fmt::format(", \"{0}\" = excluded.\"{0}\"", field.name);
        if (field.of.kind == Kind::reference && !field.of.list) sql.references.push_back(&field);
        if (field.of.kind == Kind::text && field.term == concept_label) sql.concepts.push_back(&field);
    }
    sql.upsert = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({}) ON CONFLICT (\"id\") DO UPDATE SET {}", type.name, sql.columns,
                             values, sets);
    sql.erase = fmt::format("DELETE FROM \"{}\" WHERE \"id\" = $1", type.name);
    sql.clear = fmt::format("DELETE FROM \"{}\"", type.name);
    find_nested(type.fields, "", true, sql);
    return sql;
}

// The condition under which everyone may read a row: its own visibility, and its owner's.
std::string seen_by_everyone(const TypeSql& sql) {
    std::string condition;
    if (const Field* field = sql.type->field("visibility"); field && column_type(*field) == ColumnType::text)
        condition = fmt::format("(\"{0}\".\"visibility\" IS NULL OR \"{0}\".\"visibility\" <> 'officers')", sql.type->name);
    if (sql.owner) {
        const std::string of_owner = seen_by_everyone(*sql.owner);
        if (!of_owner.empty())
            condition += fmt::format(
                "{0}(\"{1}\".\"{2}\" IS NULL OR \"{1}\".\"{2}\" = '' OR EXISTS (SELECT 1 FROM \"{3}\" WHERE \"{3}\".\"id\" = "
                "\"{1}\".\"{2}\" AND {4}))",
                condition.empty() ? "" : " AND ", sql.type->name, sql.type->part_of, sql.owner->type->name, of_owner);
    }
    return condition;
}

bool is_searched(const TypeSql& sql) {
    return has_search_fields(sql.type->fields) ||
           std::ranges::any_of(sql.parts, [](const TypeSql* part) { return is_searched(*part); });
}

Value column_value(const Field& field, const Row& row, int column) {
    if (row.null(column)) return Value();
    switch (column_type(field)) {
        case ColumnType::text: {
            const std::string_view text = row.text(column);
            return text.empty() ? Value() : Value(text);
        }
        case ColumnType::integer: {
            const std::int64_t number = row.integer(column);
            if (field.of.kind == Kind::boolean) return number != 0 ? Value(true) : Value();
            return number;
        }
        case ColumnType::number: return row.number(column);
        case ColumnType::json: return boost::json::parse(row.text(column));
    }
    return Value();
}

void collect_members(std::span<const Field> fields, const Value& object, const std::string& prefix, bool outermost,
                     Members& members) {
    const auto* map = object.if_object();
    if (!map) return;
    for (const Field& field : fields) {
        const Value* value = map->if_contains(field.name);
        if (!value) continue;
        const std::string path = prefix + std::string(field.name);
        const Kind kind = field.of.kind;
        auto one = [&](const Value& element) {
            if (field.of.parts) collect_members(field.of.parts(), element, path + ".", false, members);
            const bool wanted = kind == Kind::reference || (field.of.list && (kind == Kind::string || kind == Kind::code));
            const std::string_view text = string_of(element);
            if (wanted && !text.empty() && text.size() <= longest_member) members.emplace(path, text);
        };
        if (field.of.list) {
            if (const auto* array = value->if_array())
                for (const Value& element : *array) one(element);
        } else if (!(outermost && kind == Kind::reference)) {
            one(*value);
        }
    }
}

void references_in(std::span<const Field> fields, const Value& object, const std::string& prefix, const EachReference& each) {
    const auto* map = object.if_object();
    if (!map) return;
    for (const Field& field : fields) {
        const Value* value = map->if_contains(field.name);
        if (!value || !(field.of.parts || field.of.kind == Kind::reference)) continue;
        const std::string path = prefix + std::string(field.name);
        auto one = [&](const Value& element, const std::string& at) {
            if (field.of.parts)
                references_in(field.of.parts(), element, at + ".", each);
            else
                each(at, field.refers, string_of(element));
        };
        if (const auto* array = value->if_array(); field.of.list && array)
            for (std::size_t i = 0; i < array->size(); ++i) one((*array)[i], fmt::format("{}.[{}]", path, i));
        else
            one(*value, path);
    }
}

}  // namespace

Types::Types(record::Catalog catalog) : catalog_(catalog) {
    for (const record::RecordType* type : catalog) {
        all_.push_back(std::make_unique<TypeSql>(make_sql(*type)));
        by_name_.emplace(type->name, all_.back().get());
    }
    for (const auto& sql : all_) {
        if (sql->type->part_of.empty()) continue;
        const Field* field = sql->type->field(sql->type->part_of);
        COMITY_ASSERT(field && field->of.kind == Kind::reference && !field->of.list);
        const auto owner = by_name_.find(field->refers);
        COMITY_ASSERT(owner != by_name_.end());
        sql->owner = owner->second;
        owner->second->parts.push_back(sql.get());
    }
    for (const auto& sql : all_) {
        int owners = 0;
        for (const TypeSql* up = sql->owner; up; up = up->owner) COMITY_ASSERT(++owners < 4);  // so no type is a part of itself
    }
    for (const auto& sql : all_) {
        sql->seen_by_everyone = store::seen_by_everyone(*sql);
        sql->searched = is_searched(*sql);
    }
}

const TypeSql* Types::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
}

const TypeSql& Types::of(std::string_view name) const {
    const TypeSql* sql = find(name);
    COMITY_ASSERT(sql != nullptr);
    return *sql;
}

Cell cell_of(const Field& field, const Value* value, std::deque<std::string>& owned) {
    const bool absent = !value || value->is_null();
    switch (column_type(field)) {
        case ColumnType::text:
            if (absent) return field.of.optional ? Cell() : Cell(std::string_view(""));
            return string_of(*value);
        case ColumnType::integer:
            if (field.of.kind == Kind::boolean) {
                if (absent) return field.of.optional ? Cell() : Cell(std::int64_t{0});
                return std::int64_t{value->get_bool()};
            }
            return absent ? Cell() : Cell(value->get_int64());
        case ColumnType::number:
            if (absent) return {};
            return value->to_number<double>() + 0.0;  // no negative zero, which the journal can't tell from zero
        case ColumnType::json:
            if (absent) return {};
            return std::string_view(owned.emplace_back(record::canonical(*value)));
    }
    return {};
}

Stored read_row(const TypeSql& sql, const Row& row) {
    Stored stored{std::string(row.text(0)), row.integer(1), boost::json::object()};
    auto& object = stored.record.get_object();
    object.reserve(sql.type->fields.size());
    object.emplace("id", stored.id);
    int column = 2;
    for (const Field& field : sql.type->fields.subspan(1)) {
        Value value = column_value(field, row, column++);
        if (!value.is_null()) object.emplace(field.name, std::move(value));
    }
    return stored;
}

void write_record(Connection& connection, const TypeSql& sql, const Value& object, std::int64_t version) {
    const auto& fields = object.get_object();
    const std::string_view id = string_of(fields.at("id"));
    std::deque<std::string> owned;
    std::vector<Cell> cells{id, version};
    for (const Field& field : sql.type->fields.subspan(1)) cells.push_back(cell_of(field, fields.if_contains(field.name), owned));
    connection.execute(sql.upsert, cells);
    if (!sql.has_members) return;
    const std::string_view type = sql.type->name;
    connection.execute("DELETE FROM comity_member WHERE type = $1 AND id = $2", {type, id});
    for (const auto& [field, value] : members_of(sql, object))
        connection.execute("INSERT INTO comity_member (type, field, value, id) VALUES ($1, $2, $3, $4)",
                           {type, std::string_view(field), value, id});
}

void erase_record(Connection& connection, const TypeSql& sql, std::string_view id) {
    connection.execute(sql.erase, {id});
    if (sql.has_members) connection.execute("DELETE FROM comity_member WHERE type = $1 AND id = $2", {sql.type->name, id});
}

std::map<std::string, Stored, std::less<>> read_all(Connection& connection, const TypeSql& sql,
                                                    const std::vector<std::string>& ids) {
    std::map<std::string, Stored, std::less<>> found;
    // One statement for groups of one size, so that it is prepared once; the last group repeats an id.
    std::string marks = "$1";
    for (std::size_t i = 1; i < ids_at_once; ++i) marks += fmt::format(", ${}", i + 1);
    const std::string many = fmt::format("SELECT {} FROM \"{}\" WHERE \"id\" IN ({})", sql.columns, sql.type->name, marks);
    const std::string one = fmt::format("SELECT {} FROM \"{}\" WHERE \"id\" = $1", sql.columns, sql.type->name);
    auto keep = [&](const Row& row) {
        Stored stored = read_row(sql, row);
        std::string id = stored.id;
        found.emplace(std::move(id), std::move(stored));
    };
    if (ids.size() < 4) {
        for (const std::string& id : ids) connection.query(one, {std::string_view(id)}, keep);
        return found;
    }
    for (std::size_t from = 0; from < ids.size(); from += ids_at_once) {
        std::vector<Cell> cells;
        cells.reserve(ids_at_once);
        for (std::size_t i = 0; i < ids_at_once; ++i)
            cells.emplace_back(std::string_view(ids[std::min(from + i, ids.size() - 1)]));
        connection.query(many, cells, keep);
    }
    return found;
}

Members members_of(const TypeSql& sql, const Value& object) {
    Members members;
    collect_members(sql.type->fields, object, "", true, members);
    return members;
}

void each_reference(const record::RecordType& type, const Value& object, const EachReference& each) {
    references_in(type.fields, object, "", each);
}

std::string_view reference_of(const Value& object, std::string_view field) {
    const auto* map = object.if_object();
    const Value* value = map ? map->if_contains(field) : nullptr;
    return value ? string_of(*value) : std::string_view();
}

}  // namespace comity::store
