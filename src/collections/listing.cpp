#include "collections/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ranges>

namespace comity::collections {

namespace {

struct Key {               // where a cursor stands
    std::string sorts_as;  // a date, a folded title, or a place among what was found
    std::string id;
};

std::optional<Key> parse_cursor(std::string_view cursor) {
    const std::size_t mark = cursor.find('~');
    if (mark == std::string_view::npos || mark + 1 == cursor.size()) return std::nullopt;
    return Key{std::string(cursor.substr(0, mark)), std::string(cursor.substr(mark + 1))};
}

bool is_by_date(Sort sort) { return sort == Sort::newest || sort == Sort::oldest; }

std::string date_key(const std::optional<base::Date>& date) { return date ? base::to_string(*date) : ""; }

// Whether the item stands at or before the key in the order of by_date (newest first) or of by_title.
bool not_after(const Item& item, const Key& key, const std::optional<base::Date>& day, Sort sort, base::Language language) {
    if (is_by_date(sort)) {
        if (item.date.has_value() != day.has_value()) return item.date.has_value();
        if (item.date && *item.date != *day) return *item.date > *day;
        return item.id <= key.id;
    }
    const std::string_view title = item.sort_title(language);
    return title != key.sorts_as ? title < key.sorts_as : item.id <= key.id;
}

bool inside(const Box& box, const Point& point) {
    if (point.latitude < box.south || point.latitude > box.north) return false;
    if (box.west <= box.east) return point.longitude >= box.west && point.longitude <= box.east;
    return point.longitude >= box.west || point.longitude <= box.east;
}

bool in_years(const Shelf& shelf, Row row, const Filter& filter) {
    if (!filter.from && !filter.to) return true;
    const std::int32_t first = shelf.first_year[row], last = shelf.last_year[row];
    return first != 0 && (!filter.from || last >= *filter.from) && (!filter.to || first <= *filter.to);
}

// The numbers of the chosen values of each facet; a value that no record has finds nothing.
struct Chosen {
    bool any = false;
    std::vector<bool> numbers;
};

std::vector<Chosen> chosen_values(const Shelf& shelf, const Filter& filter) {
    std::vector<Chosen> chosen(shelf.columns.size());
    for (std::size_t facet = 0; facet < filter.values.size(); ++facet) {
        if (filter.values[facet].empty()) continue;
        chosen[facet].any = true;
        chosen[facet].numbers.resize(shelf.columns[facet].known->names.size());
        for (const std::string& value : filter.values[facet])
            if (const auto number = shelf.columns[facet].number(value)) chosen[facet].numbers[*number] = true;
    }
    return chosen;
}

bool has_chosen(const Shelf::Column& column, const Chosen& chosen, Row row) {
    for (std::uint32_t at = column.starts[row]; at < column.starts[row + 1]; ++at)
        if (chosen.numbers[column.values[at]]) return true;
    return false;
}

// The rows that words find; empty optional where there are no words.
std::optional<std::vector<bool>> rows_found(const Shelf& shelf, const Filter& filter, const std::vector<store::Found>& found) {
    if (filter.words.empty()) return std::nullopt;
    std::vector<bool> rows(shelf.items.size());
    for (const store::Found& one : found)
        if (const auto row = shelf.row(one.id)) rows[*row] = true;
    return rows;
}

// Calls use(row, facet) for every row that fulfils all but at most one facet: facet is -1 where it fulfils all.
template <class Use>
void each_fulfilling(const Shelf& shelf, const Filter& filter, const std::vector<store::Found>& found, Use use) {
    const std::vector<Chosen> chosen = chosen_values(shelf, filter);
    const auto with_words = rows_found(shelf, filter, found);
    for (Row row = 0; row < shelf.items.size(); ++row) {
        if (with_words && !(*with_words)[row]) continue;
        if (!in_years(shelf, row, filter)) continue;
        if (filter.within && !(shelf.points[row] && inside(*filter.within, *shelf.points[row]))) continue;
        int missed = -1, count = 0;
        for (std::size_t facet = 0; facet < chosen.size() && count < 2; ++facet)
            if (chosen[facet].any && !has_chosen(shelf.columns[facet], chosen[facet], row)) {
                missed = static_cast<int>(facet);
                ++count;
            }
        if (count < 2) use(row, missed);
    }
}

struct Counted {
    std::vector<bool> fulfils;
    std::size_t count = 0;
    std::vector<std::vector<std::size_t>> values;  // by facet and number of the value
};

Counted counted(const Shelf& shelf, const Filter& filter, const std::vector<store::Found>& found) {
    Counted counted{.fulfils = std::vector<bool>(shelf.items.size()), .values = {}};
    for (const Shelf::Column& column : shelf.columns) counted.values.emplace_back(column.known->names.size());
    each_fulfilling(shelf, filter, found, [&](Row row, int missed) {
        const auto count = [&](std::size_t facet) {
            const Shelf::Column& column = shelf.columns[facet];
            for (std::uint32_t at = column.starts[row]; at < column.starts[row + 1]; ++at)
                ++counted.values[facet][column.values[at]];
        };
        if (missed >= 0) return count(static_cast<std::size_t>(missed));
        counted.fulfils[row] = true;
        ++counted.count;
        for (std::size_t facet = 0; facet < shelf.columns.size(); ++facet) count(facet);
    });
    return counted;
}

std::vector<std::vector<ValueCount>> facet_counts(const Shelf& shelf, const Counted& counted) {
    std::vector<std::vector<ValueCount>> facets(shelf.columns.size());
    for (std::size_t facet = 0; facet < facets.size(); ++facet) {
        for (std::size_t number = 0; number < counted.values[facet].size(); ++number)
            if (const std::size_t count = counted.values[facet][number])
                facets[facet].push_back({shelf.columns[facet].known->names[number], count});
        std::ranges::sort(facets[facet], [](const ValueCount& a, const ValueCount& b) {
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        });
    }
    return facets;
}

base::Fault bad_cursor() { return {"", "", "after", "is no cursor of this list", "follow \"next\" of the page before"}; }

// Takes the page from rows that come in order, beginning with the first one that `passed` does not hold for.
template <class Rows>
void take_page(const Shelf& shelf, const Counted& counted, const Rows& rows, std::size_t begin, std::size_t limit,
               Listing& listing) {
    std::size_t at = 0;
    for (const Row row : rows) {
        const bool is_before = at++ < begin;
        if (!counted.fulfils[row]) continue;
        if (is_before) {
            ++listing.before;
        } else if (listing.rows.size() < limit) {
            listing.rows.push_back(shelf.items[row]);
        } else {
            listing.next = "more";
            return;
        }
    }
}

std::expected<std::size_t, base::Fault> start_of(const Shelf& shelf, const std::vector<Row>& order, const Filter& filter,
                                                 Sort sort, base::Language language) {
    if (filter.after.empty()) return 0;
    const auto key = parse_cursor(filter.after);
    if (!key) return std::unexpected(bad_cursor());
    std::optional<base::Date> day;
    if (is_by_date(sort) && !key->sorts_as.empty()) {
        const auto parsed = base::parse_date(key->sorts_as);
        if (!parsed) return std::unexpected(bad_cursor());
        day = *parsed;
    }
    const auto at =
        std::ranges::partition_point(order, [&](Row row) { return not_after(*shelf.items[row], *key, day, sort, language); });
    const auto passed = static_cast<std::size_t>(at - order.begin());
    if (sort == Sort::newest || sort == Sort::title) return passed;
    // Backwards, the row of the cursor itself is the last that was shown.
    const bool there = passed > 0 && shelf.items[order[passed - 1]]->id == key->id;
    return order.size() - (there ? passed - 1 : passed);
}

// Best first. The cursor holds the rank of the row that it follows, which only a change of that row itself can move.
std::expected<void, base::Fault> page_by_relevance(const Shelf& shelf, const Filter& filter, const Counted& counted,
                                                   const std::vector<store::Found>& found, std::size_t limit, Listing& listing) {
    std::size_t begin = 0;
    if (!filter.after.empty()) {
        const auto key = parse_cursor(filter.after);
        if (!key) return std::unexpected(bad_cursor());
        store::Found last{.type = std::string(shelf.of->type->name), .id = key->id};
        const char* end = key->sorts_as.data() + key->sorts_as.size();
        const auto [read, error] = std::from_chars(key->sorts_as.data(), end, last.rank);
        if (error != std::errc() || read != end) return std::unexpected(bad_cursor());
        const auto at =
            std::ranges::partition_point(found, [&](const store::Found& one) { return !store::comes_before(last, one); });
        begin = static_cast<std::size_t>(at - found.begin());
    }
    const store::Found* last_shown = nullptr;
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto row = shelf.row(found[at].id);
        if (!row || !counted.fulfils[*row]) continue;
        if (at < begin) {
            ++listing.before;
        } else if (listing.rows.size() < limit) {
            listing.rows.push_back(shelf.items[*row]);
            last_shown = &found[at];
        } else {
            listing.next = fmt::format("{}~{}", last_shown->rank, last_shown->id);
            break;
        }
    }
    return {};
}

}  // namespace

