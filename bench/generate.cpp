// Writes a generated body into a new database file, once for all benchmarks that want it:
//   build/release/bench/generate build/release/bench/body-200000.db 200000
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "base/clock.hpp"
#include "bench/generated_body.hpp"
#include "exchange/catalog.hpp"

int main(int argc, char** argv) {
    using namespace comity;
    if (argc < 3) {
        fmt::print(stderr, "usage: generate FILE RECORDS [SEED]\n");
        return 2;
    }
    const std::string path = argv[1];
    const bench::Recipe recipe{.seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1,
                               .records = std::strtoull(argv[2], nullptr, 10)};
    if (std::filesystem::exists(path)) {
        fmt::print(stderr, "generate: {} is there already\n", path);
        return 2;
    }
    const std::string unfinished = path + ".unfinished";
    for (const char* of : {"", "-wal", "-shm"}) std::filesystem::remove(unfinished + of);
    const auto begun = std::chrono::steady_clock::now();
    {
        auto store = store::open({.address = "sqlite:" + unfinished, .catalog = exchange::catalog()});
        if (!store) {
            fmt::print(stderr, "generate: {}\n", store.error());
            return 2;
        }
        const bench::GeneratedBody body(COMITY_SOURCE_DIR "/data/bodies/cec", exchange::catalog(), recipe);
        const std::size_t records = bench::load(**store, body, store::Time(std::chrono::milliseconds{1'795'348'800'000}));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        fmt::print("{} records in {:.1f} s, {:.0f} a second\n", records, took.count(),
                   static_cast<double>(records) / took.count());
    }
    std::filesystem::rename(unfinished, path);
    fmt::print("{}: {} MB\n", path, std::filesystem::file_size(path) >> 20);
}
