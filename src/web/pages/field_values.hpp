#pragma once

#include "base/messages.hpp"
#include "base/money.hpp"
#include "collections/shelf.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"
#include "web/html/html.hpp"
#include "web/site/site.hpp"

// The values of a record's fields as a page shows them, by their kind.
namespace comity::pages {

struct ValueView {
    const site::Site& site;
    const collections::Shelves& shelves;
    base::Language language;
    base::Words words;
};

// The value as content of a <dd>: a paragraph, a list for several, a table for a list of structures, a link for a reference, a
// map beside a place, an address for a field named "url" or "website".
void field_value(html::Html& h, const ValueView& view, const record::Field& field, const record::Value& value);
// The same in one line, for a list's second line: codes by their labels, references by their titles, without links.
std::string value_in_line(const ValueView& view, const record::Field& field, const record::Value& value);

// A link to a record, with its title in the reader's language; its title alone where its type has no pages.
void record_link(html::Html& h, const ValueView& view, const record::RecordType& type, std::string_view id);

// "US$9,000,000", "C$12,000,000 (at most)"; "9 000 000 $ US" in French.
std::string money_text(const base::Words& words, const base::Money& money);

}  // namespace comity::pages
