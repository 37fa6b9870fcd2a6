#include "body/registry/listing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace comity::registry {

namespace {

constexpr std::size_t most_values = 200;  // of one facet in one address
constexpr std::size_t most_rows = 1000;   // on one page

struct SortCode {
    Sort sort;
    std::string_view code;
};
constexpr SortCode sort_codes[] = {
    {Sort::relevance, "relevance"}, {Sort::filed, "filed"},       {Sort::filed_ascending, "-filed"},      {Sort::title, "title"},
    {Sort::status, "status"},       {Sort::duration, "duration"}, {Sort::duration_ascending, "-duration"}};

std::string in_address(std::string_view code) {
    std::string out(code);
    std::ranges::replace(out, '_', '-');
    return out;
}

using Strings = std::vector<std::string>;

// The facets in the order of the page; each gives the values that a row has.
struct Facet {
    std::string_view parameter;
    std::set<std::string> Filter::* chosen;
    Counts Listing::* counts;
    void (*values)(const Standing& row, Strings& out);
};
constexpr Facet facets[] = {
    {"party", &Filter::parties, &Listing::parties, [](const Standing& row, Strings& out) { out = row.of->submission.parties; }},
    {"agreement", &Filter::agreements, &Listing::agreements,
     [](const Standing& row, Strings& out) { out.push_back(row.of->submission.agreement); }},
    {"status", &Filter::statuses, &Listing::statuses,
     [](const Standing& row, Strings& out) { out.emplace_back(row.status == Status::open ? "open" : "closed"); }},
    {"outcome", &Filter::outcomes, &Listing::outcomes,
     [](const Standing& row, Strings& out) {
         if (!row.outcome.empty()) out.push_back(in_address(row.outcome));
     }},
    {"stage", &Filter::stages, &Listing::stages, [](const Standing& row, Strings& out) { out.push_back(in_address(row.stage)); }},
    {"matter", &Filter::matters, &Listing::matters, [](const Standing& row, Strings& out) { out = row.of->submission.matters; }},
};
constexpr std::size_t facet_count = std::size(facets);

base::Fault wrong(std::string_view parameter, std::string what, std::string right) {
    return {"", "", std::string(parameter), std::move(what), std::move(right)};
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

void take_year(std::string_view parameter, std::string_view value, std::optional<int>& year, base::Faults& faults) {
    year = whole_number(value);
    if (value.size() != 4 || !year || *year < 1000)
        faults.push_back(
            wrong(parameter, fmt::format("\"{}\" is not a year", value.substr(0, 40)), "write four digits, such as 2013"));
}

void take_ids(std::string_view value, std::set<std::string>& ids, base::Faults& faults) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(','), value.size());
        if (end) ids.emplace(value.substr(0, end));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (ids.size() > most_values)
        faults.push_back(wrong("id", "names too many submissions", fmt::format("give at most {}", most_values)));
}

void take(Filter& filter, const std::string& name, const std::string& value, base::Faults& faults) {
    for (const Facet& facet : facets)
        if (name == facet.parameter) {
            if ((filter.*facet.chosen).size() >= most_values)
                faults.push_back(wrong(name, "has too many values", fmt::format("give at most {}", most_values)));
            else
                (filter.*facet.chosen).insert(in_address(value));
            return;
        }
    if (name == "id") {
        take_ids(value, filter.ids, faults);
    } else if (name == "overdue") {
        filter.overdue = value == "yes";
        if (!filter.overdue)
            faults.push_back(
                wrong(name, fmt::format("\"{}\" is not a choice", value.substr(0, 40)), "write yes, or leave it out"));
    } else if (name == "from") {
        take_year(name, value, filter.from, faults);
    } else if (name == "to") {
        take_year(name, value, filter.to, faults);
    } else if (name == "q") {
        filter.words = value;
    } else if (name == "after") {
        filter.after = value;
    } else if (name == "sort") {
        const auto* at = std::ranges::find(sort_codes, std::string_view(value), &SortCode::code);
        if (at == std::end(sort_codes))
            faults.push_back(wrong(name, fmt::format("\"{}\" is not an order", value.substr(0, 40)),
                                   "write relevance, filed, -filed, title, status, duration or -duration"));
        else
            filter.sort = at->sort;
    } else if (name == "limit") {
        const auto number = whole_number(value);
        if (!number || *number < 1 || *number > static_cast<int>(most_rows))
            faults.push_back(wrong(name, fmt::format("\"{}\" is not a number of rows", value.substr(0, 40)),
                                   fmt::format("write 1 to {}", most_rows)));
        else
            filter.limit = static_cast<std::size_t>(*number);
    }
}

