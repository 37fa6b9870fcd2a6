#include "exchange/language_tagged.hpp"

namespace comity::exchange {

void append_tagged(base::JsonWriter& json, std::string_view name, const base::Text& text) {
    if (text.empty()) return;
    json.key(name).begin_array();
    for (const base::Language language : base::languages)
        if (!text[language].empty())
            json.begin_object().member("@value", text[language]).member("@language", base::code(language)).end_object();
    json.end_array();
}

}  // namespace comity::exchange
