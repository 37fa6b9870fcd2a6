#include "base/json_writer.hpp"
#include "exchange/citation.hpp"

namespace comity::exchange {

namespace {

using base::JsonWriter;

void part(JsonWriter& json, const base::Date& date) {
    const std::chrono::year_month_day day{date.first()};
    json.begin_array().value(static_cast<int>(day.year()));
    if (date.precision() != base::Precision::year) json.value(static_cast<int>(static_cast<unsigned>(day.month())));
    if (date.precision() == base::Precision::day) json.value(static_cast<int>(static_cast<unsigned>(day.day())));
    json.end_array();
}

void dates(JsonWriter& json, std::string_view name, const base::Date& from, const std::optional<base::Date>& to = {}) {
    json.key(name).begin_object().key("date-parts").begin_array();
    part(json, from);
    if (to && *to != from) part(json, *to);
    json.end_array().end_object();
}

void names(JsonWriter& json, std::string_view name, const std::vector<std::string>& all) {
    if (all.empty() || all.front().empty()) return;
    json.key(name).begin_array();
    for (const std::string& one : all) json.begin_object().member("literal", one).end_object();
    json.end_array();
}

void member(JsonWriter& json, std::string_view name, const std::string& text) {
    if (!text.empty()) json.member(name, text);
}

}  // namespace

void append_csl_json(std::string& out, const Citation& citation) {
    JsonWriter json(out);
    const bool event = citation.as.csl == "event";
    json.begin_array().begin_object().member("id", citation.id).member("type", citation.as.csl);
    member(json, "title", citation.title);
    json.member("language", base::code(citation.language));
    names(json, event ? "organizer" : "author", {citation.author});
    names(json, event ? "chair" : "contributor", citation.contributors);
    if (citation.issued) dates(json, event ? "event-date" : "issued", *citation.issued, citation.until);
    member(json, "event-place", citation.place);
    member(json, citation.as.csl == "legal_case" ? "authority" : "publisher", citation.publisher);
    member(json, "genre", citation.genre);
    member(json, "number", citation.number);
    member(json, "collection-title", citation.series);
    member(json, "collection-number", citation.number_in_series);
    member(json, "number-of-pages", citation.pages);
    std::string isbns;
    for (const std::string& isbn : citation.isbns) isbns += (isbns.empty() ? "" : " ") + isbn;
    member(json, "ISBN", isbns);
    member(json, "abstract", citation.abstract);
    json.member("URL", citation.url);
    dates(json, "accessed", base::Date(citation.accessed));
    json.end_object().end_array();
}

}  // namespace comity::exchange
