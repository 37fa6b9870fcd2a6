#include "web/pages/field_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "collections/values.hpp"
#include "exchange/catalog.hpp"
#include "record/codec.hpp"
#include "record/codes.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/sources.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/routes.hpp"

namespace comity::pages {

namespace {

using namespace html;
using base::Words;
using record::Field;
using record::Kind;
using record::Value;

template <class T>
T read(const Value& value) {
    auto read = record::Codec<T>::in(value);
    COMITY_ASSERT(read);  // it comes from the store
    return *std::move(read);
}

// A number with at most two decimals, in the language's way.
std::string decimal_text(base::Language language, double number) {
    std::string text = fmt::format("{:.2f}", number);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    const std::size_t point = text.find('.');
    std::string whole = base::format_number(language, static_cast<std::int64_t>(number));
    if (point == std::string::npos) return whole;
    return whole + (language == base::Language::en ? "." : ",") + text.substr(point + 1);
}

const record::RecordType& referred(const Field& field) {
    const record::RecordType* type = record::find_type(exchange::catalog(), field.refers);
    COMITY_ASSERT(type != nullptr);
    return *type;
}

// A string in words: a code by its label, a Party by its name.
std::string string_text(const ValueView& view, const Field& field, std::string_view text) {
    if (field.code_list == "countries" && exchange::find_party(view.site.profile(), text))
        return std::string(site::party_name(view.site, text, view.language));
    if (field.code_list.empty() && field.name == "party") return std::string(site::party_name(view.site, text, view.language));
    if (!field.code_list.empty()) return std::string(site::label(field.code_list, text, view.language));
    return std::string(text);
}

// The words of an enumeration's code: "value.started"; the code itself with spaces where a message is missing is a fault of the
// tests.
std::string code_text(const ValueView& view, std::string_view code) {
    const std::string key = fmt::format("value.{}", code);
    return std::string(view.words(key.c_str()));
}

void one(Html& h, const ValueView& view, const Field& field, const Value& value) {
    switch (field.of.kind) {
        case Kind::string: {
            const std::string_view text = value.as_string();
            if (text.starts_with("http://") || text.starts_with("https://"))
                h.a(href(text), address_shown(text));
            else
                h.write(string_text(view, field, text));
            return;
        }
        case Kind::text: return record_text(h, read<base::Text>(value), view.language);
        case Kind::integer: return h.write(base::format_number(view.language, value.as_int64()));
        case Kind::number: return h.write(decimal_text(view.language, value.to_number<double>()));
        case Kind::boolean: return h.write(view.words(value.as_bool() ? "value.yes" : "value.no"));
        case Kind::date: return time_short(h, view.language, read<base::Date>(value));
        case Kind::money: return h.write(money_text(view.words, read<base::Money>(value)));
        case Kind::place: return place_shown(h, view.words, read<record::Place>(value));
        case Kind::reference: return record_link(h, view, referred(field), value.as_string());
        case Kind::code: return h.write(code_text(view, value.as_string()));
        case Kind::provenance:
        case Kind::structure: return;  // each has a form of its own
    }
}

// Structures as a table: a column for each member that some row has.
void structures(Html& h, const ValueView& view, const Field& field, const boost::json::array& rows) {
    std::vector<const Field*> columns;
    for (const Field& part : field.of.parts())
        if (std::ranges::any_of(rows, [&](const Value& row) { return row.as_object().contains(part.name); }))
            columns.push_back(&part);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words(field.label.data()));
        h.thead([&] {
            h.tr([&] {
                for (const Field* column : columns) h.th(scope("col"), view.words(column->label.data()));
            });
        });
        h.tbody([&] {
            for (const Value& row : rows)
                h.tr([&] {
                    for (const Field* column : columns)
                        h.td(attr<"data-label">(view.words(column->label.data())), [&] {
                            if (const Value* held = row.as_object().if_contains(column->name))
                                field_value(h, view, *column, *held);
                        });
                });
        });
    });
}

}  // namespace

void record_link(Html& h, const ValueView& view, const record::RecordType& type, std::string_view id) {
    const base::Text title = site::record_title(view.shelves, type, id);
    const std::string address = site::record_address(type, id, view.language);
    if (address.empty())
        record_text(h, title, view.language);
    else
        h.a(href(address), lang_of(title, view.language), base::shown(title, view.language).text);
}

void field_value(Html& h, const ValueView& view, const Field& field, const Value& value) {
    const auto* list = value.if_array();
    if (field.of.kind == Kind::structure) {
        if (list) return structures(h, view, field, *list);
        return structures(h, view, field, {value});
    }
    if (!list) return one(h, view, field, value);
    if (list->size() == 1) return one(h, view, field, list->front());
    h.ul([&] {
        for (const Value& element : *list) h.li([&] { one(h, view, field, element); });
    });
}

std::string value_in_line(const ValueView& view, const Field& field, const Value& value) {
    if (const auto* list = value.if_array()) {
        std::vector<std::string> items;
        for (const Value& element : *list) items.push_back(value_in_line(view, field, element));
        return base::list_of(view.language, items);
    }
    switch (field.of.kind) {
        case Kind::string: return string_text(view, field, value.as_string());
        case Kind::text: return std::string(base::shown(read<base::Text>(value), view.language).text);
        case Kind::integer: return base::format_number(view.language, value.as_int64());
        case Kind::number: return decimal_text(view.language, value.to_number<double>());
        case Kind::date: return base::short_date(view.language, read<base::Date>(value));
        case Kind::money: return money_text(view.words, read<base::Money>(value));
        case Kind::place: return std::string(base::shown(read<record::Place>(value).name, view.language).text);
        case Kind::code: return code_text(view, value.as_string());
        case Kind::reference: {
            const base::Text title = site::record_title(view.shelves, referred(field), value.as_string());
            return std::string(base::shown(title, view.language).text);
        }
        case Kind::boolean:
        case Kind::provenance:
        case Kind::structure: break;
    }
    return {};
}

std::string money_text(const Words& words, const base::Money& money) {
    const std::string amount = base::format_number(words.language(), money.amount);
    const std::string key = "money." + (money.currency.empty() ? "unknown" : money.currency);
    std::string text = words.has(key.c_str()) ? words(key.c_str(), {{"amount", amount}})
                                              : words("money.other", {{"amount", amount}, {"currency", money.currency}});
    if (!money.basis.empty() && money.basis != "exact") {
        std::string basis = "money.basis." + money.basis;
        std::ranges::replace(basis, ' ', '_');
        text = words(basis.c_str(), {{"money", text}});
    }
    if (money.rate_date) text += " " + words("money.rate", {{"date", base::short_date(words.language(), *money.rate_date)}});
    return text;
}

}  // namespace comity::pages
