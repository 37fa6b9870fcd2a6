#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "web/server/site.hpp"

namespace comity::server {

struct Options {
    std::string host = "127.0.0.1";  // an address, or a name that resolves to one
    std::uint16_t port = 8080;       // 0: the system chooses, Server::port() tells
    unsigned threads = 0;            // that talk to clients; 0: one for each core. As many again run handlers.

    // Deadlines are absolute: a client that sends a byte now and then is cut all the same.
    std::chrono::milliseconds head_within{10'000};   // from the connection or a request's first byte to its last header
    std::chrono::milliseconds body_within{30'000};   // then to the end of the body
    std::chrono::milliseconds idle_at_most{60'000};  // between two requests of a connection
    std::chrono::milliseconds sent_within{60'000};   // to take our answer, and a second more for each 50 kB of it
    std::chrono::milliseconds stop_within{5'000};    // for requests under way when stop() is called

    std::size_t largest_target = 8 * 1024;   // 414
    std::size_t largest_head = 16 * 1024;    // 431
    std::size_t largest_body = 1024 * 1024;  // 413
    std::size_t most_connections = 4096;     // 503 beyond
    std::size_t page_cache_bytes = 64 * 1024 * 1024;

    // Tokens of one client address: Route::cost is what an answer takes, one from the cache takes 1. 0: no limit.
    double tokens_per_second = 0;
    double most_tokens = 0;
    bool behind_proxy = false;  // the client's address is the last one of X-Forwarded-For
};

// Listens from its construction on; throws std::runtime_error where it can't (port taken, no such host).
class Server {
  public:
    Server(Options options, Site site);
    ~Server();  // stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    std::string address() const;  // "http://127.0.0.1:8080"

    // Takes no more requests, lets those under way finish (stop_within), closes all connections. From any thread, any number of
    // times; returns at once. Not from a signal handler: wait for the signal in a thread, then call it.
    void stop();
    void wait();  // until stopped

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace comity::server
