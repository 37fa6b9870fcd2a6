#include "body/registry/listing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
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

// The order of rows is total: the id decides between equals, so that a cursor has one place.
std::function<bool(const Standing*, const Standing*)> order_of(const Filter& filter,
                                                               const std::unordered_map<std::string_view, std::size_t>& rank,
                                                               base::Day on) {
    const Sort sort = filter.sort.value_or(filter.words.empty() ? Sort::filed : Sort::relevance);
    const auto newest_first = [](const Standing* a, const Standing* b) {
        if (a->filed != b->filed) return b->filed < a->filed;
        return b->of->submission.id < a->of->submission.id;
    };
    switch (sort) {
        case Sort::relevance:
            if (!filter.words.empty())
                return [&rank](const Standing* a, const Standing* b) {
                    return rank.at(a->of->submission.id) < rank.at(b->of->submission.id);
                };
            return newest_first;
        case Sort::filed: return newest_first;
        case Sort::filed_ascending: return [=](const Standing* a, const Standing* b) { return newest_first(b, a); };
        case Sort::title:
            return [=](const Standing* a, const Standing* b) {
                const auto& x = a->of->submission.title;
                const auto& y = b->of->submission.title;
                const int order = x[x.original].compare(y[y.original]);
                return order ? order < 0 : newest_first(a, b);
            };
        case Sort::status:
            return [=](const Standing* a, const Standing* b) {
                if (a->status != b->status) return a->status < b->status;
                const std::string_view x = a->status == Status::open ? a->stage : a->outcome;
                const std::string_view y = b->status == Status::open ? b->stage : b->outcome;
                return x != y ? x < y : newest_first(a, b);
            };
        case Sort::duration:
        case Sort::duration_ascending:
            return [=](const Standing* a, const Standing* b) {
                const std::int64_t x = lasted(*a, on), y = lasted(*b, on);
                if (x == y) return newest_first(a, b);
                return sort == Sort::duration ? x > y : x < y;
            };
    }
    return newest_first;
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

std::expected<Listing, base::Fault> list(const DocketOn& docket, const Filter& filter, const std::vector<std::string>& matching) {
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const std::string& id : matching) rank.emplace(id, rank.size());
    Listing listing;
    listing.of = docket.standings.size();
    std::vector<const Standing*> rows;
    for (const Standing& row : docket.standings) {
        if (!filter.words.empty() && !rank.contains(row.of->submission.id)) continue;
        if (!filter.ids.empty() && !filter.ids.contains(row.of->submission.id)) continue;
        if (in_years(filter, row) && count_row(filter, row, listing)) rows.push_back(&row);
    }
    listing.count = rows.size();
    const auto before = order_of(filter, rank, docket.on);
    std::ranges::sort(rows, before);
    auto first = rows.begin();
    if (!filter.after.empty()) {
        const auto last = std::ranges::find(rows, std::string_view(filter.after),
                                            [](const Standing* s) { return std::string_view(s->of->submission.id); });
        if (last == rows.end())
            return std::unexpected(wrong("after", fmt::format("\"{}\" is not in this list", filter.after.substr(0, 40)),
                                         "start again from the first page"));
        first = last + 1;
    }
    listing.before = static_cast<std::size_t>(first - rows.begin());
    const std::size_t left = rows.size() - listing.before;
    const std::size_t taken = filter.limit ? std::min(filter.limit, left) : left;
    listing.rows.assign(first, first + static_cast<std::ptrdiff_t>(taken));
    if (taken && taken < left) listing.next = listing.rows.back()->of->submission.id;
    return listing;
}

}  // namespace comity::registry
