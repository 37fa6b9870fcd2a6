#pragma once

#include <string>

#include "base/json_writer.hpp"
#include "law/mechanism.hpp"
#include "record/record.hpp"

namespace comity::api {

// The members of an OpenAPI document's components.schemas: the record types from their field tables, and the answers made of
// them. The law says what agreements and events there can be.
void write_schemas(base::JsonWriter& json, const law::Mechanisms& law);

// Of a record type: "NewsItem". The list of its collection is "NewsItemRecords", the answer of one record "NewsItemDocument".
std::string schema_name(const record::RecordType& type);

}  // namespace comity::api
