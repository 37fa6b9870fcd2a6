#include "web/server/response.hpp"

#include <gtest/gtest.h>

namespace comity::server {
namespace {

TEST(Response, writes_dates_as_http_wants_them) {
    EXPECT_EQ(http_date(std::chrono::sys_seconds(std::chrono::seconds(784111777))), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(std::chrono::sys_seconds{}), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(Response, reads_every_kind_of_body) {
    EXPECT_EQ(bytes(Body{std::string("a")}), "a");
    const auto owner = std::make_shared<const std::string>("b");
    EXPECT_EQ(bytes(Body{SharedBytes{owner, *owner}}), "b");
    EXPECT_EQ(bytes(Body{std::string_view("c")}), "c");
}

TEST(Response, redirects) {
    const Response response = redirect("/en");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(find(response.headers, "Location"), "/en");
}

}  // namespace
}  // namespace comity::server
