#include "store/writer.hpp"

namespace comity::store {

namespace {

constexpr std::size_t largest_group = 256;
constexpr std::chrono::milliseconds look_every{100};  // for what other processes wrote

}  // namespace

Writer::Writer(std::string address, const Types& types, std::unique_ptr<Connection> connection)
    : address_(std::move(address)),
      types_(types),
      connection_(std::move(connection)),
      head_(read_head(*connection_).sequence),
      thread_([this] { run(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

Writer::Answer Writer::write(Commit commit) {
    std::future<Answer> answer;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(commit), {}});
        answer = waiting_.back().answer.get_future();
    }
    wake_.notify_one();
    return answer.get();
}

void Writer::run() {
    while (true) {
        std::deque<Waiting> group;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, look_every, [this] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty() && ending_) return;
            while (!waiting_.empty() && group.size() < largest_group) {
                group.push_back(std::move(waiting_.front()));
                waiting_.pop_front();
            }
        }
        if (group.empty())
            look_at_head();
        else
            write_group(group);
    }
}

Connection& Writer::connected() {
    if (!connection_ || !connection_->usable()) connection_ = connect(address_, Purpose::write);
    return *connection_;
}

void Writer::look_at_head() {
    try {
        head_.store(read_head(connected()).sequence, std::memory_order_release);
    } catch (const std::exception&) {
        // Nobody waits for this: whoever reads or commits next is told that the database is gone.
        connection_.reset();
    }
}

void Writer::write_group(std::deque<Waiting>& group) {
    std::vector<std::optional<Answer>> answers(group.size());
    std::vector<std::exception_ptr> failures(group.size());
    try {
        Connection& connection = connected();
        Transaction transaction(connection);
        Head head = read_head(connection);
        for (std::size_t i = 0; i < group.size(); ++i) {
            connection.script("SAVEPOINT one_commit");
            try {
                answers[i] = store::write(connection, types_, group[i].commit, head, stemmer_);
                connection.script("RELEASE SAVEPOINT one_commit");
            } catch (const std::exception&) {
                failures[i] = std::current_exception();
                if (!connection.usable()) throw;
                connection.script("ROLLBACK TO SAVEPOINT one_commit");
            }
        }
        transaction.commit();
        head_.store(head.sequence, std::memory_order_release);
    } catch (...) {  // the whole transaction is gone, and everyone who waits for it must know
        std::ranges::fill(failures, std::current_exception());
        connection_.reset();
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (failures[i])
            group[i].answer.set_exception(failures[i]);
        else
            group[i].answer.set_value(std::move(*answers[i]));
    }
}

}  // namespace comity::store
