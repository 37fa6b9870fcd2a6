#include "exchange/data_dictionary.hpp"

#include <array>
#include <vector>

#include "base/messages.hpp"
#include "exchange/csv.hpp"
#include "record/codec.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

std::string_view name_of(record::Kind kind) {
    switch (kind) {
        case record::Kind::string: return "string";
        case record::Kind::text: return "text";
        case record::Kind::integer: return "integer";
        case record::Kind::number: return "number";
        case record::Kind::boolean: return "boolean";
        case record::Kind::date: return "date";
        case record::Kind::money: return "money";
        case record::Kind::place: return "place";
        case record::Kind::reference: return "reference";
        case record::Kind::code: return "code";
        case record::Kind::provenance: return "provenance";
        case record::Kind::structure: return "structure";
    }
    return {};
}

std::string_view truth(bool is) { return is ? "true" : "false"; }

std::string_view collection_of(record::Catalog catalog, std::string_view type) {
    const record::RecordType* found = record::find_type(catalog, type);
    return found ? found->collection : std::string_view();
}

void code_row(std::string& out, const std::string& field, std::string_view code, const base::Text& label, std::string_view uri) {
    append_csv_row(out, {field, code, label[base::Language::en], label[base::Language::fr], label[base::Language::es], "", "", "",
                         "", "", uri});
}

void rows(std::string& out, std::span<const record::Field> fields, const std::string& prefix, record::Catalog catalog) {
    static const std::array words{base::Words(base::Language::en), base::Words(base::Language::fr),
                                  base::Words(base::Language::es)};
    for (const record::Field& field : fields) {
        const std::string name = prefix + std::string(field.name), label(field.label);
        append_csv_row(
            out, {name, "", words[0](label.c_str()), words[1](label.c_str()), words[2](label.c_str()), name_of(field.of.kind),
                  truth(field.of.list), truth(is_always_told(field)), field.term, collection_of(catalog, field.refers), ""});
        if (!field.code_list.empty())
            for (const record::Code& code : record::code_list(field.code_list))
                code_row(out, name, code.code, code.label, code.uri);
        if (field.of.codes)
            for (const std::string_view code : field.of.codes()) code_row(out, name, code, {}, "");
        if (field.of.parts) rows(out, field.of.parts(), name + ".", catalog);
    }
}

}  // namespace

bool is_always_told(const record::Field& field) {
    if (field.required) return true;
    return !field.of.optional && field.of.kind != record::Kind::string && field.of.kind != record::Kind::boolean;
}

void append_dictionary_csv(std::string& out, const record::RecordType& type, record::Catalog catalog) {
    append_csv_row(out, {"field", "code", "label_en", "label_fr", "label_es", "kind", "list", "required", "vocabulary_term",
                         "refers_to", "uri"});
    rows(out, type.fields, "", catalog);
}

}  // namespace comity::exchange
