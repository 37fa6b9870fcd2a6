#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <memory>
#include <string>

#include "web/server/application.hpp"
#include "web/server/reader.hpp"
#include "web/server/server.hpp"

// Includes Asio, which compiles slowly: only for server.cpp and connection.cpp.
namespace comity::server {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Timer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T>
using Awaitable = boost::asio::awaitable<T, Executor>;

// What all connections share.
struct Surroundings {
    const Options options;
    Application application;
    boost::asio::thread_pool handlers;
};

// One client. Everything of it but its handlers runs in the one thread of its socket.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Socket socket, std::string address, Surroundings& around)
        : socket_(std::move(socket)),
          timer_(socket_.get_executor()),
          around_(around),
          address_(std::move(address)),
          reader_({around.options.largest_target, around.options.largest_head, around.options.largest_body}) {}

    void start(std::function<void()> at_end);
    void stop();   // after the request under way, if there is one
    void abort();  // now

  private:
    using Time = std::chrono::steady_clock::time_point;

    Awaitable<void> serve();
    Awaitable<bool> read_request();  // false: there is none, and nothing to say about it
    Awaitable<void> read_some();     // sets broken_ or timed_out_ where nothing came
    Awaitable<Answer> answer(const Request& request);
    Awaitable<void> send(const Answer& answer, bool keep_alive);
    Awaitable<void> close();
    void cut_after(std::chrono::milliseconds allowed);
    void watch();

    Socket socket_;
    Timer timer_;
    Surroundings& around_;
    const std::string address_;
    RequestReader reader_;
    Time deadline_ = Time::max(), watched_ = Time::max();
    bool first_ = true, idle_ = false, stopping_ = false, broken_ = false, timed_out_ = false;
};

}  // namespace comity::server
