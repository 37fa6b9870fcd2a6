#include "web/server/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace comity::server {
namespace {

using State = RequestReader::State;
constexpr ReaderLimits small{.largest_target = 100, .largest_head = 1000, .largest_body = 500};

// Feeds the bytes in pieces of that size until the reader wants no more.
void feed(RequestReader& reader, std::string_view bytes, std::size_t piece = 100'000) {
    while (!bytes.empty() && reader.state() != State::complete && reader.state() != State::failed) {
        const auto room = reader.room();
        const std::size_t n = std::min({piece, room.size(), bytes.size()});
        std::copy_n(bytes.data(), n, room.data());
        reader.received(n);
        bytes.remove_prefix(n);
    }
}

int status_of(std::string_view bytes) {
    RequestReader reader(small);
    feed(reader, bytes);
    return reader.state() == State::failed ? reader.error().status : 0;
}

TEST(RequestReader, reads_a_request_in_pieces_of_any_size) {
    const std::string bytes =
        "POST /fr/a%20b?x=1 HTTP/1.1\r\nHost: a\r\nX-Name: One\r\nx-name: Two\r\nContent-Length: 5\r\n\r\nhello";
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        RequestReader reader(small);
        feed(reader, bytes, piece);
        ASSERT_EQ(reader.state(), State::complete) << piece;
        EXPECT_TRUE(reader.keep_alive());
        const Request request = reader.take();
        EXPECT_EQ(request.method, Method::post);
        EXPECT_EQ(request.target, "/fr/a%20b?x=1");
        EXPECT_EQ(request.path, "/fr/a b");
        EXPECT_EQ(request.query, (Parameters{{"x", "1"}}));
        EXPECT_EQ(request.header("x-name"), "One, Two");
        EXPECT_EQ(request.body, "hello");
        EXPECT_EQ(reader.state(), State::between);
    }
}

TEST(RequestReader, reads_chunks_in_pieces_of_any_size) {
    for (const std::string_view chunks : {"0\r\n\r\n", "2\r\nab\r\n3;x=y\r\ncde\r\n0\r\nTrailer: t\r\n\r\n"}) {
        const std::string bytes = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(chunks);
        for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
            RequestReader reader(small);
            feed(reader, bytes, piece);
            ASSERT_EQ(reader.state(), State::complete) << piece;
            EXPECT_EQ(reader.take().body, chunks.size() == 5 ? "" : "abcde");
        }
    }
}

TEST(RequestReader, reads_requests_that_come_together_one_after_the_other) {
    RequestReader reader(small);
    feed(reader,
         "\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
         "chunked\r\n\r\n2\r\nab\r\n0\r\n\r\nGET /3 HTTP");
    EXPECT_EQ(reader.take().path, "/1");
    ASSERT_EQ(reader.state(), State::complete);
    EXPECT_EQ(reader.take().body, "ab");
    EXPECT_EQ(reader.state(), State::head);
    feed(reader, "/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_FALSE(reader.keep_alive());
    EXPECT_EQ(reader.take().path, "/3");
}

TEST(RequestReader, refuses_what_is_too_large) {
    const std::string host = "Host: a\r\n";
    EXPECT_EQ(status_of("GET /" + std::string(200, 'a')), 414);
    EXPECT_EQ(status_of("GET /" + std::string(200, 'a') + " HTTP/1.1\r\n\r\n"), 414);
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nX: " + std::string(1000, 'a')), 431);
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nX: " + std::string(1000, 'a') + "\r\n\r\n"), 431);
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\n" + host + "Content-Length: 501\r\n\r\n"), 413);
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1f5\r\n"), 413);
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(5000, 'a')), 413);
}

TEST(RequestReader, counts_headers_that_arrive_slowly) {
    RequestReader reader(small);
    std::string bytes = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 200; ++i) bytes += "X-A: b\r\n";
    feed(reader, bytes, 8);
    ASSERT_EQ(reader.state(), State::failed);
    EXPECT_EQ(reader.error().status, 431);
}

TEST(RequestReader, stops_trailers_that_never_end) {
    RequestReader reader(small);
    std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    for (int i = 0; i < 2000; ++i) bytes += "X-A: b\r\n";
    feed(reader, bytes, 8);
    ASSERT_EQ(reader.state(), State::failed);
    EXPECT_EQ(reader.error().status, 413);
}

TEST(RequestReader, refuses_what_is_not_http) {
    for (const char* bad :
         {"GET / HTTP/1.1\n\n", "GET\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
          "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"})
        EXPECT_EQ(status_of(bad), 400) << bad;
    EXPECT_EQ(status_of("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
}

TEST(RequestReader, keeps_what_an_error_page_needs_to_know) {
    RequestReader reader(small);
    feed(reader, "GET /fr/x.json HTTP/1.1\r\nX: " + std::string(1000, 'a'));
    const Request request = reader.take();
    EXPECT_EQ(request.method, Method::get);
    EXPECT_EQ(request.path, "/fr/x.json");
}

TEST(RequestReader, knows_who_waits_for_a_continue) {
    RequestReader reader(small);
    feed(reader, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(reader.state(), State::body);
    EXPECT_TRUE(reader.wants_continue());
    feed(reader, "ab");
    EXPECT_EQ(reader.take().body, "ab");
}

}  // namespace
}  // namespace comity::server
