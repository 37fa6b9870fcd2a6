#pragma once

#include "base/json_writer.hpp"

namespace comity::api {

// The members of an OpenAPI document's components.schemas: the record types from their field tables, and the answers made of
// them.
void write_schemas(base::JsonWriter& json);

}  // namespace comity::api
