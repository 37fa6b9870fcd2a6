#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <ctime>
#include <string>

#include "base/clock.hpp"
#include "body/registry/docket.hpp"
#include "command/options.hpp"
#include "command/web_site.hpp"
#include "exchange/profile.hpp"
#include "web/server/server.hpp"
#include "web/site/moved.hpp"
#include "web/site/site.hpp"

namespace comity::command {

namespace {

// A page costs 2 tokens when it isn't ready and 1 when it is: a person is never near this, a careless robot is slowed down.
constexpr double tokens_per_second = 200;
constexpr double most_tokens = 2000;

base::Day today() { return std::chrono::floor<std::chrono::days>(base::now()); }

// Prints which submission is filed under a mechanism that the law of this place does not have.
bool governs_all(const law::Mechanisms& law, const store::Store& store) {
    for (const registry::Case& each : registry::read_docket(store.snapshot(), record::Audience::officers).cases) {
        const registry::Submission& submission = each.submission;
        if (law::find_mechanism(law, submission.agreement)) continue;
        fmt::print(stderr, "comity: {} is filed under \"{}\", a mechanism that is not in the law here; import the body again\n",
                   submission.id, submission.agreement);
        return false;
    }
    return true;
}

// Reads what nearly every page needs, so that no reader waits for it. Gives how many submissions there are.
std::size_t read_ahead(const site::Site& site) {
    site.shelves();
    return site.docket_on(site.today())->docket->cases.size();
}

// Takes in what was committed and a new day, with what single pages need too, until one of the signals comes.
void keep_reading_ahead(const site::Site& site, const sigset_t& signals) {
    constexpr timespec second{.tv_sec = 1, .tv_nsec = 0};
    std::string failed;  // as it was logged
    while (sigtimedwait(&signals, nullptr, &second) == -1) {
        try {
            read_ahead(site);
            site.retrospective(site.today());
            site.covered();
            failed.clear();
        } catch (const std::exception& error) {  // readers whose page needs it are told
            if (failed != error.what()) spdlog::error("reading what is new: {}", failed = error.what());
        }
    }
}

std::optional<std::pair<std::string, std::uint16_t>> host_and_port(const std::string& listen) {
    const std::size_t colon = listen.rfind(':');
    int port = -1;
    if (colon != std::string::npos && colon + 1 < listen.size() && listen.size() - colon <= 6 &&
        listen.find_first_not_of("0123456789", colon + 1) == std::string::npos)
        port = std::stoi(listen.substr(colon + 1));
    if (port < 0 || port > 65535 || colon == 0) {
        fmt::print(stderr, "comity: --listen \"{}\" is not HOST:PORT, such as localhost:8080\n", listen);
        return std::nullopt;
    }
    return std::pair(listen.substr(0, colon), static_cast<std::uint16_t>(port));
}

}  // namespace

int serve(const Place& place, const ServeOptions& options) {
    const auto address = host_and_port(options.listen);
    const auto law = law_in(own_law(place));
    if (!address || !law) return 2;
    const auto store = open_store(place);
    if (!store) return 2;
    const auto profile = exchange::read_profile(place.data);
    const auto moved = profile ? site::MovedPages::of(*profile) : std::unexpected(profile.error());
    if (!moved) {
        print_faults(moved.error());
        return 2;
    }
    if (!governs_all(*law, *store)) return 2;

    // Before any thread starts, so that all of them leave these signals to the one below.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const site::Site site(*store, *law, *profile, today, options.origin.empty() ? "http://" + options.listen : options.origin);
    try {
        const std::size_t submissions = read_ahead(site);
        store->snapshot().read_common_words();
        server::Server server({.host = address->first,
                               .port = address->second,
                               .tokens_per_second = tokens_per_second,
                               .most_tokens = most_tokens,
                               .behind_proxy = options.behind_proxy},
                              web_site(site, *moved));
        fmt::print("Comity serves {} submissions on {}\nStop it with Ctrl-C.\n", submissions, server.address());
        std::fflush(stdout);
        keep_reading_ahead(site, signals);
        server.stop();
        server.wait();
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "comity: {}\n", error.what());
        return 2;
    }
    fmt::print("Stopped.\n");
    return 0;
}

}  // namespace comity::command
