#include "web/api/parts.hpp"

#include <boost/json/serialize.hpp>

#include "web/server/negotiate.hpp"

namespace comity::api {

server::Response answered(std::string_view format, std::string body) {
    return {.content_type = server::content_type(format), .body = std::move(body), .caching = server::Caching::by_stamp};
}

std::string absolute(const site::Site& site, const Spot& spot, std::string_view format) {
    return site.origin() + site::address(spot.page, spot.language, spot.captured, format, spot.query);
}

void write_links(base::JsonWriter& json, const site::Site& site, const Spot& spot) {
    json.key("links").begin_object();
    for (const std::string_view format : site::route(spot.page).formats) json.member(format, absolute(site, spot, format));
    json.end_object().key("languages").begin_object();
    for (const base::Language language : site.languages())
        json.member(base::code(language), absolute(site, {spot.page, language, spot.captured, spot.query}));
    json.end_object();
}

void write_text(base::JsonWriter& json, std::string_view name, const base::Text& text) {
    json.key(name);
    if (text.empty()) {
        json.null();
        return;
    }
    json.begin_object();
    bool stale = false;
    for (const base::Language language : base::languages) {
        if (!text[language].empty()) json.member(base::code(language), text[language]);
        stale = stale || text.stale[static_cast<std::size_t>(language)];
    }
    json.member("original", base::code(text.original));
    if (stale) {
        json.key("stale").begin_array();
        for (const base::Language language : base::languages)
            if (text.stale[static_cast<std::size_t>(language)]) json.value(base::code(language));
        json.end_array();
    }
    json.end_object();
}

void write_date(base::JsonWriter& json, std::string_view name, const std::optional<base::Date>& date) {
    write_code(json, name, date ? base::to_string(*date) : "");
}

void write_day(base::JsonWriter& json, std::string_view name, const std::optional<base::Day>& day) {
    write_code(json, name, day ? base::to_string(*day) : "");
}

void write_known(base::JsonWriter& json, const std::optional<site::Known>& known) {
    write_code(json, "known", known ? base::to_string(known->day) : "");
}

void write_code(base::JsonWriter& json, std::string_view name, std::string_view code) {
    json.key(name);
    if (code.empty())
        json.null();
    else
        json.value(code);
}

void write_record(base::JsonWriter& json, const record::RecordType& type, const void* record) {
    json.raw(boost::json::serialize(record::to_value(type, record)));
}

std::string in_language(const base::Text& text, base::Language reader) { return std::string(base::shown(text, reader).text); }

std::optional<exchange::Point> point_of(const std::optional<record::Place>& place) {
    if (!place || !place->latitude || !place->longitude) return std::nullopt;
    return exchange::Point{*place->latitude, *place->longitude};
}

std::string publisher(const site::Site& site, base::Language reader) { return in_language(site.profile().name, reader); }

std::string schema_name(const record::RecordType& type) {
    std::string name;
    bool upper = true;
    for (const char c : type.name) {
        if (c != '_') name += upper ? static_cast<char>(c - 'a' + 'A') : c;
        upper = c == '_';
    }
    return name;
}

}  // namespace comity::api
