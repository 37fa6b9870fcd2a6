#include "law/json_tree.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.hpp"

namespace comity::law {
namespace {

struct Level {
    Node node;
    std::string key;  // of the value that comes next, in an object
};

// What the parser calls for each part of the text.
struct Builder {
    using Error = boost::json::error_code;
    using Chars = boost::json::string_view;
    static constexpr std::size_t max_object_size = most_bytes_of_a_json;
    static constexpr std::size_t max_array_size = most_bytes_of_a_json;
    static constexpr std::size_t max_key_size = most_bytes_of_a_json;
    static constexpr std::size_t max_string_size = most_bytes_of_a_json;

    std::vector<Level> levels;
    std::optional<Node> root;
    std::string text;  // of the string that is being read
    int line = 1;
    std::string wrong;  // what a value is that JSON knows and proofs don't

    bool refuse(std::string what, Error& error) {
        wrong = std::move(what);
        error = boost::json::error::syntax;
        return false;
    }
    void add(Node node) {
        if (levels.empty())
            root = std::move(node);
        else if (auto* table = std::get_if<Node::Table>(&levels.back().node.value))
            table->push_back({std::move(levels.back().key), std::move(node)});
        else
            std::get<Node::Array>(levels.back().node.value).push_back(std::move(node));
    }
    template <class T>
    bool added(T value) {
        add({.value = std::move(value), .line = line});
        return true;
    }
    void close() {
        Node done = std::move(levels.back().node);
        levels.pop_back();
        add(std::move(done));
    }

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) {
        levels.push_back({.node = {.value = Node::Table{}, .line = line}, .key = {}});
        return true;
    }
    bool on_object_end(std::size_t, Error& error) {
        auto& table = std::get<Node::Table>(levels.back().node.value);
        std::ranges::sort(table, {}, &Node::Entry::key);
        const auto twice = std::ranges::adjacent_find(table, {}, &Node::Entry::key);
        if (twice != table.end()) return refuse(fmt::format("the key \"{}\" stands twice in one object", twice->key), error);
        close();
        return true;
    }
    bool on_array_begin(Error&) {
        levels.push_back({.node = {.value = Node::Array{}, .line = line}, .key = {}});
        return true;
    }
    bool on_array_end(std::size_t, Error&) {
        close();
        return true;
    }
    bool on_key_part(Chars s, std::size_t, Error&) { return on_part(s); }
    bool on_key(Chars s, std::size_t, Error&) {
        text += s;
        levels.back().key = std::exchange(text, {});
        return true;
    }
    bool on_part(Chars s) {
        text += s;
        return true;
    }
    bool on_string_part(Chars s, std::size_t, Error&) { return on_part(s); }
    bool on_string(Chars s, std::size_t, Error&) {
        text += s;
        return added(std::exchange(text, {}));
    }
    bool on_number_part(Chars, Error&) { return true; }
    bool on_int64(std::int64_t number, Chars, Error&) { return added(number); }
    bool on_uint64(std::uint64_t, Chars, Error& error) { return refuse("a number is too large", error); }
    bool on_double(double, Chars, Error& error) { return refuse("a number is not whole", error); }
    bool on_bool(bool flag, Error&) { return added(flag); }
    bool on_null(Error&) { return added(std::monostate{}); }
    bool on_comment_part(Chars, Error&) { return true; }
    bool on_comment(Chars, Error&) { return true; }
};

void write(base::JsonWriter& json, const Node& node) {
    if (const auto* table = node.table()) {
        json.begin_object();
        for (const auto& [key, value] : *table) {
            json.key(key);
            write(json, value);
        }
        json.end_object();
    } else if (const auto* items = node.array()) {
        json.begin_array();
        for (const Node& item : *items) write(json, item);
        json.end_array();
    } else if (const auto* text = node.string()) {
        json.value(*text);
    } else if (const auto* number = std::get_if<std::int64_t>(&node.value)) {
        json.value(*number);
    } else if (const auto* flag = std::get_if<bool>(&node.value)) {
        json.value(*flag);
    } else if (const auto* day = std::get_if<base::Day>(&node.value)) {
        json.value(base::to_string(*day));
    } else {
        json.null();
    }
}

}  // namespace

std::expected<Node, base::Faults> parse_json(const SourceFile& file) {
    const auto fault = [&](int line, std::string wrong, std::string right) {
        return std::unexpected(base::Faults{
            {line > 0 ? fmt::format("{}:{}", file.name, line) : file.name, "", "", std::move(wrong), std::move(right)}});
    };
    if (file.text.size() > most_bytes_of_a_json)
        return fault(0, fmt::format("the file has {} bytes", file.text.size()), fmt::format("at most {}", most_bytes_of_a_json));
    boost::json::parse_options options;
    options.max_depth = most_nesting_of_a_json;
    boost::json::basic_parser<Builder> parser(options);
    Builder& builder = parser.handler();
    boost::json::error_code error;
    std::string_view rest = file.text;
    // A line at a time, so that every value knows its line.
    for (; !rest.empty() && !parser.done(); ++builder.line) {
        const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
        const std::size_t read = parser.write_some(true, line.data(), line.size(), error);
        if (error == boost::json::error::too_deep)
            return fault(builder.line, "is nested too deeply", fmt::format("at most {} levels", most_nesting_of_a_json));
        if (!builder.wrong.empty()) return fault(builder.line, builder.wrong, "");
        if (error) return fault(builder.line, fmt::format("is not JSON ({})", error.message()), "JSON in UTF-8");
        rest.remove_prefix(read);
        if (read < line.size()) break;
    }
    if (!parser.done()) return fault(std::max(1, builder.line - 1), "ends before the JSON value does", "the whole file");
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos)
        return fault(builder.line, "has something after the end of the JSON value", "one JSON object");
    return std::move(*builder.root);
}

std::string compact(const Node& node) {
    std::string out;
    base::JsonWriter json(out);
    write(json, node);
    return out;
}

std::string shown(const Node& node) {
    constexpr std::size_t most = 160;
    const std::string out = compact(node);
    if (out.size() <= most) return out;
    std::size_t end = most;
    while ((static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;  // no character is cut in two
    return out.substr(0, end) + "…";
}

}  // namespace comity::law
