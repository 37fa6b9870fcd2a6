#include "web/server/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_set>

#include "web/server/connection.hpp"

namespace comity::server {

namespace asio = boost::asio;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

namespace {

unsigned threads_of(const Options& options) {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

// One thread and the connections it serves; only that thread touches them.
struct Loop {
    asio::io_context context{1};
    asio::executor_work_guard<Executor> work{context.get_executor()};
    Timer grace{context.get_executor()};
    std::unordered_set<std::shared_ptr<Connection>> connections;
    bool stopping = false;
    std::thread thread;

    void end_if_done() {
        if (!stopping || !connections.empty()) return;
        grace.cancel();
        work.reset();
    }

    void stop(std::chrono::milliseconds allowed) {
        stopping = true;
        for (const auto& connection : connections) connection->stop();
        grace.expires_after(allowed);
        grace.async_wait([this](error_code code) {
            if (code) return;
            for (const auto& connection : connections) connection->abort();
        });
        end_if_done();
    }
};

asio::ip::tcp::endpoint resolved(asio::io_context& context, const Options& options) {
    error_code code;
    asio::ip::tcp::resolver resolver(context);
    const auto found = resolver.resolve(options.host, std::to_string(options.port), asio::ip::tcp::resolver::passive, code);
    if (code || found.empty()) throw std::runtime_error(fmt::format("cannot listen on {}: {}", options.host, code.message()));
    return *found.begin();
}

}  // namespace

struct Server::Parts {
    Surroundings around;
    std::vector<std::unique_ptr<Loop>> loops;
    std::optional<Acceptor> acceptor;
    std::uint16_t port = 0;
    std::atomic<std::size_t> connections = 0;
    std::atomic<bool> stopping = false;
    std::mutex joining;

    Parts(Options options, Site site)
        : around{options,
                 Application(std::move(site), {options.page_cache_bytes, options.tokens_per_second, options.most_tokens}),
                 asio::thread_pool(threads_of(options))} {
        for (unsigned i = 0; i < threads_of(options); ++i) loops.push_back(std::make_unique<Loop>());
        listen();
        asio::co_spawn(loops[0]->context, accept(), asio::detached);
        for (const auto& loop : loops) loop->thread = std::thread([&context = loop->context] { context.run(); });
    }

    void listen() {
        const Options& options = around.options;
        const auto endpoint = resolved(loops[0]->context, options);
        error_code code;
        acceptor.emplace(loops[0]->context.get_executor());
        acceptor->open(endpoint.protocol(), code);
        if (!code) acceptor->set_option(asio::socket_base::reuse_address(true), code);
        if (!code) acceptor->bind(endpoint, code);
        if (!code) acceptor->listen(asio::socket_base::max_listen_connections, code);
        if (code) throw std::runtime_error(fmt::format("cannot listen on {}:{}: {}", options.host, options.port, code.message()));
        port = acceptor->local_endpoint().port();
    }

    Awaitable<void> accept() {
        constexpr asio::use_awaitable_t<Executor> awaited;
        for (std::size_t turn = 0;; turn = (turn + 1) % loops.size()) {
            Loop& loop = *loops[turn];
            error_code code;
            Socket socket(loop.context.get_executor());
            co_await acceptor->async_accept(socket, asio::redirect_error(awaited, code));
            if (stopping) co_return;
            if (code) {
                // Out of file descriptors, most likely: others will be closed soon.
                spdlog::error("accepting a connection: {}", code.message());
                Timer pause(loops[0]->context.get_executor(), std::chrono::milliseconds(100));
                co_await pause.async_wait(asio::redirect_error(awaited, code));
                continue;
            }
            if (connections >= around.options.most_connections) {
                refuse(socket);
                continue;
            }
            ++connections;
            asio::post(loop.context, [this, &loop, socket = std::move(socket)]() mutable { begin(loop, std::move(socket)); });
        }
    }

    void begin(Loop& loop, Socket socket) {
        error_code code;
        const auto peer = socket.remote_endpoint(code);
        if (code || loop.stopping) {  // gone already
            --connections;
            return;
        }
        auto connection = std::make_shared<Connection>(std::move(socket), peer.address().to_string(), around);
        loop.connections.insert(connection);
        connection->start([this, &loop, key = std::weak_ptr(connection)] {
            loop.connections.erase(key.lock());
            --connections;
            loop.end_if_done();
        });
    }

    // As much as fits at once: we have no place for one that waits.
    void refuse(Socket& socket) {
        const Answer answer = around.application.error(
            {}, {503, "too_busy", "Too many connections are open. Try again soon.", {{"Retry-After", "5"}}});
        const std::string all = fmt::format("{}Connection: close\r\n\r\n{}", answer.head, answer.body);
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(all), ignored);
        spdlog::warn("a connection was refused: {} are open", connections.load());
    }

    void stop() {
        if (stopping.exchange(true)) return;
        asio::post(loops[0]->context, [this] {
            error_code ignored;
            acceptor->close(ignored);
        });
        for (const auto& loop : loops)
            asio::post(loop->context, [this, &loop = *loop] { loop.stop(around.options.stop_within); });
    }

    void join() {
        const std::lock_guard lock(joining);
        for (const auto& loop : loops)
            if (loop->thread.joinable()) loop->thread.join();
        around.handlers.join();
    }
};

Server::Server(Options options, Site site) : parts_(std::make_unique<Parts>(std::move(options), std::move(site))) {}

Server::~Server() {
    stop();
    wait();
}

std::uint16_t Server::port() const { return parts_->port; }

std::string Server::address() const {
    const std::string& host = parts_->around.options.host;
    const bool v6 = host.find(':') != std::string::npos;
    return fmt::format("http://{}{}{}:{}", v6 ? "[" : "", host, v6 ? "]" : "", parts_->port);
}

void Server::stop() { parts_->stop(); }
void Server::wait() { parts_->join(); }

}  // namespace comity::server