// Closed cases whose end is not known count as long as they are known to have lasted.
std::int64_t lasted(const Standing& row, base::Day on) {
    if (!row.filed) return 0;
    const base::Day end = row.status == Status::open ? on
                          : row.ended                ? row.ended->first()
                          : row.steps.empty()        ? row.filed->first()
                                                     : row.steps.back();
    return (end - row.filed->first()).count();
}

// Where a row stands in an order. A cursor is written from the last row of a page and holds all of it, so that a walk goes on
// from there although that row has changed or is gone. The order is total: the id decides between equals.
struct Key {
    double number = 0;
    std::string text;
    std::optional<base::Date> filed;
    std::string id;
};

using Ranks = std::unordered_map<std::string_view, double>;

// What a title is sorted by: enough of it to have an order, and to fit into an address.
std::string beginning(std::string_view title) {
    std::size_t size = std::min<std::size_t>(title.size(), 120);
    while (size < title.size() && size > 0 && (static_cast<unsigned char>(title[size]) & 0xc0) == 0x80) --size;
    return std::string(title.substr(0, size));
}

Key key_of(const Standing& row, Sort sort, const Ranks& ranks, base::Day on) {
    const Submission& submission = row.of->submission;
    Key key{.number = 0, .text = {}, .filed = row.filed, .id = submission.id};
    switch (sort) {
        case Sort::relevance: key.number = -ranks.at(submission.id); break;
        case Sort::filed:
        case Sort::filed_ascending: break;
        case Sort::title: key.text = beginning(submission.title[submission.title.original]); break;
        case Sort::status:
            key.number = static_cast<double>(row.status);
            key.text = row.status == Status::open ? row.stage : row.outcome;
            break;
        case Sort::duration: key.number = -static_cast<double>(lasted(row, on)); break;
        case Sort::duration_ascending: key.number = static_cast<double>(lasted(row, on)); break;
    }
    return key;
}

bool comes_before(const Key& a, const Key& b, Sort sort) {
    if (a.number != b.number) return a.number < b.number;
    if (sort == Sort::relevance) return a.id < b.id;
    if (a.text != b.text) return a.text < b.text;
    const bool ascending = sort == Sort::filed_ascending;
    if (a.filed != b.filed) return ascending ? a.filed < b.filed : b.filed < a.filed;
    return ascending ? a.id < b.id : b.id < a.id;
}

std::string cursor_of(const Key& key) {
    return fmt::format("{},{},{},{}", key.number, key.text, key.filed ? base::to_string(*key.filed) : "", key.id);
}

std::optional<Key> read_cursor(std::string_view cursor) {
    const std::size_t number = cursor.find(','), id = cursor.rfind(',');
    if (number == std::string_view::npos || id <= number) return std::nullopt;
    const std::size_t filed = cursor.rfind(',', id - 1);
    if (filed == std::string_view::npos || filed <= number) return std::nullopt;
    Key key{.number = 0,
            .text = std::string(cursor.substr(number + 1, filed - number - 1)),
            .filed = {},
            .id = std::string(cursor.substr(id + 1))};
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + number, key.number);
    if (error != std::errc() || end != cursor.data() + number || !std::isfinite(key.number) || key.id.empty())
        return std::nullopt;
    if (const std::string_view date = cursor.substr(filed + 1, id - filed - 1); !date.empty()) {
        const auto parsed = base::parse_date(date);
        if (!parsed) return std::nullopt;
        key.filed = *parsed;
    }
    return key;
}

bool in_years(const Filter& filter, const Standing& row) {
    if (!filter.from && !filter.to) return true;
    if (!row.filed) return false;
    return (!filter.from || row.filed->year() >= *filter.from) && (!filter.to || row.filed->year() <= *filter.to);
}

