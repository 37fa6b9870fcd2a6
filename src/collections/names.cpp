#include "collections/names.hpp"

#include "collections/values.hpp"
#include "record/codes.hpp"

namespace comity::collections {

base::Text meeting_name(const record::Value& record) {
    const auto numbers = strings_at(record, "number");
    const std::string number = numbers.empty() ? std::string() : numbers.front();
    if (number.find(' ') != std::string::npos) return text_at(record, "number");
    const auto kinds = strings_at(record, "kind");
    const record::Code* kind = kinds.empty() ? nullptr : record::find_code("meeting-kinds", kinds.front());
    if (!kind) return same_in_all(number.empty() ? std::string_view(record.at("id").as_string()) : std::string_view(number));
    base::Text name = kind->label;
    for (const base::Language language : base::languages)
        if (!number.empty()) name[language] += " " + number;
    return name;
}

}  // namespace comity::collections
