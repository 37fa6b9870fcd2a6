#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity::base {

// The languages in which the program speaks, in the order in which it offers them.
enum class Language : std::uint8_t { en, fr, es };
inline constexpr std::array languages{Language::en, Language::fr, Language::es};

std::string_view code(Language language);  // "en", "fr", "es"
std::optional<Language> language_from(std::string_view code);

// One text in each language. A text of a record has one original; a language without a text is the empty string. A translation
// is stale when the original has changed since it was made.
struct Text {
    Text() {}  // spelled out: g++ 12 breaks down when it counts the members of a struct that holds a defaulted one

    std::array<std::string, 3> in;
    Language original = Language::en;
    std::array<bool, 3> stale{};

    const std::string& operator[](Language language) const { return in[static_cast<std::size_t>(language)]; }
    std::string& operator[](Language language) { return in[static_cast<std::size_t>(language)]; }
    bool empty() const;
    friend bool operator==(const Text&, const Text&) = default;
};

// What a reader of one language is shown: the text in it, or the original where there is none.
struct Shown {
    std::string_view text;
    Language language;  // the language that text is in
    bool stale;         // a translation older than its original
};
Shown shown(const Text& text, Language reader);

}  // namespace comity::base
