#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace comity::server {

// A token bucket for each client address; IPv6 clients share one for each /64, since they choose the rest themselves.
// Memory is bounded: once `most_addresses` are in use, further ones share a bucket. For several threads.
class RateLimit {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // tokens_per_second 0: no limit.
    RateLimit(double tokens_per_second, double most_tokens, std::size_t most_addresses = 65'536);

    // Takes the tokens, or takes none and says how long until there are enough.
    std::chrono::seconds take(std::string_view address, double tokens, Time now);

  private:
    struct Bucket {
        double tokens;
        Time at;
    };
    Bucket& bucket(std::string key, Time now);
    double filled(const Bucket& bucket, Time now) const;

    const double per_second_, most_;
    const std::size_t most_addresses_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
    Time swept_{};
};

}  // namespace comity::server
