#include "law/toml_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/toml.hpp"

namespace comity::law {
namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

base::Fault fault_at(const SourceFile& file, int line, std::string wrong, std::string right) {
    return {fmt::format("{}:{}", file.name, line), "", "", std::move(wrong), std::move(right)};
}

std::optional<Node> copied(const toml::node& from, const SourceFile& file, base::Faults& faults, int depth) {
    Node to{.line = line_of(from)};
    if (depth > most_nesting_of_a_file) {
        faults.push_back(
            fault_at(file, to.line, "tables are nested too deeply", fmt::format("at most {} levels", most_nesting_of_a_file)));
        return std::nullopt;
    }
    if (const auto* table = from.as_table()) {
        Node::Table entries;
        for (const auto& [key, value] : *table) {
            auto entry = copied(value, file, faults, depth + 1);
            if (!entry) return std::nullopt;
            entries.push_back({std::string(key.str()), std::move(*entry)});
        }
        std::ranges::sort(entries, {}, &Node::Entry::key);
        to.value = std::move(entries);
    } else if (const auto* array = from.as_array()) {
        Node::Array items;
        for (const auto& value : *array) {
            auto item = copied(value, file, faults, depth + 1);
            if (!item) return std::nullopt;
            items.push_back(std::move(*item));
        }
        to.value = std::move(items);
    } else if (const auto* text = from.as_string()) {
        to.value = text->get();
    } else if (const auto* number = from.as_integer()) {
        to.value = number->get();
    } else if (const auto* flag = from.as_boolean()) {
        to.value = flag->get();
    } else if (const auto* date = from.as_date()) {
        const auto& d = date->get();
        to.value = base::Day{std::chrono::year{d.year} / d.month / d.day};
    } else {
        faults.push_back(fault_at(file, to.line, "a value of a kind that the law's files don't use",
                                  "a text, a whole number, true or false, or a date"));
        return std::nullopt;
    }
    return to;
}

// The deepest nesting that brackets, or dots in the keys of a line, ask for. The parser and the destructors of its tables
// recurse: a file that is nothing but brackets or dots is refused before they see it.
int deepest_nesting(std::string_view text) {
    int depth = 0;
    int dots = 0;
    int deepest = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') dots = 0;
        if (quote != 0) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote || c == '\n')
                quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            i = std::min(text.find('\n', i), text.size()) - 1;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == '.') {
            deepest = std::max(deepest, ++dots);
        }
    }
    return deepest;
}

}  // namespace

std::expected<Node, base::Faults> parse_toml(const SourceFile& file) {
    if (file.text.size() > most_bytes_of_a_file)
        return std::unexpected(base::Faults{{file.name, "", "", fmt::format("the file has {} bytes", file.text.size()),
                                             fmt::format("at most {}", most_bytes_of_a_file)}});
    if (deepest_nesting(file.text) > most_nesting_of_a_file)
        return std::unexpected(base::Faults{{file.name, "", "", "tables or lists are nested too deeply",
                                             fmt::format("at most {} levels", most_nesting_of_a_file)}});
    const base::ParsedToml result = toml::parse(file.text, std::string_view(file.name));
    if (!result) {
        const auto& error = result.error();
        return std::unexpected(base::Faults{fault_at(file, static_cast<int>(error.source().begin.line),
                                                     std::string(error.description()), "the file has to be TOML 1.0")});
    }
    base::Faults faults;
    auto root = copied(result.table(), file, faults, 0);
    if (!root) return std::unexpected(std::move(faults));
    return std::move(*root);
}

}  // namespace comity::law
