#include "web/pages/tongues.hpp"

#include <algorithm>

#include "web/pages/part_forms.hpp"

namespace comity::pages {

using namespace html;
using base::Language;

namespace {

void mark_of(Html& h, const base::Words& words, const base::Text& text, Language language) {
    if (text[language].empty())
        h.span(cls("mark", "missing"), words("tongues.missing"));
    else if (language == text.original)
        h.span(cls("mark", "original"), words("tongues.original"));
    else if (text.stale[static_cast<std::size_t>(language)])
        h.span(cls("mark", "stale"), words("tongues.stale"));
    else
        h.span(cls("mark", "translation"), words("tongues.translation"));
}

}  // namespace

void tongues(Html& h, const RecordView& view, const base::Text& text,
             const std::vector<std::pair<const char*, const base::Text*>>& others) {
    const base::Words& words = view.of.words;
    if (text.empty()) return;
    part(h, words, "tongues", "tongues.title", "tongues.note", [&] {
        h.div(cls("tongues"), [&] {
            for (const Language language : view.of.site.languages())
                h.div([&] {
                    h.h3(lang(base::code(language)), base::Words(language)("language.name"));
                    mark_of(h, words, text, language);
                    if (!text[language].empty()) h.p(lang(base::code(language)), text[language]);
                });
        });
        const auto shows = [&](const base::Text& other, Language language) {
            return language != other.original && !other[language].empty();
        };
        const bool any = std::ranges::any_of(others, [&](const auto& other) {
            return std::ranges::any_of(base::languages, [&](Language language) { return shows(*other.second, language); });
        });
        if (!any) return;
        h.dl(cls("facts"), [&] {
            for (const auto& [label, other] : others)
                for (const Language language : base::languages)
                    if (shows(*other, language)) {
                        const std::string key = "language." + std::string(base::code(language));
                        fact(h, words(label, {{"language", words(key.c_str())}}),
                             [&] { h.span(lang(base::code(language)), (*other)[language]); });
                    }
        });
    });
}

}  // namespace comity::pages
