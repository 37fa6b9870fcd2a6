#pragma once

#include <string_view>

#include "record/record.hpp"

// Which words of schema.org the record types and their fields have.
namespace comity::exchange {

// A field's property, and what its value is dressed in.
struct SchemaTerm {
    std::string_view property;  // "" where the field is left out
    std::string_view node{};    // class of an object with the value as its name; "" for the value itself
    std::string_view part{};    // of a structure, the field that is the value
};

// The class of records of a type, as far as the type alone says it.
std::string_view schema_class_of_type(std::string_view type);
// Whether the class is schema.org's CreativeWork or below it.
bool is_creative_work(std::string_view schema_class);
SchemaTerm schema_term(std::string_view schema_class, const record::RecordType& type, const record::Field& field);

}  // namespace comity::exchange
