#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "web/server/request.hpp"

namespace comity::server {

struct Target {
    std::string path;
    Parameters query;
};

// The parts of a request's target, decoded. Understands "/path?query" and "http://host/path?query". Refused, with what is wrong
// as a sentence: percent signs without two hexadecimal digits, what is not UTF-8, control characters, "." and ".." segments,
// encoded slashes and backslashes, '#', more than 64 segments or 100 parameters.
std::expected<Target, std::string> parse_target(std::string_view target);

// "a=1&b=x+y": also the body of a form. A parameter without '=' has the empty value; empty ones are skipped.
std::expected<Parameters, std::string> parse_query(std::string_view query);

std::string encode_segment(std::string_view text);  // percent-encoded for one segment of a path
std::string encode_query(const Parameters& query);  // "a=1&b=x%20y"

}  // namespace comity::server
