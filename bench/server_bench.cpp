// A cached page of 20 KB: what it costs inside the program. For requests per second over sockets:
//   build/release/bench/server_bench listen 8090 1 &  wrk -t1 -c32 -d10 http://127.0.0.1:8090/en

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>
#include <string>

#include "web/server/application.hpp"
#include "web/server/reader.hpp"
#include "web/server/server.hpp"

namespace {

using namespace comity::server;

// Random words, so that the compressed page is of a likely size.
std::string page_text() {
    std::mt19937 random(1);
    std::string out;
    while (out.size() < 20'000) out += "<li>word" + std::to_string(random() % 1000) + "</li>";
    return out;
}

Site site() {
    static const std::string text = page_text();
    const auto page = [](const Request&, const Match&) { return Response{.body = text, .caching = Caching::by_stamp}; };
    return {.routes = {{.paths = {"/en"}, .handler = page, .summary = "a page", .formats = {"html", "json"}}},
            .error_page = [](const Request&, const HttpError& error) { return Response{.body = error.message}; },
            .stamp = [] { return Stamp{20'000, 1}; }};
}

// As Firefox sends it.
constexpr std::string_view request_bytes =
    "GET /en HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 "
    "Firefox/128.0\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\nAccept-Language: "
    "en-US,en;q=0.5\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\nConnection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\n\r\n";

void cached_page_from_bytes_to_answer(benchmark::State& state) {
    Application application(site(), {});
    RequestReader reader({});
    for (auto _ : state) {
        const auto room = reader.room();
        std::copy(request_bytes.begin(), request_bytes.end(), room.begin());
        reader.received(request_bytes.size());
        benchmark::DoNotOptimize(application.answer(reader.take(), {}));
    }
}
BENCHMARK(cached_page_from_bytes_to_answer);

void reading_a_request(benchmark::State& state) {
    RequestReader reader({});
    for (auto _ : state) {
        const auto room = reader.room();
        std::copy(request_bytes.begin(), request_bytes.end(), room.begin());
        reader.received(request_bytes.size());
        benchmark::DoNotOptimize(reader.take());
    }
}
BENCHMARK(reading_a_request);

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "listen") {
        Server server(
            {.port = static_cast<std::uint16_t>(std::atoi(argv[2])), .threads = static_cast<unsigned>(std::atoi(argv[3]))},
            site());
        server.wait();
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
