#include "collections/values.hpp"

#include "record/codec.hpp"

namespace comity::collections {

namespace {

void collect(const record::Value& value, std::string_view path, std::vector<const record::Value*>& found) {
    if (const auto* list = value.if_array()) {
        for (const record::Value& element : *list) collect(element, path, found);
        return;
    }
    if (path.empty()) {
        if (!value.is_null()) found.push_back(&value);
        return;
    }
    const auto* object = value.if_object();
    if (!object) return;
    const std::size_t dot = std::min(path.find('.'), path.size());
    if (const record::Value* inner = object->if_contains(path.substr(0, dot)))
        collect(*inner, dot == path.size() ? std::string_view() : path.substr(dot + 1), found);
}

}  // namespace

std::vector<const record::Value*> values_at(const record::Value& record, std::string_view path) {
    std::vector<const record::Value*> found;
    collect(record, path, found);
    return found;
}

const record::Value* value_at(const record::Value& record, std::string_view path) {
    const auto found = values_at(record, path);
    return found.empty() ? nullptr : found.front();
}

std::vector<std::string> strings_at(const record::Value& record, std::string_view path) {
    std::vector<std::string> strings;
    for (const record::Value* value : values_at(record, path)) {
        if (const auto* text = value->if_string())
            strings.emplace_back(*text);
        else if (const auto* number = value->if_int64())
            strings.push_back(std::to_string(*number));
    }
    return strings;
}

base::Text same_in_all(std::string_view words) {
    base::Text text;
    for (const base::Language language : base::languages) text[language] = words;
    return text;
}

base::Text text_at(const record::Value& record, std::string_view path) {
    const record::Value* value = value_at(record, path);
    if (!value) return {};
    if (const auto* words = value->if_string()) return same_in_all(*words);
    return record::Codec<base::Text>::in(*value).value_or(base::Text{});
}

std::optional<base::Date> date_at(const record::Value& record, std::string_view path) {
    const record::Value* value = value_at(record, path);
    const auto* text = value ? value->if_string() : nullptr;
    if (!text) return std::nullopt;
    const auto date = base::parse_date(*text);
    return date ? std::optional(*date) : std::nullopt;
}

Span span_at(const record::Value& record, std::string_view date, std::string_view end) {
    Span span;
    if (date.empty()) return span;
    const auto strings = strings_at(record, date);
    if (strings.empty()) return span;
    const std::string& text = strings.front();
    if (text.size() == 9 && text[4] == '-') {
        const auto first = base::parse_date(text.substr(0, 4)), last = base::parse_date(text.substr(5));
        if (first && last && *first < *last) return {*first, *last};
    }
    if (const auto parsed = base::parse_date(text)) span.date = *parsed;
    if (!end.empty()) span.end = date_at(record, end);
    return span;
}

std::optional<Point> point_at(const record::Value& record, std::string_view path) {
    const record::Value* place = path.empty() ? nullptr : value_at(record, path);
    const auto* object = place ? place->if_object() : nullptr;
    const record::Value* latitude = object ? object->if_contains("latitude") : nullptr;
    const record::Value* longitude = object ? object->if_contains("longitude") : nullptr;
    if (!latitude || !longitude) return std::nullopt;
    return Point{latitude->to_number<double>(), longitude->to_number<double>()};
}

}  // namespace comity::collections