// Counts the row in every facet all of whose fellow facets let it through; says whether it is listed.
bool count_row(const Filter& filter, const Standing& row, Listing& listing) {
    std::array<Strings, facet_count> values;
    std::size_t refused = 0, refusing = facet_count;
    for (std::size_t i = 0; i < facet_count; ++i) {
        facets[i].values(row, values[i]);
        const auto& chosen = filter.*facets[i].chosen;
        if (chosen.empty() || std::ranges::any_of(values[i], [&](const std::string& v) { return chosen.contains(v); })) continue;
        ++refused;
        refusing = i;
    }
    const bool late_enough = !filter.overdue || row.overdue;
    if (late_enough)
        for (std::size_t i = 0; i < facet_count; ++i)
            if (refused == 0 || (refused == 1 && refusing == i))
                for (const std::string& value : values[i]) ++(listing.*facets[i].counts)[value];
    if (refused == 0 && row.overdue) ++listing.overdue;
    return refused == 0 && late_enough;
}

}  // namespace

std::string_view code(Sort sort) { return std::ranges::find(sort_codes, sort, &SortCode::sort)->code; }

std::expected<Filter, base::Faults> filter_from(const std::vector<std::pair<std::string, std::string>>& parameters) {
    Filter filter;
    base::Faults faults;
    for (const auto& [name, value] : parameters)
        if (!value.empty()) take(filter, name, value, faults);  // an empty field of a form chooses nothing
    if (filter.from && filter.to && *filter.from > *filter.to)
        faults.push_back(wrong("from", fmt::format("{} is after {}", *filter.from, *filter.to), "give the earlier year first"));
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return filter;
}

std::vector<std::pair<std::string, std::string>> parameters_of(const Filter& filter) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!filter.words.empty()) out.emplace_back("q", filter.words);
    for (const Facet& facet : facets)
        for (const std::string& value : filter.*facet.chosen) out.emplace_back(facet.parameter, value);
    if (!filter.ids.empty()) out.emplace_back("id", fmt::format("{}", fmt::join(filter.ids, ",")));
    if (filter.overdue) out.emplace_back("overdue", "yes");
    if (filter.from) out.emplace_back("from", std::to_string(*filter.from));
    if (filter.to) out.emplace_back("to", std::to_string(*filter.to));
    if (filter.sort) out.emplace_back("sort", code(*filter.sort));
    return out;
}

std::expected<Listing, base::Fault> list(const DocketOn& docket, const Filter& filter,
                                         const std::vector<store::Found>& matching) {
    Ranks ranks;
    for (const store::Found& found : matching) ranks.emplace(found.id, found.rank);
    Sort sort = filter.sort.value_or(Sort::relevance);
    if (sort == Sort::relevance && filter.words.empty()) sort = Sort::filed;
    Listing listing;
    listing.of = docket.standings.size();
    struct Keyed {
        Key key;
        const Standing* row;
    };
    std::vector<Keyed> rows;
    for (const Standing& row : docket.standings) {
        if (!filter.words.empty() && !ranks.contains(row.of->submission.id)) continue;
        if (!filter.ids.empty() && !filter.ids.contains(row.of->submission.id)) continue;
        if (in_years(filter, row) && count_row(filter, row, listing)) rows.push_back({key_of(row, sort, ranks, docket.on), &row});
    }
    listing.count = rows.size();
    const auto in_order = [sort](const Key& a, const Key& b) { return comes_before(a, b, sort); };
    std::ranges::sort(rows, in_order, &Keyed::key);
    auto first = rows.begin();
    if (!filter.after.empty()) {
        std::optional<Key> after = read_cursor(filter.after);
        if (!after)
            if (const auto named = std::ranges::find(rows, filter.after, [](const Keyed& r) { return r.key.id; });
                named != rows.end())
                after = named->key;
        if (!after)
            return std::unexpected(wrong("after", fmt::format("\"{}\" is not in this list", filter.after.substr(0, 40)),
                                         "start again from the first page"));
        first = std::ranges::upper_bound(rows, *after, in_order, &Keyed::key);
    }
    listing.before = static_cast<std::size_t>(first - rows.begin());
    const std::size_t left = rows.size() - listing.before;
    const std::size_t taken = filter.limit ? std::min(filter.limit, left) : left;
    for (std::size_t i = 0; i < taken; ++i) listing.rows.push_back(first[static_cast<std::ptrdiff_t>(i)].row);
    if (taken && taken < left) listing.next = cursor_of(first[static_cast<std::ptrdiff_t>(taken - 1)].key);
    return listing;
}

}  // namespace comity::registry
