#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "web/server/route.hpp"

namespace comity::server {

// What public pages depend on besides the request: an entry of the page cache is good while this has not moved.
struct Stamp {
    std::int64_t day = 0;    // the day for which pages are written
    std::uint64_t head = 0;  // the journal's last sequence number
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

// All that the server is told about the program. Every function is called from several threads at once.
struct Site {
    std::vector<Route> routes;

    // The one place that turns an error into an answer: its status and headers are the error's, body and content type are the
    // page's. Also called for requests that could not be read to their end; then only the parts that were read are there.
    std::function<Response(const Request&, const HttpError&)> error_page;

    // Where the page of a request that would be answered 404 has gone for good; the answer is then 301. Absent: nowhere.
    std::function<std::optional<std::string>(const Request&)> moved = {};

    // Asked before every request, so it must be quick. Absent: nothing is cached.
    std::function<Stamp()> stamp = {};

    // Throws HttpError (401, 403) where the reader lacks what match.route->capability asks. Absent: only "public" is allowed.
    std::function<void(const Request&, const Match&)> permit = {};

    // For the Date header, and nothing else.
    std::function<std::chrono::sys_time<std::chrono::milliseconds>()> clock = base::now;

    std::string content_security_policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
};

}  // namespace comity::server
