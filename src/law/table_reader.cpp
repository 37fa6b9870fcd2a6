#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "law/toml_file.hpp"

namespace comity::law {

TableReader::TableReader(const Node& node, std::string_view file, std::string record, base::Faults& faults)
    : table_(node.table()), file_(file), record_(std::move(record)), faults_(&faults), line_(node.line) {
    if (!table_) fault("", "this is not a table", "write it as [name] or { key = value }");
}

void TableReader::fault(std::string_view key, std::string wrong, std::string right, int line) {
    faults_->push_back(
        {fmt::format("{}:{}", file_, line ? line : line_), record_, std::string(key), std::move(wrong), std::move(right)});
}

const Node* TableReader::find(std::string_view key) {
    asked_.emplace(key);
    if (!table_) return nullptr;
    const auto at = std::ranges::lower_bound(*table_, key, {}, &Node::Entry::key);
    return at != table_->end() && at->key == key ? &at->node : nullptr;
}

const Node* TableReader::need(std::string_view key, std::string_view right) {
    const Node* node = find(key);
    if (!node && table_) fault(key, "is missing", std::string(right));
    return node;
}

std::string TableReader::text(std::string_view key) {
    const Node* node = need(key, fmt::format("write {} = \"…\"", key));
    if (!node) return {};
    if (const auto* text = node->string(); text && !text->empty()) return *text;
    fault(key, node->string() ? "is empty" : "is not a text", "a text in quotation marks", node->line);
    return {};
}

std::string TableReader::text_or(std::string_view key, std::string_view otherwise) {
    return find(key) ? text(key) : std::string(otherwise);
}

std::int64_t TableReader::number(std::string_view key, std::int64_t least, std::int64_t most,
                                 std::optional<std::int64_t> otherwise) {
    const Node* node = otherwise ? find(key) : need(key, "a whole number");
    if (!node) return otherwise.value_or(least);
    const auto* number = std::get_if<std::int64_t>(&node->value);
    if (number && least <= *number && *number <= most) return *number;
    fault(key, number ? fmt::format("{} is out of range", *number) : std::string("is not a whole number"),
          fmt::format("a whole number from {} to {}", least, most), node->line);
    return otherwise.value_or(least);
}

bool TableReader::flag(std::string_view key) {
    const Node* node = find(key);
    if (!node) return false;
    if (const auto* flag = std::get_if<bool>(&node->value)) return *flag;
    fault(key, "is neither true nor false", "true or false, without quotation marks", node->line);
    return false;
}

std::optional<base::Day> TableReader::day(std::string_view key) {
    const Node* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* day = std::get_if<base::Day>(&node->value)) return *day;
    fault(key, "is not a date", "YYYY-MM-DD, without quotation marks", node->line);
    return std::nullopt;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> found;
    const Node* node = find(key);
    if (!node) return found;
    const auto* items = node->array();
    if (!items) {
        fault(key, "is not a list", "a list of texts: [\"a\", \"b\"]", node->line);
        return found;
    }
    for (const Node& item : *items) {
        if (const auto* text = item.string())
            found.push_back(*text);
        else
            fault(key, "holds something that is not a text", "a list of texts: [\"a\", \"b\"]", item.line);
    }
    return found;
}

base::Text TableReader::words(std::string_view key, bool required, std::span<const base::Language> in) {
    base::Text words;
    std::string right = "a text in each language: ";
    for (std::size_t i = 0; i < in.size(); ++i)
        right += std::string(i == 0 ? "" : i + 1 == in.size() ? " and " : ", ") + std::string(base::code(in[i]));
    const Node* node = required ? need(key, right) : find(key);
    if (!node) return words;
    TableReader reader(*node, file_, record_, *faults_);
    for (const base::Language language : in) {
        const auto* inner = reader.find(base::code(language));
        if (inner && inner->string() && !inner->string()->empty())
            words[language] = *inner->string();
        else
            fault(fmt::format("{}.{}", key, base::code(language)), inner ? "is not a text, or empty" : "is missing", right,
                  node->line);
    }
    reader.end();
    return words;
}

std::vector<const Node*> TableReader::tables(std::string_view key) {
    std::vector<const Node*> found;
    const Node* node = find(key);
    if (!node) return found;
    const auto* items = node->array();
    if (!items) {
        fault(key, "is not a list of tables", fmt::format("write [[{}]] above each", key), node->line);
        return found;
    }
    for (const Node& item : *items) {
        if (item.table())
            found.push_back(&item);
        else
            fault(key, "holds something that is not a table", fmt::format("write [[{}]] above each", key), item.line);
    }
    return found;
}

Span TableReader::span(std::string_view key) {
    const Node* node = find(key);
    if (!node) return {};
    TableReader reader(*node, file_, record_, *faults_);
    Span span{reader.day("from"), reader.day("to")};
    reader.end();
    if (span.from && span.to && *span.to < *span.from)
        fault(key, fmt::format("ends on {}, before it begins on {}", base::to_string(*span.to), base::to_string(*span.from)),
              "from before to", node->line);
    return span;
}

std::size_t TableReader::one_of(std::string_view key, std::initializer_list<std::string_view> codes, bool required) {
    const auto right = [&] { return fmt::format("one of: {}", fmt::join(codes, ", ")); };
    const Node* node = required ? need(key, right()) : find(key);
    if (!node) return 0;
    const auto* text = node->string();
    const auto at = text ? std::ranges::find(codes, *text) : codes.end();
    if (at != codes.end()) return static_cast<std::size_t>(at - codes.begin());
    fault(key, text ? fmt::format("\"{}\" is not known", *text) : std::string("is not a text"), right(), node->line);
    return 0;
}

Authority TableReader::authority(bool needs_provision) {
    Authority authority;
    authority.line = line_;
    authority.provision = needs_provision ? text("provision") : text_or("provision", "");
    authority.source = text("source");
    authority.confidence = static_cast<Confidence>(one_of("confidence", {"verified", "derived", "recalled"}));
    authority.note = words("note", false);
    authority.in_force = span("in_force");
    return authority;
}

void TableReader::end() {
    if (!table_) return;
    for (const auto& [key, node] : *table_)
        if (!asked_.contains(key))
            fault(key, "is not a key that is known here", fmt::format("one of: {}", fmt::join(asked_, ", ")), node.line);
}

}  // namespace comity::law
