#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "store/commit.hpp"

namespace comity::store {

// The one thread that writes. Commits that wait together become one transaction, each in a savepoint of its own: one disk flush
// for all, and none undoes its neighbours.
class Writer {
  public:
    Writer(std::string address, const Types& types, std::unique_ptr<Connection> connection);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer();  // finishes what waits

    using Answer = std::expected<Receipt, base::Faults>;
    Answer write(Commit commit);  // returns when it is durable
    std::int64_t head() const { return head_.load(std::memory_order_acquire); }

  private:
    struct Waiting {
        Commit commit;
        std::promise<Answer> answer;
    };
    void run();
    void write_group(std::deque<Waiting>& group);
    void look_at_head();
    Connection& connected();

    const std::string address_;
    const Types& types_;
    std::unique_ptr<Connection> connection_;
    Stemmer stemmer_;
    std::atomic<std::int64_t> head_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace comity::store
