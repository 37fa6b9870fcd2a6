#pragma once

#include <string>
#include <string_view>

namespace comity::server {

enum class Effort { small, quick };  // few bytes, or little time
std::string gzip(std::string_view bytes, Effort effort);

// True for media types that get smaller: text, JSON, XML, SVG; not for fonts, pictures and PDF.
bool is_compressible(std::string_view content_type);

}  // namespace comity::server
