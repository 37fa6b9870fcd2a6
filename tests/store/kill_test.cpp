#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "store/databases.hpp"
#include "store/verify.hpp"

namespace comity::store::tests {

namespace {

// Commits without end from two threads and writes what was acknowledged to the pipe: "PARTY SEQUENCE\n", each line in one write.
[[noreturn]] void commit_until_killed(const std::string& address, int run, int pipe) {
    auto opened = open({address, catalog(), true});
    if (!opened) _exit(3);
    auto stream = [&](int writer) {
        for (int i = 0;; ++i) {
            const std::string id = fmt::format("{}-{}-{}", run, writer, i);
            const auto receipt = (*opened)->commit(
                {"w", "r", {put("party", fmt::format(R"json({{"id":"{}","name":{{"en":"Name of {}"}}}})json", id, id))}, noon});
            if (!receipt) _exit(4);
            const std::string line = fmt::format("{} {}\n", id, receipt->sequence);
            if (write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(5);
        }
    };
    std::thread other(stream, 1);
    stream(0);
    _exit(6);
}

std::string read_all(int pipe) {
    std::string all;
    char bytes[4096];
    for (ssize_t count = 0; (count = read(pipe, bytes, sizeof bytes)) > 0;) all.append(bytes, static_cast<std::size_t>(count));
    return all;
}

// Starts a child that commits, kills it at a random moment after its first acknowledgement, and gives what it had acknowledged.
std::map<std::string, std::int64_t> acknowledged_by_a_killed_child(const std::string& address, int run, std::mt19937& random) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        commit_until_killed(address, run, ends[1]);
    }
    close(ends[1]);
    char first = 0;
    if (read(ends[0], &first, 1) != 1) throw std::runtime_error("the child acknowledged nothing");
    std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(0, 40'000)(random)));
    kill(child, SIGKILL);
    const std::string lines = first + read_all(ends[0]);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFSIGNALED(status)) throw std::runtime_error(fmt::format("the child ended by itself with {}", WEXITSTATUS(status)));
    std::map<std::string, std::int64_t> acknowledged;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t space = lines.find(' ', at), end = lines.find('\n', at);
        if (end == std::string::npos) throw std::runtime_error("half a line");
        acknowledged.emplace(lines.substr(at, space - at), std::stoll(lines.substr(space + 1, end - space - 1)));
        at = end + 1;
    }
    return acknowledged;
}

void kill_again_and_again(const std::string& kind, int times) {
    const std::string address = new_database(kind);
    ASSERT_TRUE(open({address, catalog(), true}));
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(fmt::format("seed {}", seed));
    std::mt19937 random(seed);
    std::map<std::string, std::int64_t> acknowledged;
    for (int run = 0; run < times; ++run) acknowledged.merge(acknowledged_by_a_killed_child(address, run, random));

    const auto opened = open({address, catalog(), true});
    ASSERT_TRUE(opened) << opened.error();
    const Snapshot snapshot = (*opened)->snapshot();
    std::map<std::string, std::int64_t> kept;
    for (const Stored& party : snapshot.list("party", record::Audience::everyone)) kept.emplace(party.id, party.version);
    for (const auto& [id, version] : acknowledged) EXPECT_EQ(kept.contains(id) ? kept.at(id) : 0, version) << id;
    const Report report = verify(snapshot);
    EXPECT_TRUE(report.findings.empty()) << to_string(report.findings.front());
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(times));
    // At most what two writers had handed in at each kill was made and not acknowledged.
    EXPECT_LE(kept.size(), acknowledged.size() + 2U * static_cast<std::size_t>(times));
    EXPECT_EQ(report.entries, static_cast<std::int64_t>(kept.size()));
}

}  // namespace

TEST(Kill, loses_nothing_that_was_acknowledged_in_200_times_on_sqlite) { kill_again_and_again("sqlite", 200); }

TEST(Kill, loses_nothing_that_was_acknowledged_in_30_times_on_postgres) { kill_again_and_again("postgres", 30); }

}  // namespace comity::store::tests
