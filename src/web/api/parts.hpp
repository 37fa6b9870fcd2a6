#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "exchange/json_ld.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"
#include "web/server/response.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// What the machine formats have in common.
namespace comity::api {

// An answer that depends on its address, the day and the journal's head only. `format` is its name in addresses.
server::Response answered(std::string_view format, std::string body);

// Where an answer stands among its formats and languages.
struct Spot {
    site::Page page;
    base::Language language;
    server::Parameters captured;
    server::Parameters query;
};
// With the site's origin: for whoever reads it somewhere else.
std::string absolute(const site::Site& site, const Spot& spot, std::string_view format = "");
// "links": the addresses of the page and of each of its formats, by format; "languages": the page in each language.
void write_links(base::JsonWriter& json, const site::Site& site, const Spot& spot);

void write_text(base::JsonWriter& json, std::string_view name, const base::Text& text);  // as a record writes it; null if empty
void write_date(base::JsonWriter& json, std::string_view name, const std::optional<base::Date>& date);
void write_day(base::JsonWriter& json, std::string_view name, const std::optional<base::Day>& day);
void write_known(base::JsonWriter& json, const std::optional<site::Known>& known);      // "known": the day, null for now
void write_code(base::JsonWriter& json, std::string_view name, std::string_view code);  // null if empty
void write_record(base::JsonWriter& json, const record::RecordType& type, const void* record);

// In that language, or the original where there is none.
std::string in_language(const base::Text& text, base::Language reader);
std::optional<exchange::Point> point_of(const std::optional<record::Place>& place);
std::string publisher(const site::Site& site, base::Language reader);

// Of a record type: "NewsItem". The list of its collection is "NewsItemRecords", the answer of one record "NewsItemDocument".
std::string schema_name(const record::RecordType& type);

}  // namespace comity::api
