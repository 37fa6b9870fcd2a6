#pragma once

#include <concepts>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "web/html/names.hpp"

// HTML and inline SVG, written as one statement per element. Text is always escaped:
//
//   Html h;
//   h.section(cls("part", late ? "late" : ""), attr<"aria-labelledby">("clocks"), [&] {
//       h.h2(id("clocks"), title);
//       h.p("Due ", [&] { h.time(attr<"datetime">(day), shown_day); }, ".");
//       h.input(type("checkbox"), name("overdue"), attr<"checked">(overdue));
//   });
//   auto list = h.open<"ul">(cls("plain"));  // ends with its scope
//
// Arguments are attributes first, then content. Content is text, a number, raw(…), or a callable that writes into h.
// Tag and attribute names are checked when compiling (names.hpp); void elements refuse content.
namespace comity::html {

// An attribute as written into a tag: its views must live until the end of the expression that writes it.
struct Attribute {
    enum class Kind : std::uint8_t { absent, flag, text, url, classes, integer, decimal };
    std::string_view start;  // ` name="`
    Kind kind = Kind::absent;
    std::string_view text;
    std::string_view more[3];  // further pieces of the text, further class names
    std::int64_t integer = 0;
    double decimal = 0;
};

struct Raw {
    std::string_view html;
};
// Markup that is known to be safe: our own, or already escaped. Never something from outside.
constexpr Raw raw(std::string_view html) { return {html}; }

// True for a relative address, http, https, mailto, tel and data:image/…; anything else (javascript: above all) is
// written as "about:invalid".
bool is_safe_url(std::string_view url);

template <std::size_t N>
struct Name {
    char text[N];
    consteval Name(const char (&s)[N]) { std::copy_n(s, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

namespace written {
template <Name N>
struct Start {
    static constexpr auto characters = [] {
        struct {
            char text[N.view().size() + 3];
        } out{};
        out.text[0] = ' ';
        std::copy_n(N.text, N.view().size(), out.text + 1);
        out.text[N.view().size() + 1] = '=';
        out.text[N.view().size() + 2] = '"';
        return out;
    }();
    static constexpr std::string_view view{characters.text, sizeof characters.text};
};
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
}  // namespace written

// The attribute of that name. value: text; a number (without locale; a double with at most 3 decimals); bool, which for a
// boolean attribute (checked, disabled, open…) means present or absent and for aria-… "true" or "false"; an optional of these,
// which leaves the attribute out when empty.
template <Name N, class V>
constexpr Attribute attr(const V& value) {
    static_assert(is_attribute(N.view()), "no such attribute: names.hpp lists those that pages may use");
    using Kind = Attribute::Kind;
    constexpr std::string_view start = written::Start<N>::view;
    if constexpr (written::is_optional<V>) {
        return value ? attr<N>(*value) : Attribute{start};
    } else if constexpr (std::is_same_v<V, bool> && N.view().starts_with("aria-")) {
        return {start, Kind::text, value ? "true" : "false"};
    } else if constexpr (std::is_same_v<V, bool>) {
        static_assert(is_flag(N.view()), "this attribute is not a boolean one: give it a text");
        return {start, value ? Kind::flag : Kind::absent};
    } else if constexpr (std::integral<V>) {
        static_assert(!std::is_same_v<V, char>, "a single character: write it as a text");
        return {start, Kind::integer, {}, {}, static_cast<std::int64_t>(value)};
    } else if constexpr (std::floating_point<V>) {
        return {start, Kind::decimal, {}, {}, 0, static_cast<double>(value)};
    } else {
        static_assert(!is_flag(N.view()) || N.view() == "popover" || N.view() == "download" || N.view() == "hidden",
                      "a boolean attribute takes a bool");
        return {start, is_url(N.view()) ? Kind::url : Kind::text, std::string_view(value)};
    }
}

// A text in pieces, written one after the other: href("/en/submissions/", id).
template <Name N>
constexpr Attribute attr(std::string_view a, std::string_view b, std::string_view c = {}, std::string_view d = {}) {
    Attribute out = attr<N>(a);
    out.more[0] = b, out.more[1] = c, out.more[2] = d;
    return out;
}

// Class names; empty ones are left out, and the whole attribute where all are.
constexpr Attribute cls(std::string_view a, std::string_view b = {}, std::string_view c = {}, std::string_view d = {}) {
    const bool none = a.empty() && b.empty() && c.empty() && d.empty();
    return {written::Start<"class">::view, none ? Attribute::Kind::absent : Attribute::Kind::classes, a, {b, c, d}};
}

// The attribute where the condition holds, else nothing.
constexpr Attribute only_if(bool condition, Attribute attribute) {
    if (!condition) attribute.kind = Attribute::Kind::absent;
    return attribute;
}

#define COMITY_HTML_SHORT(function, attribute)        \
    template <class... V>                             \
    constexpr Attribute function(const V&... value) { \
        return attr<attribute>(value...);             \
    }
COMITY_HTML_SHORT(id, "id")
COMITY_HTML_SHORT(href, "href")
COMITY_HTML_SHORT(src, "src")
COMITY_HTML_SHORT(alt, "alt")
COMITY_HTML_SHORT(rel, "rel")
COMITY_HTML_SHORT(name, "name")
COMITY_HTML_SHORT(type, "type")
COMITY_HTML_SHORT(value, "value")
COMITY_HTML_SHORT(lang, "lang")
COMITY_HTML_SHORT(role, "role")
COMITY_HTML_SHORT(scope, "scope")
COMITY_HTML_SHORT(label_for, "for")
COMITY_HTML_SHORT(datetime, "datetime")
COMITY_HTML_SHORT(colspan, "colspan")
COMITY_HTML_SHORT(aria_label, "aria-label")
#undef COMITY_HTML_SHORT

struct Tag {
    std::string_view start;  // "<td>"
    std::string_view end;    // "</td>"
    bool shape = false;
};

#define COMITY_HTML_TAG(function, tag) {"<" tag ">", "</" tag ">"},
#define COMITY_HTML_SHAPE_TAG(function, tag) {"<" tag ">", "</" tag ">", true},
inline constexpr Tag tags[] = {COMITY_HTML_ELEMENTS(COMITY_HTML_TAG) COMITY_HTML_SHAPES(COMITY_HTML_SHAPE_TAG)};
#undef COMITY_HTML_TAG
#undef COMITY_HTML_SHAPE_TAG

constexpr const Tag* find_tag(std::string_view name) {
    const Tag* at = std::ranges::find_if(tags, [&](const Tag& tag) { return tag.start.substr(1, tag.start.size() - 2) == name; });
    return at == std::end(tags) ? nullptr : at;
}

class Html;

// An element that ends where the scope ends.
class [[nodiscard]] Scope {
  public:
    Scope(Html& h, const Tag& tag) : h_(h), tag_(tag) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();

  private:
    Html& h_;
    const Tag& tag_;
};

class Html {
  public:
    explicit Html(std::size_t reserve = 32 * 1024) { out_.reserve(reserve); }

    void doctype() { out_.append("<!doctype html>\n"); }

    // Content without an element around it.
    template <class... C>
    void write(const C&... content) {
        (put(content), ...);
    }
    void raw(std::string_view html) { out_.append(html); }

    template <Name N, std::same_as<Attribute>... A>
    Scope open(const A&... attributes) {
        constexpr const Tag* tag = find_tag(N.view());
        static_assert(tag != nullptr, "no such element with content: names.hpp lists them");
        element_start(*tag, attributes...);
        return Scope(*this, *tag);
    }

#define COMITY_HTML_ELEMENT(function, tag)                 \
    template <class... A>                                  \
    void function(const A&... args) {                      \
        static constexpr const Tag* known = find_tag(tag); \
        element(*known, args...);                          \
    }
    COMITY_HTML_ELEMENTS(COMITY_HTML_ELEMENT)
    COMITY_HTML_SHAPES(COMITY_HTML_ELEMENT)
#undef COMITY_HTML_ELEMENT

#define COMITY_HTML_VOID(function, tag)          \
    template <std::same_as<Attribute>... A>      \
    void function(const A&... attributes) {      \
        static constexpr Tag known{"<" tag ">"}; \
        element_start(known, attributes...);     \
    }
    COMITY_HTML_VOIDS(COMITY_HTML_VOID)
    // JSON-LD about the page: data, which browsers don't run and the Content-Security-Policy does not concern. '<' is escaped, so
    // that nothing in it can end the element.
    void linked_data(std::string_view json);
    // A script file; scripts inside a page are refused by our Content-Security-Policy.
    template <std::same_as<Attribute>... A>
    void script(const A&... attributes) {
        static constexpr Tag known{"<script>", "</script>"};
        element(known, attributes...);
    }
#undef COMITY_HTML_VOID

    const std::string& str() const { return out_; }
    std::string take() { return std::move(out_); }

  private:
    friend class Scope;
    using Attributes = const Attribute* const*;

    template <class... A>
    static constexpr bool attributes_come_first() {
        bool content = false, good = true;
        ((std::is_same_v<A, Attribute> ? good = good&& !content : content = true), ...);
        return good;
    }
    template <class T>
    static constexpr bool is_text = std::is_convertible_v<const T&, std::string_view>;

    template <class... A>
    void element(const Tag& tag, const A&... args) {
        static_assert(attributes_come_first<A...>(), "attributes come before content");
        constexpr std::size_t n = (std::size_t{std::is_same_v<A, Attribute>} + ... + 0);
        const Attribute* list[n + 1] = {};
        [[maybe_unused]] std::size_t i = 0;
        if constexpr (n > 0) (keep(list, i, args), ...);
        if constexpr (sizeof...(A) == n) {
            leaf(tag, list, n, {});
        } else if constexpr (sizeof...(A) == n + 1 && (is_text<A> || ...)) {
            leaf(tag, list, n, last_text(args...));
        } else {
            start(tag, list, n);
            (put_content(args), ...);
            out_.append(tag.end);
        }
    }
    template <class... A>
    void element_start(const Tag& tag, const A&... attributes) {
        const Attribute* list[sizeof...(A) + 1] = {&attributes...};
        start(tag, list, sizeof...(A));
    }
    static void keep(const Attribute** list, std::size_t& i, const Attribute& attribute) { list[i++] = &attribute; }
    template <class T>
    static void keep(const Attribute**, std::size_t&, const T&) {}
    static std::string_view last_text(std::string_view text) { return text; }
    template <class T, class... Rest>
        requires(sizeof...(Rest) > 0)
    static std::string_view last_text(const T&, const Rest&... rest) {
        return last_text(rest...);
    }
    template <class T>
    void put_content(const T& content) {
        if constexpr (!std::is_same_v<T, Attribute>) put(content);
    }
    template <class T>
    void put(const T& content) {
        if constexpr (is_text<T>)
            text(content);
        else if constexpr (std::is_same_v<T, Raw>)
            out_.append(content.html);
        else if constexpr (std::invocable<const T&>)
            content();
        else if constexpr (std::floating_point<T>)
            decimal(static_cast<double>(content));
        else {
            static_assert(std::integral<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>,
                          "content is text, a number, raw(…) or a callable");
            integer(static_cast<std::int64_t>(content));
        }
    }

    void start(const Tag& tag, Attributes attributes, std::size_t n);
    void leaf(const Tag& tag, Attributes attributes, std::size_t n, std::string_view text);  // start, text and end in one append
    void text(std::string_view text);
    void integer(std::int64_t number);
    void decimal(double number);

    std::string out_;
};

inline Scope::~Scope() { h_.out_.append(tag_.end); }

}  // namespace comity::html
