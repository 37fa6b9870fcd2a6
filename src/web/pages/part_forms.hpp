#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body/council/person.hpp"
#include "collections/relations.hpp"
#include "web/pages/record_parts.hpp"

// Forms that the own parts of several record pages have in common.
namespace comity::pages {

// A section with its heading and, where `note` is not null, a note in the margin.
void part(html::Html& h, const base::Words& words, std::string_view id, const char* title, const char* note,
          const std::function<void()>& content);

// A cell of the "standing" strip; `under` may be empty.
void standing_cell(html::Html& h, std::string_view name, std::string_view value, std::string_view under = "");

// A row of a list of facts.
void fact(html::Html& h, std::string_view name, const std::function<void()>& content);

// The records of a type whose field at `path` names this one, by id; at most `most_named`.
inline constexpr std::size_t most_named = 200;
std::vector<store::Stored> naming(const RecordView& view, const record::RecordType& type, std::string_view path);

// Links to records, as a list; those that are called the same are told apart by their days.
void record_links(html::Html& h, const ValueView& view, const record::RecordType& type, const std::vector<std::string>& ids);

// Someone by name, with a link where they have a record.
void named_person(html::Html& h, const ValueView& view, const council::NamedPerson& person);

// The date as a list writes it, or that the day is not known.
void date_or_unknown(html::Html& h, const ValueView& view, const std::optional<base::Date>& date);

// A field of the record in one line, as lists write it; "" where the record doesn't have it.
std::string said(const RecordView& view, std::string_view field);

// Events as a small course: what happened when, with those whose day is not known at their place in the record.
struct CourseStep {
    std::optional<base::Date> date;
    std::string text;
};
void small_course(html::Html& h, const ValueView& view, const std::vector<CourseStep>& steps);

// The list of a collection narrowed to the records that name this one in that relation; "" where it can't be narrowed so.
std::string narrowed_list(const RecordView& view, const collections::Relation& relation);

// A code's label with a capital at its beginning.
std::string capital(std::string_view text);

}  // namespace comity::pages
