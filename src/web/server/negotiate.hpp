#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/text.hpp"

// What a client says that it would like, read without trust: parts that make no sense are skipped.
namespace comity::server {

// The names of formats in addresses (".json") and what they are called in headers.
std::optional<std::string_view> media_type(std::string_view format);  // "json" → "application/json"
std::string content_type(std::string_view format);                    // the same, with the charset where it is text

// The format among `offered` that an Accept header likes best; the first of equals. nullopt: none of them is acceptable.
std::optional<std::string_view> choose_format(std::string_view accept, const std::vector<std::string_view>& offered);

bool accepts_gzip(std::string_view accept_encoding);

// True where If-None-Match names the ETag (weak comparison) or is "*".
bool names_etag(std::string_view if_none_match, std::string_view etag);

// The language of the path's first segment ("/fr/…"), else what Accept-Language likes best, else English.
base::Language reader_language(std::string_view path, std::string_view accept_language);

}  // namespace comity::server
