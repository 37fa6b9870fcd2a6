#pragma once

#include <string>

#include "exchange/public_record.hpp"

// A record of any type in the words of schema.org (JSON-LD). Texts are given in every language that they have.
namespace comity::exchange {

// The class of the record: "Report".
std::string_view schema_class(const PublicRecord& record);

// One JSON object without "<", so that it can stand in a script element as it is. A field is written where it has a term of
// schema.org, or one of Dublin Core or SKOS that schema.org has its own word for, and where the class of the record takes it;
// schema_org_terms.cpp says which words differ. Field by field, so that a field that a record type gains is there without a
// change here.
void append_schema_org(std::string& out, const PublicRecord& record);

}  // namespace comity::exchange
