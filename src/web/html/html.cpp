#include "web/html/html.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/fault.hpp"

namespace comity::html {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longest_escape = 6;  // &quot;
constexpr std::size_t longest_number = 32;

enum Byte : unsigned char { plain, markup, quote, high, control };

constexpr std::array<Byte, 256> bytes = [] {
    std::array<Byte, 256> out{};
    for (std::size_t i = 0; i < 256; ++i) out[i] = i >= 0x80 ? high : i < 0x20 || i == 0x7F ? control : plain;
    out['\t'] = out['\n'] = out['\r'] = plain;
    out['&'] = out['<'] = out['>'] = markup;
    out['"'] = out['\''] = quote;
    return out;
}();

// Length of the UTF-8 sequence of one character at `at`, 0 where it is not well formed or not a character that HTML allows.
std::size_t sequence(const unsigned char* at, const unsigned char* end) {
    const auto follows = [&](std::size_t n) {
        if (static_cast<std::size_t>(end - at) <= n) return false;
        for (std::size_t i = 1; i <= n; ++i)
            if ((at[i] & 0xC0) != 0x80) return false;
        return true;
    };
    const unsigned char a = at[0];
    if (a < 0xC2) return 0;
    if (a < 0xE0) return follows(1) && !(a == 0xC2 && at[1] < 0xA0) ? 2 : 0;
    if (a < 0xF0) {
        if (!follows(2) || (a == 0xE0 && at[1] < 0xA0) || (a == 0xED && at[1] >= 0xA0)) return 0;
        return 3;
    }
    if (a > 0xF4 || !follows(3) || (a == 0xF0 && at[1] < 0x90) || (a == 0xF4 && at[1] >= 0x90)) return 0;
    return 4;
}

std::string_view escape_of(unsigned char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return replacement;
    }
}

char* copy(char* to, std::string_view text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

// Writes text escaped; `to` has room for longest_escape times its size. Quotes matter only inside an attribute.
char* escaped(char* to, std::string_view text, bool in_attribute) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = at + text.size();
    while (at != end) {
        const Byte kind = bytes[*at];
        if (kind == plain || (kind == quote && !in_attribute)) {
            *to++ = static_cast<char>(*at++);
        } else if (const std::size_t n = kind == high ? sequence(at, end) : 0; n > 0) {
            for (std::size_t i = 0; i < n; ++i) *to++ = static_cast<char>(*at++);
        } else {
            to = copy(to, escape_of(*at++));
        }
    }
    return to;
}

char* put_in(char* to, std::int64_t number) { return std::to_chars(to, to + longest_number, number).ptr; }

// At most 3 decimals, no trailing zeros, never an exponent: what SVG coordinates need.
char* put_in(char* to, double number) {
    COMITY_ASSERT(std::isfinite(number) && std::abs(number) < 1e15);
    if (std::abs(number) < 0.0005) number = 0;
    char* end = std::to_chars(to, to + longest_number, number, std::chars_format::fixed, 3).ptr;
    while (end[-1] == '0') --end;
    return end[-1] == '.' ? end - 1 : end;
}

std::size_t room_for(const Attribute& attribute) {
    std::size_t text = attribute.text.size();
    for (const std::string_view more : attribute.more) text += more.size() + 1;
    return attribute.start.size() + longest_escape * text + longest_number + 16;
}

char* put_in(char* to, const Attribute& attribute) {
    using Kind = Attribute::Kind;
    if (attribute.kind == Kind::absent) return to;
    if (attribute.kind == Kind::flag) return copy(to, attribute.start.substr(0, attribute.start.size() - 2));
    to = copy(to, attribute.start);
    switch (attribute.kind) {
        case Kind::text: to = escaped(to, attribute.text, true); break;
        case Kind::url: to = escaped(to, is_safe_url(attribute.text) ? attribute.text : "about:invalid", true); break;
        case Kind::integer: to = put_in(to, attribute.integer); break;
        case Kind::decimal: to = put_in(to, attribute.decimal); break;
        default: {
            const char* first = to;
            to = escaped(to, attribute.text, true);
            for (const std::string_view more : attribute.more) {
                if (more.empty()) continue;
                if (to != first) *to++ = ' ';
                to = escaped(to, more, true);
            }
        }
    }
    *to++ = '"';
    return to;
}

char* start_tag(char* to, const Tag& tag, const Attribute* const* attributes, std::size_t n) {
    to = copy(to, tag.start.substr(0, tag.start.size() - 1));
    for (std::size_t i = 0; i < n; ++i) to = put_in(to, *attributes[i]);
    return to;
}

std::size_t room_for(const Tag& tag, const Attribute* const* attributes, std::size_t n) {
    std::size_t room = tag.start.size() + tag.end.size() + 2;
    for (std::size_t i = 0; i < n; ++i) room += room_for(*attributes[i]);
    return room;
}

// Grows out by what write puts behind its end: at most `room` characters.
template <class Write>
void grow(std::string& out, std::size_t room, Write write) {
    const std::size_t before = out.size();
    out.resize_and_overwrite(before + room,
                             [&](char* data, std::size_t) { return static_cast<std::size_t>(write(data + before) - data); });
}

}  // namespace

bool is_safe_url(std::string_view url) {
    // Browsers drop these before they look for the scheme; an address that needs them is not one of ours.
    if (std::ranges::any_of(url, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; })) return false;
    const std::size_t end = url.find_first_of(":/?#");
    if (end == std::string_view::npos || url[end] != ':') return true;
    std::string scheme(url.substr(0, end));
    for (char& c : scheme)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (scheme == "data") return url.substr(end + 1).starts_with("image/");
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

void Html::start(const Tag& tag, Attributes attributes, std::size_t n) {
    if (n == 0) {
        out_.append(tag.start);
        return;
    }
    grow(out_, room_for(tag, attributes, n), [&](char* to) {
        to = start_tag(to, tag, attributes, n);
        *to++ = '>';
        return to;
    });
}

void Html::leaf(const Tag& tag, Attributes attributes, std::size_t n, std::string_view text) {
    grow(out_, room_for(tag, attributes, n) + longest_escape * text.size(), [&](char* to) {
        to = start_tag(to, tag, attributes, n);
        if (tag.shape && text.empty()) return copy(to, "/>");
        *to++ = '>';
        to = escaped(to, text, false);
        return copy(to, tag.end);
    });
}

void Html::text(std::string_view text) {
    grow(out_, longest_escape * text.size(), [&](char* to) { return escaped(to, text, false); });
}

void Html::integer(std::int64_t number) {
    grow(out_, longest_number, [&](char* to) { return put_in(to, number); });
}

void Html::decimal(double number) {
    grow(out_, longest_number, [&](char* to) { return put_in(to, number); });
}

}  // namespace comity::html
