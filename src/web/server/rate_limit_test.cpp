#include "web/server/rate_limit.hpp"

#include <gtest/gtest.h>

namespace comity::server {
namespace {

using std::chrono::seconds;
const RateLimit::Time start{};

TEST(RateLimit, lets_through_what_the_bucket_holds_and_fills_it_again) {
    RateLimit limit(2, 10);
    EXPECT_EQ(limit.take("192.0.2.1", 10, start), seconds(0));
    EXPECT_EQ(limit.take("192.0.2.1", 5, start), seconds(3));
    EXPECT_EQ(limit.take("192.0.2.2", 5, start), seconds(0)) << "another client";
    EXPECT_EQ(limit.take("192.0.2.1", 5, start + seconds(3)), seconds(0));
    EXPECT_EQ(limit.take("192.0.2.1", 100, start + seconds(60)), seconds(0)) << "what costs more than a bucket takes a full one";
}

TEST(RateLimit, counts_an_ipv6_network_as_one_client) {
    RateLimit limit(1, 2);
    EXPECT_EQ(limit.take("2001:db8:1:2:3:4:5:6", 2, start), seconds(0));
    EXPECT_EQ(limit.take("2001:db8:1:2:ffff::1", 1, start), seconds(1));
    EXPECT_EQ(limit.take("2001:db8:1:3::1", 1, start), seconds(0));
}

TEST(RateLimit, stays_bounded_when_addresses_are_many) {
    RateLimit limit(1, 2, 10);
    for (int i = 0; i < 100; ++i) limit.take("10.0.0." + std::to_string(i), 1, start);
    EXPECT_GT(limit.take("10.0.1.1", 2, start), seconds(0)) << "shares a bucket with the others that came too late";
    EXPECT_EQ(limit.take("10.0.1.2", 2, start + seconds(10)), seconds(0)) << "full buckets were forgotten";
}

TEST(RateLimit, can_be_switched_off) {
    RateLimit limit(0, 0);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(limit.take("192.0.2.1", 100, start), seconds(0));
}

}  // namespace
}  // namespace comity::server
