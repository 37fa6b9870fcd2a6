#include "base/text.hpp"

#include <algorithm>

namespace comity::base {

std::string_view code(Language language) {
    static constexpr std::string_view codes[] = {"en", "fr", "es"};
    return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> language_from(std::string_view text) {
    for (Language language : languages)
        if (code(language) == text) return language;
    return std::nullopt;
}

bool Text::empty() const {
    return std::ranges::all_of(in, [](const std::string& s) { return s.empty(); });
}

Shown shown(const Text& text, Language reader) {
    if (!text[reader].empty())
        return {text[reader], reader, reader != text.original && text.stale[static_cast<std::size_t>(reader)]};
    if (!text[text.original].empty()) return {text[text.original], text.original, false};
    for (Language language : languages)
        if (!text[language].empty()) return {text[language], language, false};
    return {"", reader, false};
}

}  // namespace comity::base
