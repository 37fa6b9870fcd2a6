#include "web/site/search_asked.hpp"

#include <fmt/format.h>

#include <charconv>

#include "collections/collection.hpp"

namespace comity::site {

namespace {

constexpr std::size_t rows_on_a_page = 20, most_rows = 100;
constexpr std::size_t most_counted = 1'000;  // nobody reads further, and there are many types to count
constexpr std::size_t hardly_any = 100;      // who found more has hardly misspelled a word

server::HttpError bad(std::string_view name, std::string_view value, std::string_view right) {
    return {400, fmt::format("bad_filter.{}", name), fmt::format("{}: \"{}\" can't be: {}", name, value.substr(0, 60), right)};
}

template <class Number>
std::optional<Number> whole(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

// "rank~type~id": after which result the page begins.
std::optional<store::Found> parse_cursor(std::string_view cursor) {
    const std::size_t first = cursor.find('~'), second = cursor.find('~', std::min(first, cursor.size() - 1) + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const auto rank = whole<std::int64_t>(cursor.substr(0, first));
    const std::string_view type = cursor.substr(first + 1, second - first - 1), id = cursor.substr(second + 1);
    if (!rank || !collections::find(type) || id.empty()) return std::nullopt;
    return store::Found{.type = std::string(type), .id = std::string(id), .rank = *rank};
}

std::string cursor_after(const store::Found& found) { return fmt::format("{}~{}~{}", found.rank, found.type, found.id); }

}  // namespace

SearchAsked search_asked(const Site& site, const server::Request& request) {
    const auto given = [&](std::string_view name) { return server::find(request.query, name).value_or(""); };
    SearchAsked asked{.words = std::string(given("q")),
                      .type = std::string(given("type")),
                      .limit = rows_on_a_page,
                      .unfinished = given("unfinished") == "yes",
                      .result = {.most = most_counted},
                      .suggestion = {},
                      .next = {},
                      .shelves = site.shelves()};
    if (!asked.type.empty() && !collections::find(asked.type))
        throw bad("type", asked.type, "write a record type, such as publication");
    if (const auto limit = given("limit"); !limit.empty()) {
        asked.limit = whole<std::size_t>(limit).value_or(0);
        if (asked.limit < 1 || asked.limit > most_rows) throw bad("limit", limit, "write 1 to 100");
    }
    std::optional<store::Found> after;
    if (const auto cursor = given("after"); !cursor.empty()) {
        after = parse_cursor(cursor);
        if (!after) throw bad("after", cursor, "follow \"next\" of the page before");
    }
    if (asked.words.find_first_not_of(' ') == std::string::npos) return asked;
    std::vector<std::string_view> types;
    for (const collections::Collection& collection : collections::all())
        if (asked.type.empty() || asked.type == collection.type->name) types.push_back(collection.type->name);
    const store::Snapshot snapshot = site.store().snapshot();
    asked.result = snapshot.search({.words = asked.words,
                                    .types = types,
                                    .limit = asked.limit + 1,
                                    .after = after,
                                    .unfinished = asked.unfinished,
                                    .count_others = true,
                                    .most = most_counted});
    if (asked.result.found.size() > asked.limit) {
        asked.result.found.resize(asked.limit);
        asked.next = cursor_after(asked.result.found.back());
    }
    if (!asked.unfinished && asked.result.count <= hardly_any) asked.suggestion = snapshot.suggestion(asked.result.query);
    return asked;
}

}  // namespace comity::site
