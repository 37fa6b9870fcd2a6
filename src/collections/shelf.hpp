#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collections/collection.hpp"
#include "collections/values.hpp"
#include "store/store.hpp"

// The public record arranged for lists: of every record what a list sorts, narrows and counts by, in memory; the records
// themselves stay in the store. Made for a journal head and a day, and brought up to date from the journal's entries since, so
// that a list of 200,000 records costs no more after a commit than before.
namespace comity::collections {

struct Item {
    std::string id;
    std::int64_t version = 0;
    base::Text title;
    std::optional<base::Date> date, end;
    std::optional<base::Day> until;  // the first later day on which `values` may be others
    std::optional<Point> point;
    std::vector<std::pair<std::uint8_t, std::string>> values;  // of each facet, by its place in Collection::facets
    std::array<std::string, 3> sorts_as;  // the folded title by language; empty where it is that of the language before
    std::string_view sort_title(base::Language language) const;
};

// Rows are places in `items`, which are in the order of ids.
using Row = std::uint32_t;

struct Shelf {
    const Collection* of = nullptr;
    std::vector<const Item*> items;
    // What `items` points into: records that were read at once, and how many of them the shelf still shows. Shelves made of one
    // another share them.
    struct ReadTogether {
        std::shared_ptr<const std::vector<Item>> items;  // not empty
        std::size_t shown = 0;
    };
    std::vector<ReadTogether> read_together;
    // The values of a facet, numbered as they were met.
    struct Values {
        std::vector<std::string> names;
        std::unordered_map<std::string, std::uint32_t> numbers;
    };
    struct Column {
        std::shared_ptr<const Values> known;  // shared from shelf to shelf until a record brings a new one
        std::vector<std::uint32_t> starts;    // of each row in `values`, and one more
        std::vector<std::uint32_t> values;    // of each row, by number
        std::optional<std::uint32_t> number(const std::string& value) const;
    };
    std::vector<Column> columns;
    std::vector<std::pair<std::uint64_t, Row>> by_hash;  // of the ids: a search gives thousands, in no order
    std::vector<Row> by_date;                            // newest first, undated last; equal ones by id
    std::array<std::vector<Row>, 3> by_title;            // in each language; equal ones by id
    std::vector<std::int32_t> first_year, last_year;     // of each row; 0 where it has no date
    std::vector<std::optional<Point>> points;            // of each row: a map reads nothing else of most of them

    const Item* find(std::string_view id) const;  // null where there is none that everyone may see
    std::optional<Row> row(std::string_view id) const;
};

// Says under which day a record stands whose own fields don't tell it: a submission's day of filing follows from its events.
using DateOf = std::function<std::optional<base::Date>(std::string_view type, std::string_view id)>;

// The labels of a classification's terms, by id: records that only name what others refer to.
using Terms = std::map<std::string, base::Text, std::less<>>;

struct Shelves {
    std::int64_t head = 0;
    base::Day today;
    std::map<std::string, std::shared_ptr<const Terms>, std::less<>> terms;  // by record type
    std::map<std::string, std::shared_ptr<const Shelf>, std::less<>> by_type;

    const Shelf& of(const Collection& collection) const { return *by_type.find(collection.type->name)->second; }
    const Shelf* of(std::string_view type) const;  // null for a type without a collection
    // What a record or a term is called; null where neither a list nor a classification has it.
    const base::Text* title(std::string_view type, std::string_view id) const;
};

// `before` may be null: everything is read. Otherwise what the journal changed since is read again, and what is another on a
// later day; everything after very many changes, or where the day is an earlier one.
std::shared_ptr<const Shelves> shelves(const store::Snapshot& snapshot, base::Day today, std::shared_ptr<const Shelves> before,
                                       const DateOf& date_of);

}  // namespace comity::collections
