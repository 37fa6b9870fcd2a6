#pragma once

#include <string_view>

#include "base/json_writer.hpp"
#include "law/mechanism.hpp"

namespace comity::api {

// A member of components.schemas, as it stands there.
struct NamedSchema {
    std::string_view name, schema;
};

// The members of an OpenAPI document's components.schemas: the record types from their field tables, and the answers made of
// them. The law says what agreements and events there can be.
void write_schemas(base::JsonWriter& json, const law::Mechanisms& law);
// Those of the map and of OGC API - Features, a part of the above.
void write_map_schemas(base::JsonWriter& json);
// Those of search, translations, fact sheets and how to file, likewise.
void write_portal_schemas(base::JsonWriter& json);
// The answer of a section's landing page (landing.cpp).
void write_landing_schema(base::JsonWriter& json);

}  // namespace comity::api