std::vector<bool> fulfilling(const Shelf& shelf, const Filter& filter, const std::vector<store::Found>& found) {
    std::vector<bool> rows(shelf.items.size());
    each_fulfilling(shelf, filter, found, [&](Row row, int missed) { rows[row] = missed < 0; });
    return rows;
}

std::expected<Listing, base::Fault> list(const Shelf& shelf, const Filter& filter, base::Language language,
                                         const std::vector<store::Found>& found) {
    Listing listing;
    listing.of = shelf.items.size();
    listing.sort = filter.sort.value_or(!filter.words.empty() ? Sort::relevance : shelf.of->dated() ? Sort::newest : Sort::title);
    const Counted counts = counted(shelf, filter, found);
    listing.count = counts.count;
    listing.facets = facet_counts(shelf, counts);
    const std::size_t limit = std::clamp<std::size_t>(filter.limit, 1, most_rows);
    if (listing.sort == Sort::relevance) {
        if (auto paged = page_by_relevance(shelf, filter, counts, found, limit, listing); !paged)
            return std::unexpected(paged.error());
        return listing;
    }
    const auto& order = is_by_date(listing.sort) ? shelf.by_date : shelf.by_title[static_cast<std::size_t>(language)];
    const auto begin = start_of(shelf, order, filter, listing.sort, language);
    if (!begin) return std::unexpected(begin.error());
    if (listing.sort == Sort::newest || listing.sort == Sort::title)
        take_page(shelf, counts, order, *begin, limit, listing);
    else
        take_page(shelf, counts, std::views::reverse(order), *begin, limit, listing);
    if (!listing.next.empty()) {
        const Item& last = *listing.rows.back();
        listing.next = (is_by_date(listing.sort) ? date_key(last.date) : std::string(last.sort_title(language))) + "~" + last.id;
    }
    return listing;
}

}  // namespace comity::collections
