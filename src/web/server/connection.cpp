#include "web/server/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>

// g++ 12 takes Asio's own operator new and delete of coroutine frames for a mismatch, at the end of each coroutine.
#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace comity::server {

namespace asio = boost::asio;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

namespace {

constexpr asio::use_awaitable_t<Executor> awaited;

// "Date: …\r\n", written anew once a second.
std::string_view date_line(const Site& site) {
    thread_local std::chrono::sys_seconds second{};
    thread_local std::string line;
    const auto current = std::chrono::floor<std::chrono::seconds>(site.clock());
    if (current != second || line.empty()) {
        second = current;
        line = "Date: " + http_date(current) + "\r\n";
    }
    return line;
}

std::string client_address(const Request& request, const std::string& peer, bool behind_proxy) {
    if (!behind_proxy) return peer;
    const std::string forwarded = request.header("x-forwarded-for");
    const std::size_t comma = forwarded.rfind(',');
    std::string last = comma == std::string::npos ? forwarded : forwarded.substr(comma + 1);
    std::erase(last, ' ');
    return last.empty() ? peer : last;
}

}  // namespace

void Connection::start(std::function<void()> at_end) {
    asio::co_spawn(
        socket_.get_executor(), [self = shared_from_this()] { return self->serve(); },
        [self = shared_from_this(), at_end = std::move(at_end)](std::exception_ptr failure) {
            try {
                if (failure) std::rethrow_exception(failure);
            } catch (const std::exception& error) { spdlog::error("connection of {}: {}", self->address_, error.what()); }
            self->abort();
            at_end();
        });
}

void Connection::stop() {
    stopping_ = true;
    if (idle_) socket_.cancel();
}

void Connection::abort() {
    error_code ignored;  // a socket that is gone already is what we want
    socket_.close(ignored);
    timer_.cancel();
}

// Setting a deadline only notes it; one timer wakes at the earliest of them and looks whether it has moved.
void Connection::cut_after(std::chrono::milliseconds allowed) {
    deadline_ = allowed == std::chrono::milliseconds::max() ? Time::max() : Clock::now() + allowed;
    timed_out_ = false;
    if (deadline_ < watched_) watch();
}

void Connection::watch() {
    watched_ = deadline_;
    timer_.expires_at(watched_);
    timer_.async_wait([self = shared_from_this()](error_code code) {
        if (code) return;
        self->watched_ = Time::max();
        if (Clock::now() >= self->deadline_) {
            self->timed_out_ = true;
            self->deadline_ = Time::max();
            error_code ignored;
            self->socket_.cancel(ignored);
        } else if (self->deadline_ != Time::max()) {
            self->watch();
        }
    });
}

Awaitable<void> Connection::read_some() {
    const auto room = reader_.room();
    error_code code;
    const std::size_t n =
        co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), asio::redirect_error(awaited, code));
    if (code)
        broken_ = !timed_out_;
    else
        reader_.received(n);
}

Awaitable<bool> Connection::read_request() {
    using State = RequestReader::State;
    const auto& options = around_.options;
    if (reader_.state() == State::between) {
        if (stopping_) co_return false;
        idle_ = true;
        cut_after(first_ ? options.head_within : options.idle_at_most);
        first_ = false;
        while (reader_.state() == State::between && !broken_ && !timed_out_) co_await read_some();
        idle_ = false;
        if (broken_ || timed_out_) co_return false;
    }
    if (reader_.state() == State::head) cut_after(options.head_within);
    while (reader_.state() == State::head && !broken_ && !timed_out_) co_await read_some();
    if (reader_.state() == State::body && !broken_ && !timed_out_) {
        cut_after(options.body_within);
        if (reader_.wants_continue()) {
            error_code code;
            co_await asio::async_write(socket_, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")),
                                       asio::redirect_error(awaited, code));
        }
    }
    while (reader_.state() == State::body && !broken_ && !timed_out_) co_await read_some();
    co_return !broken_;
}

Awaitable<Answer> Connection::answer(const Request& request) {
    auto begun = around_.application.begin(request, Clock::now());
    if (auto* ready = std::get_if<Answer>(&begun)) co_return std::move(*ready);
    cut_after(std::chrono::milliseconds::max());
    // Handlers run elsewhere, so that a slow one does not hold up the other clients of this thread.
    Answer answer = co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void(std::exception_ptr, Answer)>(
        [&](auto resume) {
            asio::post(around_.handlers, [&, resume = std::move(resume)]() mutable {
                Answer made = around_.application.finish(request, std::get<Match>(begun));
                asio::post(socket_.get_executor(), [resume = std::move(resume), made = std::move(made)]() mutable {
                    resume(std::exception_ptr{}, std::move(made));
                });
            });
        },
        awaited);
    co_return answer;
}

Awaitable<void> Connection::send(const Answer& answer, bool keep_alive) {
    const std::string_view date = date_line(around_.application.site());
    std::array<char, 64> copy;  // the line is written anew while we wait
    std::ranges::copy(date, copy.begin());
    const std::array<asio::const_buffer, 4> parts{
        asio::buffer(answer.head), asio::buffer(copy.data(), date.size()),
        asio::buffer(std::string_view(keep_alive ? "\r\n" : "Connection: close\r\n\r\n")), asio::buffer(answer.body)};
    constexpr std::size_t slowest = 50;  // bytes in a millisecond: what a poor line takes
    cut_after(around_.options.sent_within + std::chrono::milliseconds(answer.body.size() / slowest));
    error_code code;
    co_await asio::async_write(socket_, parts, asio::redirect_error(awaited, code));
    broken_ = static_cast<bool>(code);
}

// A client that is still sending would have its answer thrown away by a plain close: take what it sends for a moment.
Awaitable<void> Connection::close() {
    constexpr std::size_t most_drained = 4 * 1024 * 1024;
    error_code code;
    socket_.shutdown(Socket::shutdown_send, code);
    cut_after(std::chrono::seconds(2));
    std::array<char, 4096> away;
    for (std::size_t drained = 0; !code && drained < most_drained;)
        drained += co_await socket_.async_read_some(asio::buffer(away), asio::redirect_error(awaited, code));
}

Awaitable<void> Connection::serve() {
    error_code ignored;  // a matter of speed only
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    while (co_await read_request()) {
        using State = RequestReader::State;
        const State state = reader_.state();
        const bool keep = state == State::complete && reader_.keep_alive() && !stopping_;
        const auto begun = Clock::now();
        Request request = reader_.take();
        request.address = client_address(request, address_, around_.options.behind_proxy);
        // Not one conditional expression: around co_await, g++ 12 gives back an answer that is destroyed already.
        Answer answer;
        if (state == State::complete) {
            answer = co_await this->answer(request);
        } else if (state == State::failed) {
            answer = around_.application.error(request, reader_.error());
        } else {
            answer = around_.application.error(request, {408, "request_timeout", "The request did not arrive in time."});
        }
        spdlog::debug("{} {} {} {} {} bytes {} us", request.address, name(request.method), request.target, answer.status,
                      answer.body.size(), std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count());
        co_await send(answer, keep && !stopping_);
        if (broken_) co_return;
        if (!keep || stopping_) co_return co_await close();
    }
}

}  // namespace comity::server
