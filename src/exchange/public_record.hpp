#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

// A record on its way to others: what the writers of standards are given, whatever its type, and how they read it.
namespace comity::exchange {

// What a reference leads to.
struct Linked {
    base::Text title;
    std::string address;  // PublicRecord::address of that record
};

struct Publisher {
    base::Text name;
    std::string address;  // of its front page
};

// A view: good while the type and the object are.
struct PublicRecord {
    const record::RecordType& type;
    const record::Value& object;       // what everyone may see of it
    base::Text title;                  // as lists name it
    std::optional<base::Date> date;    // by which lists sort it; absent: not known, or it has none
    std::string address;               // whole; its identity, the same whatever the reader's language
    std::array<std::string, 3> pages;  // whole address of its page for the readers of each language
    const Publisher& publisher;
    // The record that a reference names; nullopt where there is none that everyone may see.
    std::function<std::optional<Linked>(std::string_view type, std::string_view id)> linked;
};

// What the record holds in a field, empty where it holds nothing or is of a type without that field.
std::string_view string_in(const record::Value& object, std::string_view field);  // also a date's, code's or reference's text
std::vector<std::string> strings_in(const record::Value& object, std::string_view field);
base::Text text_in(const record::Value& object, std::string_view field);
std::optional<base::Date> date_in(const record::Value& object, std::string_view field);
std::optional<record::Place> place_in(const record::Value& object, std::string_view field);

// What a code of the field's list is called; empty where the field has no list or the list no such code.
base::Text name_of_code(const record::Field& field, std::string_view code);

}  // namespace comity::exchange
