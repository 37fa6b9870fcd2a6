#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace comity::server {

struct Route;

// How a request fits a route.
struct Match {
    const Route* route = nullptr;
    base::Language language = base::Language::en;  // of the path's first segment, else as the reader's browser says
    std::string_view format;                       // one of route->formats; empty where it lists none
    Parameters captured;                           // {name} segments, decoded, never empty
    bool format_from_header = false;               // the Accept header chose the format: the answer varies with it
    bool language_from_header = false;

    std::string_view operator[](std::string_view name) const { return find(captured, name).value_or(""); }
};

using Handler = std::function<Response(const Request&, const Match&)>;

// What an answer costs us, when it isn't ready in the cache: the tokens that the rate limit takes.
enum class Cost : std::uint8_t { cheap = 1, ordinary = 2, heavy = 10 };

struct QueryParameter {
    std::string_view name;
    std::string_view summary;
    std::string_view example = "";
    bool repeated = false;  // may come several times
    bool any_name = false;  // stands for parameters of further names, which the handler knows
};

// A row of the route table. Views point to what lives as long as the program (literals).
struct Route {
    Method method = Method::get;          // GET answers HEAD too
    std::vector<std::string_view> paths;  // one, or one for each language, told by their first segment: {"/en/submissions",
                                          // "/fr/communications", …}; {name} is a segment that the request fills
    Handler handler;
    std::string_view capability = "public";  // what the reader must hold; only Site::permit knows what it means
    Cost cost = Cost::ordinary;
    std::string_view summary;
    std::vector<std::string_view> formats = {};  // names as in addresses ("html", "json"), the first one is the default;
                                                 // empty: the route has no suffixes and its handler sets the content type
    std::vector<QueryParameter> query = {};
};

// The address of a route in a language (of the path without a language, where it has only that): {name} segments filled,
// percent-encoded; ".format" appended where one is given. nullopt: it has no path for that language.
std::optional<std::string> address(const Route& route, base::Language language, const Parameters& captured = {},
                                   std::string_view format = "");

}  // namespace comity::server
