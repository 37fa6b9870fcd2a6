#include "record/record.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <memory>

#include "record/codec.hpp"
#include "record/codes.hpp"

namespace comity::record {

namespace {

// What is absent or empty has no place in the object.
bool empty(const Value& value) {
    if (value.is_null()) return true;
    if (auto* array = value.if_array()) return array->empty();
    if (auto* text = value.if_string()) return text->empty();
    return false;
}

const Field* find(std::span<const Field> fields, std::string_view name) {
    for (const Field& field : fields)
        if (field.name == name) return &field;
    return nullptr;
}

std::string names_of(std::span<const Field> fields) {
    std::string names;
    for (const Field& field : fields) names += (names.empty() ? "" : ", ") + std::string(field.name);
    return names;
}

// A short list whole, a long one by its place.
std::string some_code_of(std::string_view list) {
    constexpr std::size_t most_named = 12;
    const auto codes = code_list(list);
    if (codes.size() > most_named) return fmt::format("write a code of data/codes/{}.json", list);
    std::string named;
    for (const Code& code : codes) named += (named.empty() ? "write one of " : ", ") + code.code;
    return named;
}

// Why a string is none of the codes of the field's list.
std::optional<Misfit> listed(const Field& field, const Value& value) {
    if (const auto* list = value.if_array()) {
        for (std::size_t i = 0; i < list->size(); ++i)
            if (auto misfit = listed(field, (*list)[i])) return Misfit{fmt::format("[{}]", i), misfit->wrong, misfit->right};
        return std::nullopt;
    }
    const std::string_view code(value.get_string());
    if (code.empty() || find_code(field.code_list, code)) return std::nullopt;
    const std::string_view near = nearest_code(field.code_list, code);
    return Misfit{"", fmt::format("\"{}\" is not in the code list {}", code.substr(0, 60), field.code_list),
                  near.empty() ? some_code_of(field.code_list)
                               : fmt::format("did you mean \"{}\"? The codes are in data/codes/{}.json", near, field.code_list)};
}

void fill(std::span<const Field> fields, const Value& value, void* held, std::vector<Misfit>& misfits) {
    const auto* object = value.if_object();
    if (!object) {
        misfits.push_back({"", "is not an object", "write {\"…\": …} with some of: " + names_of(fields)});
        return;
    }
    for (const auto& [key, member] : *object)
        if (!find(fields, key))
            misfits.push_back({std::string(key), "is not a field here", "the fields are " + names_of(fields)});
    for (const Field& field : fields) {
        const Value* member = object->if_contains(field.name);
        if (!member || member->is_null()) {
            if (field.required || (!field.of.optional && field.of.kind != Kind::string && field.of.kind != Kind::boolean))
                misfits.push_back({std::string(field.name), "is missing", "give it a value"});
            continue;
        }
        auto misfit = field.of.set(held, *member);
        if (!misfit && !field.code_list.empty() && !field.open_list) misfit = listed(field, *member);
        if (!misfit && field.required && empty(field.of.get(held))) misfit = Misfit{"", "is empty", "give it a value"};
        if (misfit)
            misfits.push_back(
                {std::string(field.name) + (misfit->at.empty() ? "" : "." + misfit->at), misfit->wrong, misfit->right});
    }
}

bool id_fits(std::string_view id) {
    if (id.empty() || id.size() > 200) return false;
    for (char c : id) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word && std::string_view("-_.~:/").find(c) == std::string_view::npos) return false;
    }
    return true;
}

std::string id_of(const Value& object) {
    const auto* fields = object.if_object();
    const Value* id = fields ? fields->if_contains("id") : nullptr;
    return id && id->is_string() ? std::string(id->get_string()) : std::string();
}

using Held = std::unique_ptr<void, void (*)(void*)>;

}  // namespace

const Field* RecordType::field(std::string_view wanted) const { return find(fields, wanted); }

const RecordType* find_type(Catalog catalog, std::string_view name) {
    for (const RecordType* type : catalog)
        if (type->name == name) return type;
    return nullptr;
}

Value out_structure(std::span<const Field> fields, const void* held) {
    boost::json::object object;
    for (const Field& field : fields) {
        Value value = field.of.get(held);
        if (!empty(value)) object.emplace(field.name, std::move(value));
    }
    return object;
}

std::optional<Misfit> in_structure(std::span<const Field> fields, const Value& object, void* held) {
    std::vector<Misfit> misfits;
    fill(fields, object, held, misfits);
    if (misfits.empty()) return std::nullopt;
    return std::move(misfits.front());
}

Value to_value(const RecordType& type, const void* record) { return out_structure(type.fields, record); }

base::Faults from_value(const RecordType& type, const Value& object, void* record) {
    std::vector<Misfit> misfits;
    fill(type.fields, object, record, misfits);
    const std::string id = id_of(object);
    base::Faults faults;
    for (Misfit& misfit : misfits)
        faults.push_back({"", id, std::move(misfit.at), std::move(misfit.wrong), std::move(misfit.right)});
    if (!id_fits(id))
        faults.push_back({"", id.substr(0, 60), "id",
                          id.empty() ? "is missing" : "has a character or a length that an id can't have",
                          "write 1 to 200 letters, digits or -_.~:/"});
    if (faults.empty() && type.check) {
        type.check(record, faults);
        for (base::Fault& fault : faults) fault.record = id;
    }
    return faults;
}

base::Faults check_value(const RecordType& type, const Value& object) {
    const Held held(type.make(), type.destroy);
    return from_value(type, object, held.get());
}

Value normal(const RecordType& type, const Value& object) {
    const Held held(type.make(), type.destroy);
    const base::Faults faults = from_value(type, object, held.get());
    if (!faults.empty()) base::broken(base::to_string(faults.front()).c_str(), __FILE__, __LINE__);
    return to_value(type, held.get());
}

std::optional<Value> visible(const RecordType& type, Value object, Audience audience) {
    if (audience == Audience::officers) return object;
    auto& fields = object.as_object();
    if (const Value* who = fields.if_contains("visibility"); who && *who == "officers") return std::nullopt;
    const Value* flag = fields.if_contains("confidential");
    const bool confidential = flag && flag->is_bool() && flag->get_bool();
    for (const Field& field : type.fields)
        if (field.visibility == Visibility::officers || (field.visibility == Visibility::unless_confidential && confidential))
            fields.erase(field.name);
    return object;
}

namespace detail {

Value out_list(std::size_t count, Value (*element)(const void*, std::size_t), const void* list) {
    boost::json::array array;
    array.reserve(count);
    for (std::size_t i = 0; i < count; ++i) array.push_back(element(list, i));
    return array;
}

std::optional<Misfit> in_list(const Value& value, std::optional<Misfit> (*append)(void*, const Value&), void* list) {
    const auto* array = value.if_array();
    if (!array) return Misfit{"", "is not a list", "write [ … ]"};
    for (std::size_t i = 0; i < array->size(); ++i)
        if (auto misfit = append(list, (*array)[i])) {
            misfit->at = fmt::format("[{}]{}{}", i, misfit->at.empty() ? "" : ".", misfit->at);
            return misfit;
        }
    return std::nullopt;
}

}  // namespace detail

}  // namespace comity::record
