#include "web/server/target.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace comity::server {

namespace {

constexpr std::size_t most_segments = 64;
constexpr std::size_t most_parameters = 100;

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Part { path, query };

std::expected<std::string, std::string> decode(std::string_view text, Part part) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::unexpected("A percent sign in the address must be followed by two hexadecimal digits.");
            c = static_cast<char>(high * 16 + low);
            i += 2;
            if (part == Part::path && (c == '/' || c == '\\'))
                return std::unexpected("The path of the address holds an encoded slash or backslash.");
        } else if (c == '+' && part == Part::query) {
            c = ' ';
        }
        // A text area sends its line ends in the query or the body of a form.
        const bool line = part == Part::query && (c == '\n' || c == '\r' || c == '\t');
        if ((static_cast<unsigned char>(c) < 0x20 && !line) || c == 0x7F)
            return std::unexpected("The address holds a control character.");
        out += c;
    }
    if (!base::is_utf8(out)) return std::unexpected("The address is not valid UTF-8.");
    return out;
}

// RFC 3986: what may stand as it is in a path segment or a query value.
bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

// `also` may stand as they are besides.
void encode(std::string& out, std::string_view text, std::string_view also = "") {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (is_unreserved(c) || also.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
        }
    }
}

// "http://host/path" as proxies send it becomes "/path".
std::string_view without_origin(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t path = target.find('/', scheme.size());
        return path == std::string_view::npos ? "/" : target.substr(path);
    }
    return target;
}

}  // namespace

std::expected<Parameters, std::string> parse_query(std::string_view query) {
    Parameters out;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view one = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (one.empty()) continue;
        if (out.size() == most_parameters) return std::unexpected("The address holds more than 100 parameters.");
        const std::size_t equals = std::min(one.find('='), one.size());
        auto name = decode(one.substr(0, equals), Part::query);
        if (!name) return std::unexpected(std::move(name.error()));
        auto value = decode(one.substr(std::min(equals + 1, one.size())), Part::query);
        if (!value) return std::unexpected(std::move(value.error()));
        out.push_back({std::move(*name), std::move(*value)});
    }
    return out;
}

std::expected<Target, std::string> parse_target(std::string_view target) {
    target = without_origin(target);
    if (!target.starts_with('/')) return std::unexpected("The address must begin with a slash.");
    if (target.find('#') != std::string_view::npos)
        return std::unexpected("A fragment (#) is not part of what is sent to a server.");
    const std::size_t mark = std::min(target.find('?'), target.size());
    auto path = decode(target.substr(0, mark), Part::path);
    if (!path) return std::unexpected(std::move(path.error()));
    if (static_cast<std::size_t>(std::ranges::count(*path, '/')) > most_segments)
        return std::unexpected("The path of the address has more than 64 segments.");
    std::string_view rest = std::string_view(*path).substr(1);
    while (true) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        const std::string_view segment = rest.substr(0, end);
        if (segment == "." || segment == "..") return std::unexpected("The path of the address holds a \".\" or \"..\" segment.");
        if (end == rest.size()) break;
        rest.remove_prefix(end + 1);
    }
    auto query = parse_query(target.substr(std::min(mark + 1, target.size())));
    if (!query) return std::unexpected(std::move(query.error()));
    return Target{std::move(*path), std::move(*query)};
}

std::string encode_segment(std::string_view text) {
    std::string out;
    encode(out, text);
    return out;
}

std::string encode_query(const Parameters& query) {
    std::string out;
    for (const auto& [name, value] : query) {
        if (!out.empty()) out += '&';
        encode(out, name);
        out += '=';
        encode(out, value, ",");  // lists of case numbers: a third shorter, and people can read them
    }
    return out;
}

}  // namespace comity::server
