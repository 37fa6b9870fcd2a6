#include <array>

#include "base/messages.hpp"
#include "exchange/data_dictionary.hpp"
#include "exchange/language_tagged.hpp"
#include "record/codec.hpp"
#include "record/codes.hpp"

namespace comity::exchange {

namespace {

using base::JsonWriter;
using record::Kind;

std::string label_in(const record::Field& field, base::Language language) {
    const std::string key(field.label);
    return std::string(base::Words(language)(key.c_str()));
}

// Titles that begin with the column's own name, which is what stands in the table's first row.
void titles(JsonWriter& json, const std::string& column, const record::Field& field, const record::Code* language_of_text) {
    json.key("titles").begin_object().member("und", column);
    for (const base::Language language : base::languages) {
        std::string title = label_in(field, language);
        if (language_of_text) title += " (" + language_of_text->label[language] + ")";
        json.member(base::code(language), title);
    }
    json.end_object();
}

// What a cell of the kind may hold; of a list, what one of its members may.
void datatype(JsonWriter& json, const record::Field& field) {
    json.key("datatype");
    const bool closed = !field.code_list.empty() && !field.open_list;
    if (closed || field.of.codes) {
        std::string any;
        if (closed)
            for (const record::Code& code : record::code_list(field.code_list)) any += (any.empty() ? "" : "|") + code.code;
        else
            for (const std::string_view code : field.of.codes()) any += (any.empty() ? "" : "|") + std::string(code);
        json.begin_object().member("base", "string").member("format", any).end_object();
        return;
    }
    switch (field.of.kind) {
        case Kind::integer: json.value("integer"); return;
        case Kind::number: json.value("number"); return;
        case Kind::boolean: json.value("boolean"); return;
        case Kind::date:  // as precise as it is known
            json.begin_object().member("base", "string").member("format", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?").end_object();
            return;
        case Kind::string:
        case Kind::reference:
        case Kind::code:
        case Kind::text: json.value("string"); return;
        case Kind::money:
        case Kind::place:
        case Kind::provenance:
        case Kind::structure: json.value("json"); return;
    }
}

bool is_of_plain_values(const record::Field& field) {
    return field.of.kind == Kind::string || field.of.kind == Kind::reference || field.of.kind == Kind::code ||
           field.of.kind == Kind::date;
}

// Where the id of a record stands in an address, as the value of a column: its slashes stay.
std::string with_column(std::string address, std::string_view column) {
    if (const auto at = address.find("{id}"); at != std::string::npos) address.replace(at, 4, "{+" + std::string(column) + "}");
    return address;
}

void write_column(JsonWriter& json, const CsvTable& table, const record::Field& field, const record::Code* language_of_text) {
    const std::string name = std::string(field.name) + (language_of_text ? "_" + language_of_text->code : "");
    json.begin_object().member("name", name);
    titles(json, name, field, language_of_text);
    if (field.of.list && !is_of_plain_values(field)) {
        json.member("datatype", "json");
    } else {
        if (field.of.list) json.member("separator", "; ");
        datatype(json, field);
    }
    if (language_of_text) json.member("lang", language_of_text->code);
    if (is_always_told(field) && !language_of_text) json.member("required", true);  // a text may lack any one of its languages
    if (!field.term.empty()) json.member("propertyUrl", field.term);
    if (!field.refers.empty())
        if (const std::string page = table.page_of(field.refers); !page.empty()) json.member("valueUrl", with_column(page, name));
    json.end_object();
}

}  // namespace

void append_csvw(std::string& out, const CsvTable& table) {
    JsonWriter json(out);
    json.begin_object().member("@context", "http://www.w3.org/ns/csvw").member("url", table.address);
    append_tagged(json, "dc:title", table.title);
    if (!table.license.empty()) json.key("dc:license").begin_object().member("@id", table.license).end_object();
    json.key("rdfs:seeAlso").begin_object().member("@id", table.dictionary).end_object();
    json.key("dialect").begin_object().member("header", true).member("encoding", "utf-8").end_object();
    json.key("tableSchema").begin_object().key("columns").begin_array();
    for (const record::Field& field : table.type.fields) {
        if (field.of.kind == Kind::text && !field.of.list)
            for (const base::Language language : base::languages)
                write_column(json, table, field, record::find_code("languages", base::code(language)));
        else
            write_column(json, table, field, nullptr);
    }
    json.end_array().member("primaryKey", "id");
    if (const std::string page = table.page_of(table.type.name); !page.empty()) json.member("aboutUrl", with_column(page, "id"));
    json.end_object().end_object();
}

}  // namespace comity::exchange
