#include "requests/runner.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace comity::requests {
namespace {

using server::Application;
using server::HttpError;
using server::Match;
using server::Method;
using server::Request;
using server::Response;

Application& application() {
    static Application one(
        {.routes = {{.paths = {"/a"},
                     .handler =
                         [](const Request& r, const Match&) {
                             return Response{.content_type = "text/plain", .body = "one\ntwo " + r.header("x-two") + "\nthree\n"};
                         }},
                    {.method = Method::post,
                     .paths = {"/echo"},
                     .handler = [](const Request& r,
                                   const Match&) { return Response{.content_type = "text/plain", .body = r.body}; }}},
         .error_page = [](const Request&, const HttpError& e) { return Response{.body = e.code}; }},
        {});
    return one;
}

std::size_t faults(std::string_view text) { return differences(parse("a.case", text), application()).size(); }

TEST(Cases, hold_where_all_is_as_expected) {
    EXPECT_EQ(faults("# Shows it.\nGET /a\nX-Two: 2\n---\n200 OK\nContent-Type: text/*\n!ETag\n---\none\ntwo 2\nthree\n"), 0U);
    EXPECT_EQ(faults("GET /a\n---\n200\n---\none\n*\n"), 0U);
    EXPECT_EQ(faults("GET /a\n---\n200\n---\n*\nt*o*\n*\nthree\n*\n"), 0U);
    EXPECT_EQ(faults("GET /none\n---\n404\n---\nnot_found\n"), 0U);
    EXPECT_EQ(faults("GET /../a\n---\n400\n"), 0U);
    EXPECT_EQ(faults("POST /echo\n\na body\nof two lines\n---\n200\n---\na body\nof two lines\n"), 0U);
}

TEST(Cases, say_each_thing_that_differs) {
    EXPECT_EQ(faults("GET /a\n---\n404\nContent-Type: text/html*\n!Content-Type\n---\none\n"), 4U);
    EXPECT_EQ(faults("GET /a\n---\n200\n---\n*\nfour\n*\n"), 1U);
    EXPECT_EQ(faults("GET /a\n---\n200\nX-None: *\n"), 1U);
}

TEST(Cases, are_refused_where_they_say_nothing) {
    EXPECT_THROW(parse("a.case", "GET /a\n"), std::runtime_error);
    EXPECT_THROW(parse("a.case", "GET\n---\n200\n"), std::runtime_error);
    EXPECT_THROW(parse("a.case", "GET /a\n---\n"), std::runtime_error);
}

}  // namespace
}  // namespace comity::requests
