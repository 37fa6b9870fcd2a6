#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "collections/listing.hpp"

// A filter from the parameters of an address, and back.
namespace comity::collections {

namespace {

constexpr std::array<std::pair<std::string_view, Sort>, 5> sorts{{{"relevance", Sort::relevance},
                                                                  {"-date", Sort::newest},
                                                                  {"date", Sort::oldest},
                                                                  {"title", Sort::title},
                                                                  {"-title", Sort::title_descending}}};

base::Fault fault(std::string_view name, std::string wrong, std::string right) {
    return {"", "", std::string(name), std::move(wrong), std::move(right)};
}

std::optional<int> number(std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
}

std::optional<double> degrees(std::string_view text, double most) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= -most && value <= most)) return std::nullopt;
    return value;
}

std::optional<Box> parse_box(std::string_view text) {
    std::array<double, 4> held{};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t comma = i < 3 ? text.find(',') : text.size();
        if (comma == std::string_view::npos) return std::nullopt;
        const auto value = degrees(text.substr(0, comma), i % 2 == 0 ? 180 : 90);
        if (!value) return std::nullopt;
        held[i] = *value;
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    if (held[1] > held[3]) return std::nullopt;
    return Box{held[0], held[1], held[2], held[3]};
}

void read_year(std::optional<int>& year, std::string_view name, const std::string& value, base::Faults& faults) {
    if (value.empty()) return;
    year = number(value, 1, 9999);
    if (!year)
        faults.push_back(fault(name, fmt::format("\"{}\" is not a year", value.substr(0, 60)), "write a year such as 2013"));
}

void read_sort(Filter& filter, const std::string& value, base::Faults& faults) {
    if (value.empty()) return;
    const auto* known = std::ranges::find(sorts, std::string_view(value), &std::pair<std::string_view, Sort>::first);
    if (known == sorts.end())
        faults.push_back(fault("sort", fmt::format("\"{}\" is not an order of this list", value.substr(0, 60)),
                               "write relevance, date, -date, title or -title"));
    else
        filter.sort = known->second;
}

}  // namespace

std::expected<Filter, base::Faults> filter_from(const Collection& collection,
                                                const std::vector<std::pair<std::string, std::string>>& parameters) {
    Filter filter;
    filter.values.resize(collection.facets.size());
    base::Faults faults;
    for (const auto& [name, value] : parameters) {
        if (const Facet* facet = collection.facet(name)) {
            if (!value.empty()) filter.values[static_cast<std::size_t>(facet - collection.facets.data())].insert(value);
        } else if (name == "q") {
            filter.words = value;
        } else if (name == "from") {
            read_year(filter.from, name, value, faults);
        } else if (name == "to") {
            read_year(filter.to, name, value, faults);
        } else if (name == "sort") {
            read_sort(filter, value, faults);
        } else if (name == "after") {
            filter.after = value;
        } else if (name == "bbox" && !value.empty()) {
            filter.within = parse_box(value);
            if (!filter.within)
                faults.push_back(fault(name, fmt::format("\"{}\" is not a box", value.substr(0, 60)),
                                       "write west,south,east,north in degrees, such as -117,14,-86,33"));
        } else if (name == "limit" && !value.empty()) {
            const auto limit = number(value, 1, static_cast<int>(most_rows));
            if (!limit)
                faults.push_back(
                    fault(name, fmt::format("\"{}\" is not a number of rows", value.substr(0, 60)), "write 1 to 1000"));
            filter.limit = static_cast<std::size_t>(limit.value_or(0));
        }
    }
    if (filter.sort == Sort::relevance && filter.words.empty())
        faults.push_back(fault("sort", "relevance needs words to look for", "give q too, or another order"));
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return filter;
}

std::vector<std::pair<std::string, std::string>> parameters_of(const Collection& collection, const Filter& filter) {
    std::vector<std::pair<std::string, std::string>> parameters;
    if (!filter.words.empty()) parameters.emplace_back("q", filter.words);
    for (std::size_t facet = 0; facet < filter.values.size(); ++facet)
        for (const std::string& value : filter.values[facet]) parameters.emplace_back(collection.facets[facet].name, value);
    if (filter.from) parameters.emplace_back("from", std::to_string(*filter.from));
    if (filter.to) parameters.emplace_back("to", std::to_string(*filter.to));
    if (filter.within)
        parameters.emplace_back("bbox", fmt::format("{},{},{},{}", filter.within->west, filter.within->south, filter.within->east,
                                                    filter.within->north));
    if (filter.sort)
        parameters.emplace_back("sort",
                                std::ranges::find(sorts, *filter.sort, &std::pair<std::string_view, Sort>::second)->first);
    return parameters;
}

}  // namespace comity::collections
