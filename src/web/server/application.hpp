#pragma once

#include <variant>

#include "web/server/page_cache.hpp"
#include "web/server/rate_limit.hpp"
#include "web/server/router.hpp"
#include "web/server/site.hpp"

namespace comity::server {

struct ApplicationOptions {
    std::size_t page_cache_bytes = 64 * 1024 * 1024;
    double tokens_per_second = 0;  // 0: no limit
    double most_tokens = 0;
};

// From a request to what is sent, without a socket: limits, routes, permissions, cache, handlers, and the one place where errors
// become answers. For several threads. None of its functions throws.
class Application {
  public:
    using Time = RateLimit::Time;

    Application(Site site, const ApplicationOptions& options);

    Answer answer(const Request& request, Time now);

    // The same in two steps. begin() is quick: the answer where it is an error or ready in the cache, else the route whose
    // handler finish() runs.
    std::variant<Answer, Match> begin(const Request& request, Time now);
    Answer finish(const Request& request, const Match& match);

    // For what goes wrong before there is a whole request; request holds what could be read of it.
    Answer error(const Request& request, const HttpError& error);

    const Site& site() const { return site_; }

  private:
    template <class Result, class Do>
    Result guarded(const Request& request, Do act);
    Answer plain_error(const Request& request, const HttpError& error);
    void charge(const Request& request, double tokens, Time now);

    const Site site_;
    const Router router_;
    PageCache cache_;
    RateLimit limit_;
};

}  // namespace comity::server
