#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.hpp"
#include "store/connection.hpp"

// Records as rows: the statements of each record type, and values to columns and back.
namespace comity::store {

// A reference that no column holds: in a list or in a structure. path: "topics", "lines.partner".
struct NestedReference {
    std::string path;
    std::string_view refers;
};

struct TypeSql {
    const record::RecordType* type = nullptr;
    std::string columns;  // "id", "version", …: what read_row reads
    std::string upsert, erase, clear;
    std::vector<const record::Field*> references;  // in columns of their own
    std::vector<NestedReference> nested;
    std::vector<const record::Field*> concepts;  // the texts that name a concept (term skos:prefLabel)
    bool has_members = false;                    // whether comity_member holds anything of it
    std::vector<const TypeSql*> parts;           // the types that are parts of this one
    const TypeSql* owner = nullptr;              // the type that this one is a part of
    bool searched = false;                       // whether it or one of its parts has something for the index
    std::string seen_by_everyone;                // condition on the table's own name, "" for all of them
};

class Types {
  public:
    explicit Types(record::Catalog catalog);
    Types(const Types&) = delete;
    Types& operator=(const Types&) = delete;

    record::Catalog catalog() const { return catalog_; }
    const TypeSql* find(std::string_view name) const;
    const TypeSql& of(std::string_view name) const;  // of a type that is in the catalog
    const std::vector<std::unique_ptr<TypeSql>>& all() const { return all_; }

  private:
    record::Catalog catalog_;
    std::vector<std::unique_ptr<TypeSql>> all_;
    std::map<std::string_view, TypeSql*> by_name_;
};

// What the field's column holds for a value of it, or for none (null). What is not in the value is kept in `owned`.
Cell cell_of(const record::Field& field, const record::Value* value, std::deque<std::string>& owned);
Stored read_row(const TypeSql& sql, const Row& row);
// Writes the record and the members of its lists. The object is in normal form.
void write_record(Connection& connection, const TypeSql& sql, const record::Value& object, std::int64_t version);
void erase_record(Connection& connection, const TypeSql& sql, std::string_view id);

// The records with these ids, as far as they exist, without any audience.
std::map<std::string, Stored, std::less<>> read_all(Connection& connection, const TypeSql& sql,
                                                    const std::vector<std::string>& ids);

// What comity_member holds of the record: paths and values, in order.
using Members = std::set<std::pair<std::string, std::string_view>>;
Members members_of(const TypeSql& sql, const record::Value& object);

// Calls back for each reference in the object: its path and the type and id that it names.
using EachReference = std::function<void(const std::string& path, std::string_view type, std::string_view id)>;
void each_reference(const record::RecordType& type, const record::Value& object, const EachReference& each);

// The id that the reference field holds, "" for none.
std::string_view reference_of(const record::Value& object, std::string_view field);

}  // namespace comity::store
