#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity::server {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };
std::string_view name(Method method);  // "GET", …; other is ""
Method method_from(std::string_view name);

struct Parameter {
    std::string name, value;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};
using Parameters = std::vector<Parameter>;  // in the order in which they were given; a name may come more than once
std::optional<std::string_view> find(const Parameters& parameters, std::string_view name);  // the first of that name

// A request that was read whole and found well formed.
struct Request {
    Method method = Method::get;
    std::string target;  // as sent: "/en/submissions.json?party=MEX"
    std::string path;    // decoded, well-formed UTF-8, begins with '/', no "." or ".." segment, no control characters
    Parameters query;    // decoded, well-formed UTF-8
    Parameters headers;  // names in lower case
    std::string body;
    std::string address;  // of the client: "192.0.2.1"

    // The value of that header (lower case), several of one name joined by ", "; empty where there is none.
    std::string header(std::string_view name) const;
};

}  // namespace comity::server
