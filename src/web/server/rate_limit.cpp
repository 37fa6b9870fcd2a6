#include "web/server/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace comity::server {

namespace {

// "2001:db8:1:2:3:4:5:6" → "2001:db8:1:2": as addresses are written for us, the first four groups. One with "::" among them
// stands for fewer groups, which puts some neighbours apart and none together.
std::string network(std::string_view address) {
    std::size_t end = 0;
    for (int group = 0; group < 4; ++group) {
        const std::size_t colon = address.find(':', end);
        if (colon == std::string_view::npos) return std::string(address);
        if (colon + 1 < address.size() && address[colon + 1] == ':') return std::string(address.substr(0, colon));
        end = colon + 1;
    }
    return std::string(address.substr(0, end - 1));
}

}  // namespace

RateLimit::RateLimit(double tokens_per_second, double most_tokens, std::size_t most_addresses)
    : per_second_(tokens_per_second), most_(std::max(most_tokens, 1.0)), most_addresses_(most_addresses) {}

double RateLimit::filled(const Bucket& bucket, Time now) const {
    return std::min(most_, bucket.tokens + std::chrono::duration<double>(now - bucket.at).count() * per_second_);
}

RateLimit::Bucket& RateLimit::bucket(std::string key, Time now) {
    const auto at = buckets_.find(key);
    if (at != buckets_.end()) return at->second;
    if (buckets_.size() >= most_addresses_) {
        // Full buckets say nothing about their clients any more. Looked for once a second at most: it takes a while.
        if (now - swept_ >= std::chrono::seconds(1)) {
            swept_ = now;
            std::erase_if(buckets_, [&](const auto& entry) { return filled(entry.second, now) >= most_; });
        }
        if (buckets_.size() >= most_addresses_) key = "others";
    }
    return buckets_.try_emplace(std::move(key), Bucket{most_, now}).first->second;
}

std::chrono::seconds RateLimit::take(std::string_view address, double tokens, Time now) {
    if (per_second_ <= 0) return {};
    const std::lock_guard lock(mutex_);
    Bucket& mine = bucket(network(address), now);
    mine.tokens = filled(mine, now);
    mine.at = now;
    tokens = std::min(tokens, most_);
    if (mine.tokens >= tokens) {
        mine.tokens -= tokens;
        return {};
    }
    return std::chrono::seconds(static_cast<int>(std::ceil((tokens - mine.tokens) / per_second_)));
}

}  // namespace comity::server
