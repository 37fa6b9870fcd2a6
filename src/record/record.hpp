#pragma once

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

// How a record type is described: a plain struct and a table of its fields beside it. Everything that must know the fields
// (storage, forms, JSON, CSV, the API's schema, history, search) is a loop over that table. Only codec.hpp has templates.
namespace comity::record {

// A field's value without its C++ type: JSON. Dates are strings, codes are strings, a Text is an object of languages.
using Value = boost::json::value;

enum class Kind : std::uint8_t {
    string,      // std::string: a name, an address, a number that is not counted with; no language
    text,        // base::Text: {"en": …, "fr": …, "es": …, "original": "en", "stale": ["fr"]}
    integer,     // std::int64_t
    number,      // double
    boolean,     // bool
    date,        // base::Date: "2013", "2013-05", "2013-05-24"
    money,       // base::Money: {"amount": 9000000, "currency": "USD", "basis": "exact", "rate_date": …}
    place,       // Place: {"name": Text, "country": "MEX", "latitude": …, "longitude": …}
    reference,   // Ref: the id of a record of type Field::refers
    code,        // an enumeration described by BOOST_DESCRIBE_ENUM: the enumerator's name
    provenance,  // Provenance: {"sources": […], "confidence": …, "claims": […]}
    structure,   // a struct with a field table of its own, usually in a list: an object
};

// Who may read. Decided in the store when a record is read, before anything is joined, counted, searched or rendered.
enum class Audience : std::uint8_t { everyone, officers };

enum class Visibility : std::uint8_t {
    everyone,
    officers,             // never leaves the store for others
    unless_confidential,  // for everyone, but for officers only while the record's boolean field "confidential" is true
};

// Why a value does not fit a field: `at` is the path inside the field ("[2].source"), empty for the field itself.
struct Misfit {
    std::string at, wrong, right;
};

struct Field;

// A member of a struct with its type erased. Made by member<&T::name> in codec.hpp.
struct Member {
    Kind kind;
    bool list;      // a std::vector of the kind
    bool optional;  // may be absent: std::optional, a list, or a Text, which is empty then
    Value (*get)(const void* record);
    std::optional<Misfit> (*set)(void* record, const Value& value);
    std::span<const std::string_view> (*codes)();  // the codes of an enumeration, in the order of its declaration; else null
    std::span<const Field> (*parts)();             // the fields of a structure; else null
};

struct Field {
    Member of;
    std::string_view name;      // column, JSON key and form name: public, never renamed
    std::string_view label;     // message key
    std::string_view refers{};  // name of the record type that a reference names
    std::string_view term{};    // property in a standard vocabulary, for exports: "dcterms:issued"
    int search_weight = 0;      // 0: not in the full-text index; 1 to 10
    Visibility visibility = Visibility::everyone;
    std::string_view code_list{};  // name of the list in data/codes whose codes a string must be (codes.hpp)
    bool open_list = false;        // the list only labels its codes: others are allowed, and are checked elsewhere
    bool required = false;         // a string, text or list that may not be empty; other kinds are required unless optional
};

// The first field of every record type is `id`: a std::string, unique in its type, the record's permanent public key
// (1 to 200 bytes of letters, digits and "-_.~:/").
struct RecordType {
    std::string_view name;        // "submission": table and journal
    std::string_view collection;  // "submissions": file and address
    std::span<const Field> fields;
    std::string_view part_of{};  // the reference field that names the record this one is a part of: searched and read with it
    void* (*make)() = nullptr;
    void (*destroy)(void*) = nullptr;
    void (*check)(const void* record, base::Faults& faults) = nullptr;  // rules across fields; null where there are none

    const Field* field(std::string_view name) const;
};

using Catalog = std::span<const RecordType* const>;
const RecordType* find_type(Catalog catalog, std::string_view name);

struct Ref {
    std::string id;
    friend bool operator==(const Ref&, const Ref&) = default;
};

// The record as one JSON object, fields in the order of the table; what is absent or empty is left out.
Value to_value(const RecordType& type, const void* record);
// Fills the record from such an object. Reports every unknown key, missing field, misfit and broken rule of the type;
// Fault::record is the id, Fault::file is left to the caller. References are checked by the store.
base::Faults from_value(const RecordType& type, const Value& object, void* record);
// The faults alone, for a record that is not needed as a struct.
base::Faults check_value(const RecordType& type, const Value& object);
// The object as to_value would write it: what from_value accepts has one normal form. The object has no faults.
Value normal(const RecordType& type, const Value& object);
// What an audience may see of a stored record: nullopt where the record's "visibility" field says "officers" and they are not,
// else the object without the fields that are not for them.
std::optional<Value> visible(const RecordType& type, Value object, Audience audience);

// A record of type T (which has `static const RecordType& type()`), from an object that has no faults.
template <class T>
T read_as(const Value& object) {
    T record{};
    const base::Faults faults = from_value(T::type(), object, &record);
    if (!faults.empty()) base::broken(base::to_string(faults.front()).c_str(), __FILE__, __LINE__);
    return record;
}

}  // namespace comity::record
