#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace comity::server {

struct ReaderLimits {
    std::size_t largest_target = 8 * 1024;
    std::size_t largest_head = 16 * 1024;
    std::size_t largest_body = 1024 * 1024;
};

// Makes requests of the bytes that come over one connection, without touching the connection itself.
class RequestReader {
  public:
    enum class State : std::uint8_t {
        between,   // nothing of a next request has come yet
        head,      // part of its head
        body,      // its head whole, part of its body
        complete,  // take() it
        failed,    // error() says why; the connection can't be used further, take() gives what was read
    };

    explicit RequestReader(const ReaderLimits& limits);
    ~RequestReader();

    std::span<char> room();        // for the next bytes, never empty
    void received(std::size_t n);  // so many were put there
    State state() const;
    const HttpError& error() const;

    bool wants_continue() const;  // the client waits for "100 Continue" before it sends its body
    bool keep_alive() const;      // of the request at hand: the client may send another one after it
    Request take();               // and goes on with what came behind it

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace comity::server
