#include "web/site/fact_sheets.hpp"

#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// Two editions of an instrument's fact sheet, as data.
namespace comity::api {

namespace {

void write_or_null(base::JsonWriter& json, std::string_view name, const std::string& value) {
    json.key(name);
    if (value.empty())
        json.null();
    else
        json.value(value);
}

std::string_view change(const site::SheetField& field) {
    if (field.earlier.empty()) return "only-now";
    if (field.now.empty()) return "only-earlier";
    return field.earlier == field.now ? "same" : "changed";
}

}  // namespace

server::Response fact_sheets_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::SheetsAsked asked = site::sheets_asked(site, request, match);
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("instrument", asked.instrument.id);
    json.key("earlier").begin_object().member("edition", asked.earlier.edition);
    write_date(json, "date", asked.earlier.date);
    write_or_null(json, "source", asked.earlier.source);
    json.end_object().key("now").begin_object();
    write_or_null(json, "edition", asked.instrument.compendium_edition);
    json.end_object().key("fields").begin_array();
    for (const site::SheetField& field : asked.fields) {
        json.begin_object().member("field", field.field->name).member("language", base::code(field.language));
        write_or_null(json, "earlier", field.earlier);
        write_or_null(json, "now", field.now);
        json.member("change", change(field)).end_object();
    }
    json.end_array();
    write_links(json, site, {site::Page::fact_sheets, match.language, match.captured, {{"with", asked.earlier.edition}}});
    json.end_object();
    return answered("json", std::move(out));
}

}  // namespace comity::api
