#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"
#include "web/html/html.hpp"

// What every page of a record says of where its facts come from.
namespace comity::pages {

// "Verified", "Docket-derived", "Recalled" …: how far something can be trusted, as a word in its frame. Nothing for "sourced".
void confidence_mark(html::Html& h, const base::Words& words, std::string_view code);

// What is said of single fields of a record: how sure a value is, or another value that a source gives.
void claims(html::Html& h, const base::Words& words, const record::RecordType& type, const std::vector<record::Claim>& held);

// A paragraph for each source: a link where it is an address.
void source_links(html::Html& h, const std::vector<std::string>& sources);

// A place by its name and, where it has coordinates, its position and a small map.
void place_shown(html::Html& h, const base::Words& words, const record::Place& place);

// The part of the page that says it all.
void sources_part(html::Html& h, const base::Words& words, const record::RecordType& type, const record::Provenance& provenance);

}  // namespace comity::pages
