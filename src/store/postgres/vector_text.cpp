#include "store/postgres/vector_text.hpp"

#include <fmt/format.h>

#include <ranges>

namespace comity::store::postgres {

namespace {

constexpr int last_position = 16'383;  // what tsvector can hold

// Stems are letters and digits: nothing in them needs an escape.
std::string quoted(std::string_view stem) { return fmt::format("'{}'", stem); }

}  // namespace

std::string vector_text(const store::Document& document) {
    std::string text;
    int position = 0;
    for (std::size_t weight = 0; weight < document.words.size(); ++weight) {
        ++position;
        for (const auto part : document.words[weight] | std::views::split(' ')) {
            const std::string_view stem(part.begin(), part.end());
            if (position < last_position) ++position;
            if (stem.empty() || stem == store::boundary) continue;
            if (!text.empty()) text += ' ';
            text += fmt::format("{}:{}{}", quoted(stem), position, "ABCD"[weight]);
        }
    }
    return text;
}

std::string query_text(const store::Query& query) {
    std::string text;
    for (const store::Term& term : query.terms) {
        std::string alternatives;
        for (const std::vector<std::string>& phrase : term.phrases) {
            std::string sequence;
            for (const std::string& stem : phrase) sequence += (sequence.empty() ? "" : " <-> ") + quoted(stem);
            alternatives += fmt::format("{}({}{})", alternatives.empty() ? "" : " | ", sequence, term.prefix ? ":*" : "");
        }
        text += fmt::format("{}({})", text.empty() ? "" : " & ", alternatives);
    }
    return text;
}

}  // namespace comity::store::postgres
