#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fault.hpp"
#include "collections/shelf.hpp"

// A list as a reader asks for it: narrowed, counted exactly, sorted, a page of it. Pure: a shelf and a filter in, rows out.
namespace comity::collections {

enum class Sort : std::uint8_t { relevance, newest, oldest, title, title_descending };

struct Box {  // degrees; west > east crosses the 180th meridian
    double west, south, east, north;
};

struct Filter {
    std::vector<std::set<std::string>> values;  // by the place of the facet: any of these, all facets together; empty: all
    std::optional<int> from, to;                // years: what lasts is found in each of its years
    std::optional<Box> within;
    std::string words;
    std::optional<Sort> sort;  // without it: relevance with words, else newest, or title where there are no dates
    std::string after;         // cursor: where the page begins
    std::size_t limit = 0;     // rows, 1 to 1,000; 0: not asked
};
inline constexpr std::size_t most_rows = 1'000;

// From the parameters of an address: q, the collection's facets, from, to, bbox ("west,south,east,north"), sort (relevance, date,
// -date, title, -title), after, limit. Others are left alone. A fault names the parameter in Fault::field.
std::expected<Filter, base::Faults> filter_from(const Collection& collection,
                                                const std::vector<std::pair<std::string, std::string>>& parameters);
// What gives the same filter again, without cursor and limit.
std::vector<std::pair<std::string, std::string>> parameters_of(const Collection& collection, const Filter& filter);

struct ValueCount {
    std::string value;
    std::size_t count;  // of the rows that fulfil all but this facet
};

struct Listing {
    std::size_t count = 0;   // rows that fulfil the filter
    std::size_t of = 0;      // rows in all
    std::size_t before = 0;  // of those that fulfil it, how many stand before this page
    std::vector<const Item*> rows;
    std::string next;                             // cursor of the next page, "" at the end
    std::vector<std::vector<ValueCount>> facets;  // by the place of the facet; the most frequent value first
    Sort sort{};
};

// `found` is what the words of the filter find, best first; it is not looked at where there are no words. The cursor
// stands between two keys, so what is added or removed meanwhile shifts nothing.
std::expected<Listing, base::Fault> list(const Shelf& shelf, const Filter& filter, base::Language language,
                                         const std::vector<store::Found>& found);

// Which rows fulfil the filter, by row: for what shows them all at once, such as a map.
std::vector<bool> fulfilling(const Shelf& shelf, const Filter& filter, const std::vector<store::Found>& found);

}  // namespace comity::collections
