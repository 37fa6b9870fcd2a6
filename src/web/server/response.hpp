#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web/server/request.hpp"

namespace comity::server {

// Bytes that live as long as their owner does: a file that is mapped.
struct SharedBytes {
    std::shared_ptr<const void> owner;
    std::string_view view;
};
// Bytes of our own, shared ones, or ones that live as long as the program (embedded files).
using Body = std::variant<std::string, SharedBytes, std::string_view>;
std::string_view bytes(const Body& body);

enum class Caching : std::uint8_t {
    never,     // for one reader only, or an error: no-store
    by_stamp,  // depends on target, format, language, day and journal head only: kept ready to send, revalidated by its ETag
    forever,   // what stands at this address never changes: browsers need not ask again
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    Body body;
    Caching caching = Caching::never;
    Parameters headers;  // further ones; one named here replaces the server's own of that name
    std::string etag;    // own validator with its quotes; cached answers get theirs from the server
    std::optional<std::chrono::sys_seconds> last_modified;
};

// The request ends here, with an answer that Site::error_page writes. Thrown by handlers.
struct HttpError {
    int status;
    std::string code;                       // stable name for programs and message catalogs: "not_found", "bad_parameter"
    std::string message;                    // what was wrong and what would be right, in English, for a person
    Parameters headers = {};                // Allow, Retry-After, …
    std::vector<std::string> choices = {};  // 405: the methods that are allowed; 406: the formats there are
};

std::string_view reason(int status);  // "Not Found"
Response redirect(std::string location, int status = 303);
std::string http_date(std::chrono::sys_seconds time);  // "Sun, 06 Nov 1994 08:49:37 GMT"

}  // namespace comity::server
