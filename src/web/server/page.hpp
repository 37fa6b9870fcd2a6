#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "web/server/site.hpp"

namespace comity::server {

// A whole answer, ready to send. On the wire a head is followed by "Date: …\r\n", where needed "Connection: …\r\n", an empty
// line, and the body.
struct Page {
    int status = 200;
    std::string head;
    std::string gzip_head;          // empty where everyone is sent the plain body
    std::string not_modified_head;  // of the 304; empty where there is nothing to compare
    Body body;
    std::string gzip_body;
    std::string etag;
    std::string last_modified;

    std::size_t size() const;  // in memory, about
};

struct Circumstances {
    std::string_view content_security_policy;
    std::optional<Stamp> stamp;  // part of the ETag of what is cached by it
    bool varies_with_accept = false;
    bool varies_with_language = false;
};

// Throws std::invalid_argument where a header holds a line break.
Page make_page(Response response, const Circumstances& circumstances);

// What one request is sent of a page: the views live as long as the page.
struct Answer {
    std::shared_ptr<const Page> page;
    int status = 200;
    std::string_view head, body;
};
Answer select(std::shared_ptr<const Page> page, const Request& request);

}  // namespace comity::server
