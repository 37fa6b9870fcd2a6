#include "law/draw_words.hpp"

#include <array>

namespace comity::law {

std::string_view word(Word word, base::Language language) {
    using Row = std::array<std::string_view, 3>;
    static constexpr std::array<Row, 18> words{{
        {"Time runs out", "Le délai expire", "Vence el plazo"},
        {"Beside the main course", "En parallèle", "En paralelo"},
        {"At any time", "À tout moment", "En cualquier momento"},
        {"no time limit", "aucun délai", "sin plazo"},
        {"promptly", "sans tarder", "sin demora"},
        {"{} days", "{} jours", "{} días"},
        {"{} working days", "{} jours ouvrables", "{} días hábiles"},
        {"{} months", "{} mois", "{} meses"},
        {"{} years", "{} ans", "{} años"},
        {"target", "objectif", "meta"},
        {"normally", "normalement", "normalmente"},
        {"up to {} on notice", "jusqu’à {} sur avis", "hasta {} con aviso"},
        {"from {}", "dès le {}", "desde el {}"},
        {"until {}", "jusqu’au {}", "hasta el {}"},
        {"after {} days for publication", "après {} jours pour la publication", "después de {} días para la publicación"},
        {"may", "facultatif", "facultativo"},
        {"as appropriate", "s’il y a lieu", "según proceda"},
        {"longer on notice", "prolongé sur avis", "prorrogable con aviso"},
    }};
    static_assert(words.size() == static_cast<std::size_t>(Word::longer) + 1);
    return words[static_cast<std::size_t>(word)][static_cast<std::size_t>(language)];
}

}  // namespace comity::law
