#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "collections/values.hpp"
#include "record/record.hpp"

// What the public lists of the portal have in common: for each record type, what a record is called, which day it stands under,
// where it is, and by what its list can be narrowed. A table, as the fields of a record type are; the loops over it are in
// shelf.hpp and listing.hpp.
namespace comity::collections {

struct OnDay;  // status.hpp

// A way to narrow a list: by the values that a field has.
struct Facet {
    std::string_view name;            // in addresses: "type"
    std::string_view label;           // message key
    std::string_view path;            // of the values in a record (values.hpp); "" where `of` works them out
    std::string_view code_list = "";  // of data/codes, whose labels are the names of the values
    std::string_view refers = "";     // record type that the values name
    std::string_view words = "";      // message key up to its last dot, where values are words of the program
    bool offered = true;              // false: it can be asked for, as links of other pages do, but the form doesn't offer it
    std::string_view part = "";       // record type of the parts at whose `path` the values stand; "": the record itself
    // Worked out for a day: "open" of a consultation, "ended" of a project. Null where the values stand at `path`.
    OnDay (*of)(const record::Value& record, base::Day today) = nullptr;
};

enum class Section : std::uint8_t { docket, program, library, council, impact, body };
std::string_view code(Section section);  // "docket": the style sheet's word for it

struct Collection {
    const record::RecordType* type;
    Section section;
    std::vector<std::string_view> title;  // the first of these paths that has a text is what a record is called
    std::string_view title_words = "";    // message key with {title}, where the title alone would not tell: "Budget 2013"
    base::Text (*named)(const record::Value& record) = nullptr;  // works out what a record is called, instead of `title`
    std::string_view summary = "";                               // path of the text that says what it is
    std::string_view date = "";   // path of the day under which it stands, or of a string such as "2013-2014"; "": by title
    std::string_view end = "";    // path of its last day, where it lasts
    std::string_view place = "";  // path of a place with coordinates, or of the text that names one
    std::vector<std::string_view> under = {};  // paths of what a list says under the title: "kind", "number"
    std::vector<Facet> facets = {};
    // The days under which a record is kept in a calendar, none where it is not; null where no record of the collection is. Where
    // not all of them are, `occasions` names the facet that tells which: a record that has a value of it.
    Span (*occasion)(const record::Value& record) = nullptr;
    std::string_view occasions = "";

    const Facet* facet(std::string_view name) const;  // null where it has none of that name
    bool dated() const { return !date.empty(); }
    // Whether its records have coordinates: its list can be a map.
    bool placed() const;
};

// Every collection that has pages of its own, in the order in which the portal offers them.
std::span<const Collection> all();
// Null for a record type without one, such as what is a part of another record.
const Collection* find(std::string_view type);

// What a record is called, in each language. Never empty: its id where nothing else is known.
base::Text title_of(const Collection& collection, const record::Value& record);
// The same for a record of any type: parts and others without a collection are called by their id.
base::Text title_of(const record::RecordType& type, const record::Value& record);

}  // namespace comity::collections
