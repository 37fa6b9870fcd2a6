#include "exchange/logo.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace comity::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::array elements{"svg"sv, "g"sv, "path"sv, "rect"sv, "circle"sv, "ellipse"sv, "line"sv, "polyline"sv, "polygon"sv};
constexpr std::array attributes{"d"sv,
                                "x"sv,
                                "y"sv,
                                "width"sv,
                                "height"sv,
                                "rx"sv,
                                "ry"sv,
                                "cx"sv,
                                "cy"sv,
                                "r"sv,
                                "x1"sv,
                                "y1"sv,
                                "x2"sv,
                                "y2"sv,
                                "points"sv,
                                "transform"sv,
                                "fill"sv,
                                "fill-rule"sv,
                                "fill-opacity"sv,
                                "stroke"sv,
                                "stroke-width"sv,
                                "stroke-linecap"sv,
                                "stroke-linejoin"sv,
                                "stroke-opacity"sv,
                                "opacity"sv};
constexpr std::string_view space = " \t\r\n";
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

bool known(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

// Numbers, colours, paths and transforms need no other signs. What could end the attribute or name a resource is not among them.
bool is_plain(std::string_view value) {
    return value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,#%()+-\r\n\t") ==
               std::string_view::npos &&
           value.find("url") == std::string_view::npos;
}

struct Reader {
    std::string_view text;
    const std::string& file;
    std::size_t at = 0;
    std::vector<std::string_view> open = {};
    std::string view_box = {};
    std::size_t begin = 0, end = 0;  // of what stands inside <svg>
    std::optional<base::Fault> fault = {};

    bool wrong(std::string what, std::string right) {
        const auto line = 1 + std::ranges::count(text.substr(0, std::min(at, text.size())), '\n');
        fault = base::Fault{fmt::format("{}:{}", file, line), "", "", std::move(what), std::move(right)};
        return false;
    }
    void skip_space() { at = std::min(text.find_first_not_of(space, at), text.size()); }
    bool take(std::string_view expected) {
        if (!text.substr(at).starts_with(expected)) return false;
        at += expected.size();
        return true;
    }
    std::string_view name() {
        const std::size_t start = at;
        while (at < text.size() && is_name(text[at])) ++at;
        return text.substr(start, at - start);
    }
    bool attribute(std::string_view element);
    bool start_tag();
    bool end_tag();
    bool whole();
};

bool Reader::attribute(std::string_view element) {
    const std::string_view called = name();
    if (called.empty() || !take("=\"")) return wrong(fmt::format("<{}> is not well formed", element), "write name=\"value\"");
    const std::size_t close = text.find('"', at);
    if (close == std::string_view::npos) return wrong(fmt::format("the value of {} has no end", called), "end it with \"");
    const std::string_view value = text.substr(at, close - at);
    const bool root = element == "svg";
    if (root && called == "viewBox" && is_plain(value)) {
        view_box = value;
    } else if (!(root && called == "xmlns" && value == svg_namespace)) {
        // A size of its own would go before that of the style sheet.
        if (root || !known(attributes, called))
            return wrong(fmt::format("<{}> has the attribute {}", element, called),
                         root ? std::string("an svg has xmlns and viewBox, and no other")
                              : fmt::format("a logo's shapes have only: {}", fmt::join(attributes, ", ")));
        if (!is_plain(value))
            return wrong(fmt::format("{} holds more than numbers, names, colours and paths", called),
                         "leave out references (url), entities and other signs");
    }
    at = close + 1;
    return true;
}

bool Reader::start_tag() {
    const std::string_view element = name();
    if (!known(elements, element) || (element == "svg") != open.empty())
        return wrong(open.empty() ? std::string("does not begin with <svg>") : fmt::format("holds <{}>", element),
                     fmt::format("a logo is one <svg> of shapes: {}", fmt::join(elements.begin() + 1, elements.end(), ", ")));
    while (true) {
        skip_space();
        if (take("/>")) return true;
        if (take(">")) break;
        if (!attribute(element)) return false;
    }
    open.push_back(element);
    if (element == "svg") begin = at;
    return true;
}

bool Reader::end_tag() {
    const std::size_t start = at - "</"sv.size();
    const std::string_view element = name();
    if (!take(">") || open.empty() || open.back() != element)
        return wrong(fmt::format("</{}> ends nothing that is open", element), "end each element that you begin");
    open.pop_back();
    if (open.empty()) end = start;
    return true;
}

bool Reader::whole() {
    skip_space();
    while (at < text.size() && end == 0) {
        const bool good = take("</") ? end_tag()
                          : take("<")
                              ? start_tag()
                              : wrong("holds text between its shapes", "leave out texts: the body's name stands beside it");
        if (!good) return false;
        skip_space();
    }
    if (end == 0) return wrong("has no end", "end it with </svg>");
    if (at < text.size()) return wrong("goes on after </svg>", "leave out what follows");
    if (view_box.empty()) return wrong("has no viewBox", "write <svg xmlns=\"…\" viewBox=\"0 0 44 44\">");
    return true;
}

}  // namespace

std::expected<Logo, base::Fault> read_logo(std::string_view svg, const std::string& file) {
    if (svg.size() > most_bytes_of_a_logo)
        return std::unexpected(base::Fault{file, "", "", fmt::format("has {} bytes", svg.size()),
                                           fmt::format("at most {}, because every page carries it", most_bytes_of_a_logo)});
    Reader reader{.text = svg, .file = file};
    if (!reader.whole()) return std::unexpected(*std::move(reader.fault));
    const std::string_view inside = svg.substr(reader.begin, reader.end - reader.begin);
    const std::size_t first = inside.find_first_not_of(space), last = inside.find_last_not_of(space);
    if (first == std::string_view::npos)
        return std::unexpected(base::Fault{file, "", "", "has no shapes", "draw something in it, or leave the file out"});
    return Logo{std::move(reader.view_box), std::string(inside.substr(first, last - first + 1))};
}

std::string logo_file(const Logo& logo) {
    return fmt::format("<svg xmlns=\"{}\" viewBox=\"{}\">{}</svg>\n", svg_namespace, logo.view_box, logo.shapes);
}

}  // namespace comity::exchange
