#include "store/postgres/vector_text.hpp"

#include <fmt/format.h>

#include <ranges>

namespace comity::store::postgres {

namespace {

constexpr int last_position = 16'383;  // what tsvector can hold

// Stems are letters and digits: nothing in them needs an escape.
std::string any_of(const std::vector<store::Phrase>& phrases, std::string_view mark, char weight) {
    std::string text;
    for (const store::Phrase& phrase : phrases) {
        std::string sequence;
        for (const std::string& stem : phrase)
            sequence += fmt::format("{}'{}{}'{}", sequence.empty() ? "" : " <-> ", mark, stem,
                                    weight ? std::string{':', weight} : std::string());
        text += fmt::format("{}({})", text.empty() ? "" : " | ", sequence);
    }
    return text;
}

}  // namespace

std::string kind_lexeme(std::string_view type) { return fmt::format("'\u00a4{}'", type); }

std::string vector_text(std::string_view type, const store::Document& document) {
    std::string text = kind_lexeme(type);
    int position = 0;
    for (std::size_t weight = 0; weight < document.words.size(); ++weight) {
        ++position;
        for (const auto part : document.words[weight] | std::views::split(' ')) {
            const std::string_view stem(part.begin(), part.end());
            if (position < last_position) ++position;
            if (stem.empty() || stem == store::boundary) continue;
            text += fmt::format(" '{}':{}{}", stem, position, "ABCD"[weight]);
            if (weight == 0) text += fmt::format(" '{}{}':{}", title_mark, stem, position);
        }
    }
    return text;
}

std::string query_text(const store::Query& query, std::string_view mark) {
    std::string text;
    for (const store::Group& group : query.groups) {
        std::string terms;
        for (const store::Term& term : group.terms) {
            terms += fmt::format("{}({}", terms.empty() ? "" : " & ", any_of(term.exact, mark, 0));
            terms += fmt::format("{}{})", term.alike.empty() ? "" : " | ", any_of(term.alike, mark, 0));
        }
        const std::string whole = any_of(group.alike, mark, 0);
        text += fmt::format("{}(({}){}{})", text.empty() ? "" : " & ", terms, whole.empty() ? "" : " | ", whole);
    }
    return text;
}

std::string phrases_text(const std::vector<store::Phrase>& phrases, char weight) { return any_of(phrases, "", weight); }

}  // namespace comity::store::postgres
