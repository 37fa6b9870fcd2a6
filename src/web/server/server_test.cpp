#include "web/server/server.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

namespace comity::server {
namespace {

using namespace std::chrono_literals;

const std::string large_text(20'000, 'x');

// Plain sockets: the test shall not share the server's own idea of HTTP.
class Client {
  public:
    explicit Client(const Server& server) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{10, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(server.port());
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }

    bool receive_more() {
        char buffer[4096];
        const ssize_t n = ::recv(socket_, buffer, sizeof buffer, 0);
        if (n <= 0) return false;
        received_.append(buffer, static_cast<std::size_t>(n));
        return true;
    }

    std::string all() {
        while (receive_more()) {}
        return std::exchange(received_, {});
    }

    // One answer, its body as long as it says.
    std::string answer(bool with_body = true) {
        std::size_t head = 0;
        while ((head = received_.find("\r\n\r\n")) == std::string::npos)
            if (!receive_more()) return std::exchange(received_, {});
        head += 4;
        const std::size_t at = received_.find("Content-Length: ");
        const std::size_t length = with_body && at < head ? std::stoul(received_.substr(at + 16)) : 0;
        while (received_.size() < head + length)
            if (!receive_more()) break;
        std::string out = received_.substr(0, head + length);
        received_.erase(0, out.size());
        return out;
    }

    std::string get(const std::string& target, const std::string& headers = "") {
        send("GET " + target + " HTTP/1.1\r\nHost: test\r\n" + headers + "\r\n");
        return answer();
    }

  private:
    int socket_;
    bool connected_ = false;
    std::string received_;
};

std::string status(const std::string& answer) { return answer.substr(0, 12); }
std::string body(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }
std::string header(const std::string& answer, const std::string& name) {
    const std::size_t at = answer.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + name.size() + 4;
    return answer.substr(begin, answer.find('\r', begin) - begin);
}

Site site() {
    const auto page = [](const Request&, const Match&) { return Response{.body = large_text, .caching = Caching::by_stamp}; };
    const auto echo = [](const Request& request, const Match&) {
        return Response{.content_type = "text/plain", .body = request.body};
    };
    const auto slow = [](const Request&, const Match&) {
        std::this_thread::sleep_for(300ms);
        return Response{.body = std::string("slow")};
    };
    return {.routes = {{.paths = {"/en", "/fr"}, .handler = page, .formats = {"html"}},
                       {.method = Method::post, .paths = {"/echo"}, .handler = echo},
                       {.paths = {"/slow"}, .handler = slow}},
            .error_page =
                [](const Request& request, const HttpError& error) {
                    return Response{.content_type = "text/plain", .body = request.path + " " + error.code};
                },
            .stamp = [] { return Stamp{20'000, 1}; }};
}

Options options() { return {.port = 0, .threads = 2, .head_within = 500ms, .body_within = 500ms, .largest_body = 1000}; }

TEST(Server, answers_and_keeps_the_connection) {
    Server server(options(), site());
    Client client(server);
    for (int i = 0; i < 3; ++i) {
        const std::string answer = client.get("/en");
        EXPECT_EQ(status(answer), "HTTP/1.1 200");
        EXPECT_EQ(body(answer), large_text);
        EXPECT_EQ(header(answer, "Content-Type"), "text/html; charset=utf-8");
        EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(header(answer, "Date").size(), 29U);
        EXPECT_EQ(header(answer, "Connection"), "");
    }
}

TEST(Server, closes_when_asked_to_and_after_http_1_0) {
    Server server(options(), site());
    Client asks(server), old(server);
    asks.send("GET /en HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(header(asks.all(), "Connection"), "close");
    old.send("GET /en HTTP/1.0\r\n\r\n");
    EXPECT_EQ(body(old.all()), large_text);
}

TEST(Server, gives_head_no_body) {
    Server server(options(), site());
    Client client(server);
    client.send("HEAD /en HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string answer = client.answer(false);
    EXPECT_EQ(header(answer, "Content-Length"), "20000");
    EXPECT_EQ(status(client.get("/en")), "HTTP/1.1 200") << "what follows is not taken for a body";
}

TEST(Server, compresses_for_those_who_can_read_it) {
    Server server(options(), site());
    Client client(server);
    const std::string answer = client.get("/en", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(header(answer, "Content-Encoding"), "gzip");
    EXPECT_EQ(header(answer, "Vary"), "Accept-Encoding");
    std::string zipped = body(answer), text(30'000, '\0');
    EXPECT_LT(zipped.size(), 1000U);
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    std::size_t size = 0;
    ASSERT_EQ(libdeflate_gzip_decompress(decompressor.get(), zipped.data(), zipped.size(), text.data(), text.size(), &size),
              LIBDEFLATE_SUCCESS);
    EXPECT_EQ(text.substr(0, size), large_text);
    EXPECT_EQ(header(client.get("/en", "Accept-Encoding: gzip;q=0\r\n"), "Content-Encoding"), "");
}

TEST(Server, answers_304_to_what_is_unchanged) {
    Server server(options(), site());
    Client client(server);
    const std::string etag = header(client.get("/en"), "ETag");
    ASSERT_NE(etag, "");
    const std::string answer = client.get("/en", "If-None-Match: " + etag + "\r\n");
    EXPECT_EQ(status(answer), "HTTP/1.1 304");
    EXPECT_EQ(body(answer), "");
}

TEST(Server, answers_pipelined_requests_in_their_order) {
    Server server(options(), site());
    Client client(server);
    client.send(
        "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nPOST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /fr "
        "HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(body(client.answer()), "slow");
    EXPECT_EQ(body(client.answer()), "abc");
    EXPECT_EQ(body(client.answer()), large_text);
}

TEST(Server, refuses_with_the_page_of_the_site) {
    Server server(options(), site());
    const auto ask = [&](const std::string& bytes) {
        Client client(server);
        client.send(bytes);
        return client.answer();
    };
    const std::string host = " HTTP/1.1\r\nHost: a\r\n";
    const std::pair<std::string, std::pair<const char*, const char*>> cases[] = {
        {"GET /none" + host + "\r\n", {"404", "/none not_found"}},
        {"PUT /fr" + host + "\r\n", {"405", "/fr method_not_allowed"}},
        {"GET /fr" + host + "Accept: image/png\r\n\r\n", {"406", "/fr not_acceptable"}},
        {"POST /echo" + host + "Content-Length: 1001\r\n\r\n", {"413", "/echo content_too_large"}},
        {"GET /" + std::string(9000, 'a') + host + "\r\n", {"414", " uri_too_long"}},
        {"GET /fr/" + std::string(9000, 'a') + host + "\r\n", {"414", "/fr uri_too_long"}},
        {"GET /fr" + host + "X: " + std::string(20'000, 'a') + "\r\n\r\n", {"431", "/fr head_too_large"}},
        {"GET /../etc/passwd" + host + "\r\n", {"400", " bad_request"}},
        {"GET /%FF%FE" + host + "\r\n", {"400", " bad_request"}},
        {"GET /en?q=%C3%28" + host + "\r\n", {"400", "/en bad_request"}},
        {"GET /en%00" + host + "\r\n", {"400", " bad_request"}},
        {"nonsense\r\n\r\n", {"400", " bad_request"}}};
    for (const auto& [bytes, expected] : cases) {
        const std::string answer = ask(bytes);
        EXPECT_EQ(status(answer), std::string("HTTP/1.1 ") + expected.first) << bytes.substr(0, 60);
        EXPECT_EQ(body(answer), expected.second) << bytes.substr(0, 60);
        EXPECT_NE(header(answer, "Content-Security-Policy"), "");
    }
}

TEST(Server, refuses_a_header_of_a_megabyte_and_goes_on) {
    Server server(options(), site());
    Client large(server), other(server);
    large.send("GET /en HTTP/1.1\r\nHost: a\r\nX: " + std::string(1024 * 1024, 'a') + "\r\n\r\n");
    const std::string answer = large.all();
    EXPECT_EQ(status(answer), "HTTP/1.1 431");
    EXPECT_EQ(header(answer, "Connection"), "close");
    EXPECT_EQ(status(other.get("/en")), "HTTP/1.1 200");
}

TEST(Server, cuts_a_slow_client_while_others_are_served) {
    Server server(options(), site());
    std::atomic<bool> cut = false;
    std::string answer;
    const auto begun = std::chrono::steady_clock::now();
    std::thread slow([&] {
        Client client(server);
        client.send("GET /en HTTP/1.1\r\nHost: a\r\n");
        std::thread dripping([&] {
            for (int i = 0; i < 100 && !cut && client.send("X: y\r\n"); ++i) std::this_thread::sleep_for(50ms);
        });
        answer = client.answer();
        cut = true;
        dripping.join();
    });
    int served = 0;
    while (!cut) {
        Client client(server);
        if (status(client.get("/en")) == "HTTP/1.1 200") ++served;
    }
    slow.join();
    EXPECT_EQ(status(answer), "HTTP/1.1 408");
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 3s) << "the deadline is absolute";
    EXPECT_GT(served, 5);
}

TEST(Server, cuts_a_slow_body) {
    Server server(options(), site());
    Client client(server);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(status(client.answer()), "HTTP/1.1 408");
}

TEST(Server, tells_a_waiting_client_to_continue) {
    Server server(options(), site());
    Client client(server);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(status(client.answer()), "HTTP/1.1 100");
    client.send("abc");
    EXPECT_EQ(body(client.answer()), "abc");
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5000\r\n\r\n");
    EXPECT_EQ(status(client.answer()), "HTTP/1.1 413");
}

TEST(Server, closes_idle_connections) {
    Options brief = options();
    brief.idle_at_most = 100ms;
    Server server(brief, site());
    Client client(server);
    client.get("/en");
    EXPECT_EQ(client.all(), "");
}

TEST(Server, limits_requests_of_one_address) {
    Options limited = options();
    limited.tokens_per_second = 0.1;
    limited.most_tokens = 3;
    Server server(limited, site());
    Client client(server);
    EXPECT_EQ(status(client.get("/en")), "HTTP/1.1 200");
    EXPECT_EQ(status(client.get("/en")), "HTTP/1.1 200");
    const std::string refused = client.get("/en");
    EXPECT_EQ(status(refused), "HTTP/1.1 429");
    EXPECT_EQ(header(refused, "Retry-After"), "10");
}

TEST(Server, believes_a_proxy_only_when_told_to) {
    Options limited = options();
    limited.tokens_per_second = 0.1;
    limited.most_tokens = 2;
    limited.behind_proxy = true;
    Server server(limited, site());
    Client client(server);
    for (const char* address : {"192.0.2.1", "192.0.2.2", "10.0.0.1, 192.0.2.3"})
        EXPECT_EQ(status(client.get("/en", std::string("X-Forwarded-For: ") + address + "\r\n")), "HTTP/1.1 200");
    client.get("/en", "X-Forwarded-For: 192.0.2.3\r\n");
    EXPECT_EQ(status(client.get("/en", "X-Forwarded-For: forged, 192.0.2.3\r\n")), "HTTP/1.1 429");
}

TEST(Server, refuses_more_connections_than_it_wants) {
    Options few = options();
    few.most_connections = 2;
    Server server(few, site());
    Client first(server), second(server);
    first.get("/en");
    second.get("/en");
    Client third(server);
    EXPECT_EQ(status(third.all()), "HTTP/1.1 503");
    EXPECT_EQ(status(first.get("/en")), "HTTP/1.1 200");
}

TEST(Server, finishes_requests_under_way_when_stopped) {
    Server server(options(), site());
    Client busy(server), idle(server);
    idle.get("/en");
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    std::vector<std::thread> stopping;
    for (int i = 0; i < 4; ++i) stopping.emplace_back([&] { server.stop(); });
    for (std::thread& thread : stopping) thread.join();
    EXPECT_EQ(body(busy.all()), "slow");
    EXPECT_EQ(idle.all(), "");
    server.wait();
    EXPECT_FALSE(Client(server).connected());
}

TEST(Server, survives_being_stopped_under_load) {
    for (int round = 0; round < 5; ++round) {
        auto server = std::make_unique<Server>(options(), site());
        std::atomic<bool> done = false;
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i)
            clients.emplace_back([&] {
                while (!done) {
                    Client client(*server);
                    for (int n = 0; n < 20 && !done; ++n)
                        if (client.get(n % 10 == 9 ? "/none" : "/en?" + std::to_string(n)).empty()) break;
                }
            });
        std::this_thread::sleep_for(50ms);
        server->stop();
        server->wait();
        done = true;
        for (std::thread& client : clients) client.join();
    }
}

TEST(Server, says_why_it_cannot_listen) {
    Server server(options(), site());
    Options same = options();
    same.port = server.port();
    try {
        Server second(same, site());
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("cannot listen on 127.0.0.1:"), std::string::npos) << error.what();
    }
    EXPECT_EQ(server.address(), "http://127.0.0.1:" + std::to_string(server.port()));
}

}  // namespace
}  // namespace comity::server
