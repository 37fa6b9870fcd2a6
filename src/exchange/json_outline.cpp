#include "exchange/json_outline.hpp"

#include <set>

namespace comity::exchange {

namespace {

struct Level {
    bool object;
    std::set<std::string_view> keys;
};

// The position after the string that begins at `at`.
std::size_t after_string(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return at + 1;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

JsonOutline outline(std::string_view json) {
    JsonOutline found;
    std::vector<Level> levels;
    std::size_t line = 1;
    bool element = false;  // the next value is an element of the outermost list
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '\n') ++line;
        if (element && !is_space(c) && c != ']') {
            found.element_lines.push_back(line);
            element = false;
        }
        if (c == '"') {
            const std::size_t end = after_string(json, at);
            std::size_t next = end;
            while (next < json.size() && is_space(json[next])) ++next;
            if (!levels.empty() && levels.back().object && next < json.size() && json[next] == ':') {
                const std::string_view key = json.substr(at + 1, end - at - 2);
                if (!levels.back().keys.insert(key).second) found.twice.push_back({line, std::string(key)});
            }
            at = end;
            continue;
        }
        if (c == '{' || c == '[') {
            levels.push_back({c == '{', {}});
            element = c == '[' && levels.size() == 1;
        } else if (c == '}' || c == ']') {
            levels.pop_back();
        } else if (c == ',' && levels.size() == 1) {
            element = !levels.back().object;
        }
        ++at;
    }
    return found;
}

}  // namespace comity::exchange
