#include "web/html/html.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/fault.hpp"
#include "base/utf8.hpp"

namespace comity::html {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longest_escape = 6;  // &quot;
constexpr std::size_t longest_number = 32;

// For each byte whether it is copied as it is. Quotes matter only inside an attribute.
using Copied = std::array<bool, 256>;
constexpr Copied copied(std::string_view markup) {
    Copied out{};
    for (std::size_t i = 0; i < 256; ++i)
        out[i] =
            (i >= 0x20 && i < 0x7F && markup.find(static_cast<char>(i)) == markup.npos) || i == '\t' || i == '\n' || i == '\r';
    return out;
}
constexpr Copied copied_in_text = copied("&<>");
constexpr Copied copied_in_attribute = copied("&<>\"'");

// Length of the character at the start of text, 0 where it is not one that HTML allows: C1 controls are not.
std::size_t character(std::string_view text) {
    const std::size_t n = base::utf8_sequence(text);
    return n == 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0 ? 0 : n;
}

std::string_view escape_of(char c) {
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

// Eight bytes at once: whether one of them might not be copied as it is. Says so too often (line ends), never too seldom.
template <bool quotes>
bool needs_a_look(std::uint64_t eight) {
    constexpr std::uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
    const auto has = [](std::uint64_t x, std::uint64_t byte) {
        const std::uint64_t zero_there = x ^ (ones * byte);
        return (zero_there - ones) & ~zero_there;
    };
    std::uint64_t found =
        eight | (eight - ones * 0x20) | has(eight, 0x7F) | has(eight | ones * 2, '>') | has(eight | ones * 4, '&');
    if (quotes) found |= has(eight, '\'');
    return (found & tops) != 0;
}
static_assert(('<' | 2) == '>' && ('"' | 4) == '&');

// Writes text escaped; `to` has room for longest_escape times its size.
template <const Copied& is_copied, bool quotes>
char* escaped(char* to, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (true) {
        for (std::uint64_t eight; end - at >= 8; at += 8, to += 8) {
            std::memcpy(&eight, at, 8);
            if (needs_a_look<quotes>(eight)) break;
            std::memcpy(to, &eight, 8);
        }
        while (at != end && is_copied[static_cast<unsigned char>(*at)]) *to++ = *at++;
        if (at == end) return to;
        if (const std::size_t n = static_cast<signed char>(*at) < 0 ? character({at, end}) : 0; n > 0) {
            for (std::size_t i = 0; i < n; ++i) *to++ = *at++;
        } else {
            to = copy(to, escape_of(*at++));
        }
    }
}
char* escaped_text(char* to, std::string_view text) { return escaped<copied_in_text, false>(to, text); }
char* escaped_value(char* to, std::string_view text) { return escaped<copied_in_attribute, true>(to, text); }

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

char* put_pieces(char* to, const Attribute& attribute) {
    to = escaped_value(to, attribute.text);
    for (const std::string_view more : attribute.more) to = escaped_value(to, more);
    return to;
}

// Addresses of others come as they were written down; what RFC 3986 lets stand nowhere, and brackets behind the host, are
// encoded.
std::string with_lawful_characters(std::string url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::size_t scheme = url.find("//");
    std::size_t at = scheme == std::string::npos ? 0 : url.find_first_of("/?#", scheme + 2);
    while (at < url.size() && (at = url.find_first_of("\"<>[]\\^`{|}", at)) != std::string::npos) {
        const auto c = static_cast<unsigned char>(url[at]);
        url.replace(at, 1, {'%', digits[c >> 4], digits[c & 15]});
        at += 3;
    }
    return url;
}

char* put_url(char* to, const Attribute& attribute) {
    // A slash ends what could be a scheme: then the further pieces can't make one.
    const std::string_view first = attribute.text;
    if (first.find_first_of("/?#") < first.find(':') && is_safe_url(first)) return put_pieces(to, attribute);
    std::string whole(first);
    for (const std::string_view more : attribute.more) whole += more;
    return escaped_value(to, is_safe_url(whole) ? with_lawful_characters(std::move(whole)) : "about:invalid");
}

char* put_classes(char* to, const Attribute& attribute) {
    const char* first = to;
    to = escaped_value(to, attribute.text);
    for (const std::string_view more : attribute.more) {
        if (more.empty()) continue;
        if (to != first) *to++ = ' ';
        to = escaped_value(to, more);
    }
    return to;
}

char* put_in(char* to, const Attribute& attribute) {
    using Kind = Attribute::Kind;
    if (attribute.kind == Kind::absent) return to;
    if (attribute.kind == Kind::flag) return copy(to, attribute.start.substr(0, attribute.start.size() - 2));
    to = copy(to, attribute.start);
    switch (attribute.kind) {
        case Kind::text: to = put_pieces(to, attribute); break;
        case Kind::url: to = put_url(to, attribute); break;
        case Kind::integer: to = put_in(to, attribute.integer); break;
        case Kind::decimal: to = put_in(to, attribute.decimal); break;
        default: to = put_classes(to, attribute);
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
    if (url.starts_with('/') || url.starts_with('#') || url.starts_with('?')) return true;
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
        to = escaped_text(to, text);
        return copy(to, tag.end);
    });
}

void Html::text(std::string_view text) {
    grow(out_, longest_escape * text.size(), [&](char* to) { return escaped_text(to, text); });
}

void Html::integer(std::int64_t number) {
    grow(out_, longest_number, [&](char* to) { return put_in(to, number); });
}

void Html::decimal(double number) {
    grow(out_, longest_number, [&](char* to) { return put_in(to, number); });
}

void Html::linked_data(std::string_view json) {
    out_.append("<script type=\"application/ld+json\">");
    for (const char c : json) {
        if (c == '<')
            out_.append("\\u003c");
        else
            out_ += c;
    }
    out_.append("</script>");
}

}  // namespace comity::html
