#pragma once

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/record.hpp"

// What stands in a record that is known by its field table only. A path names a field, or a member inside it: "place.country",
// "phases.amount"; lists on the way are opened.
namespace comity::collections {

// Every value at a path, in the order of the record; none where something on the way is absent.
std::vector<const record::Value*> values_at(const record::Value& record, std::string_view path);
const record::Value* value_at(const record::Value& record, std::string_view path);  // the first, or null

// Strings, codes, references and dates as they are written; whole numbers as digits; anything else is left out.
std::vector<std::string> strings_at(const record::Value& record, std::string_view path);
// A text as it is; a plain string, which has no language, as the same in each. Empty where there is none.
base::Text text_at(const record::Value& record, std::string_view path);
std::optional<base::Date> date_at(const record::Value& record, std::string_view path);

// The day under which a record stands and its last one, where it lasts. `date` may also be the path of a string that is a year or
// a span of years, "2013-2014", as operational plans are called; other strings tell no date.
struct Span {
    std::optional<base::Date> date, end;
};
Span span_at(const record::Value& record, std::string_view date, std::string_view end);

struct Point {
    double latitude, longitude;
};
// The coordinates of a place; nullopt where it has none.
std::optional<Point> point_at(const record::Value& record, std::string_view path);

// One text with the same words in every language, for names and numbers.
base::Text same_in_all(std::string_view words);

}  // namespace comity::collections
