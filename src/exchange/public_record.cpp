#include "exchange/public_record.hpp"

#include <boost/json/value.hpp>

#include "record/codec.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

const record::Value* held(const record::Value& object, std::string_view field) {
    const auto* map = object.if_object();
    return map ? map->if_contains(field) : nullptr;
}

template <class T>
std::optional<T> read_in(const record::Value& object, std::string_view field) {
    const record::Value* value = held(object, field);
    if (!value) return std::nullopt;
    auto fit = record::Codec<T>::in(*value);
    return fit ? std::optional(std::move(*fit)) : std::nullopt;  // a field of that name of another kind is not what was asked for
}

}  // namespace

std::string_view string_in(const record::Value& object, std::string_view field) {
    const record::Value* value = held(object, field);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

std::vector<std::string> strings_in(const record::Value& object, std::string_view field) {
    std::vector<std::string> all;
    const record::Value* value = held(object, field);
    if (const auto* list = value ? value->if_array() : nullptr)
        for (const record::Value& element : *list)
            if (element.is_string()) all.emplace_back(element.get_string());
    return all;
}

base::Text text_in(const record::Value& object, std::string_view field) {
    return read_in<base::Text>(object, field).value_or(base::Text());
}

std::optional<base::Date> date_in(const record::Value& object, std::string_view field) {
    return read_in<base::Date>(object, field);
}

std::optional<record::Place> place_in(const record::Value& object, std::string_view field) {
    return read_in<record::Place>(object, field);
}

base::Text name_of_code(const record::Field& field, std::string_view code) {
    const record::Code* known = field.code_list.empty() ? nullptr : record::find_code(field.code_list, code);
    return known ? known->label : base::Text();
}

}  // namespace comity::exchange
