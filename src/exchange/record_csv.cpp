#include "exchange/record_csv.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "record/canonical.hpp"

namespace comity::exchange {

namespace {

using record::Value;

std::string cell(const Value& value) {
    if (value.is_null()) return {};
    if (const auto* text = value.if_string()) return {text->data(), text->size()};
    if (value.is_primitive()) return record::canonical(value);
    if (const auto* list = value.if_array()) {
        std::string out;
        for (const Value& element : *list) {
            if (!element.is_string()) return record::canonical(value);
            out += (out.empty() ? "" : "; ") + cell(element);
        }
        return out;
    }
    return record::canonical(value);
}

bool is_text(const record::Field& field) { return field.of.kind == record::Kind::text && !field.of.list; }

bool wanted(const record::Field& field, const std::vector<std::string>& only) {
    return only.empty() || std::ranges::find(only, field.name) != only.end();
}

void append_cells(std::vector<std::string>& cells, const record::Field& field, const Value* value) {
    if (!is_text(field)) {
        cells.push_back(value ? cell(*value) : "");
        return;
    }
    const auto* text = value ? value->if_object() : nullptr;
    for (const base::Language language : base::languages) {
        const Value* in = text ? text->if_contains(base::code(language)) : nullptr;
        cells.push_back(in ? cell(*in) : "");
    }
}

}  // namespace

void append_csv_columns(std::string& out, const record::RecordType& type, const std::vector<std::string>& only) {
    std::vector<std::string> cells;
    for (const record::Field& field : type.fields) {
        if (!wanted(field, only)) continue;
        if (is_text(field))
            for (const base::Language language : base::languages)
                cells.push_back(std::string(field.name) + "_" + std::string(base::code(language)));
        else
            cells.emplace_back(field.name);
    }
    append_csv_row(out, cells);
}

void append_csv_record(std::string& out, const record::RecordType& type, const void* record) {
    std::vector<std::string> cells;
    for (const record::Field& field : type.fields) {
        const Value value = field.of.get(record);
        append_cells(cells, field, &value);
    }
    append_csv_row(out, cells);
}

void append_csv_value(std::string& out, const record::RecordType& type, const Value& record,
                      const std::vector<std::string>& only) {
    std::vector<std::string> cells;
    for (const record::Field& field : type.fields)
        if (wanted(field, only)) append_cells(cells, field, record.as_object().if_contains(field.name));
    append_csv_row(out, cells);
}

}  // namespace comity::exchange
