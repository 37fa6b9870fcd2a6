#pragma once

#include <cstdint>
#include <expected>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"
#include "law/authority.hpp"

namespace comity::law {

inline constexpr std::size_t most_bytes_of_a_file = 1 << 20;
inline constexpr int most_nesting_of_a_file = 16;

// One value of a TOML file with the line it stands on. Tables keep the order of their keys sorted by name.
struct Node {
    struct Entry;
    using Table = std::vector<Entry>;
    using Array = std::vector<Node>;
    std::variant<std::monostate, bool, std::int64_t, std::string, base::Day, Table, Array> value;
    int line = 0;

    const Table* table() const { return std::get_if<Table>(&value); }
    const Array* array() const { return std::get_if<Array>(&value); }
    const std::string* string() const { return std::get_if<std::string>(&value); }
};
struct Node::Entry {
    std::string key;
    Node node;
};

// The file as a tree, or what is wrong with it and on which line.
std::expected<Node, base::Faults> parse_toml(const SourceFile& file);

// Reads one table of a file, notes what is wrong in faults, and goes on: a reader of the messages wants all of them. Keys that
// nobody asked for are reported by end().
class TableReader {
  public:
    TableReader(const Node& node, std::string_view file, std::string record, base::Faults& faults);

    const Node* find(std::string_view key);
    const Node* need(std::string_view key, std::string_view right);  // reports a missing key
    std::string text(std::string_view key);                          // required, not empty
    std::string text_or(std::string_view key, std::string_view otherwise);
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most, std::optional<std::int64_t> otherwise = {});
    bool flag(std::string_view key);  // false if absent
    std::optional<base::Day> day(std::string_view key);
    std::vector<std::string> texts(std::string_view key);  // an array of strings; empty if absent
    // A table with a text in each of the languages, never in some of them or in another one.
    base::Text words(std::string_view key, bool required = true, std::span<const base::Language> in = base::languages);
    std::vector<const Node*> tables(std::string_view key);  // an array of tables; empty if absent
    Span span(std::string_view key);                        // a table with from and to
    // One of the codes, as its place in the list; the first if absent and not required.
    std::size_t one_of(std::string_view key, std::initializer_list<std::string_view> codes, bool required = true);
    // provision, source, confidence, note and in_force.
    Authority authority(bool needs_provision = true);

    void fault(std::string_view key, std::string wrong, std::string right, int line = 0);
    void rename(std::string record) { record_ = std::move(record); }  // once its id is known
    int line() const { return line_; }
    void end();

  private:
    const Node::Table* table_;
    std::string file_;
    std::string record_;
    base::Faults* faults_;
    std::set<std::string, std::less<>> asked_;
    int line_;
};

}  // namespace comity::law
