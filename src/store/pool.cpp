#include "store/pool.hpp"

namespace comity::store {

namespace {

constexpr std::size_t most_idle = 8;

}  // namespace

std::unique_ptr<Connection> Pool::take() {
    while (true) {
        std::unique_ptr<Connection> connection;
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                connection = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        const bool kept = connection != nullptr;
        if (!connection) connection = connect(address_, Purpose::read);
        try {
            connection->begin_read();
            return connection;
        } catch (const Unavailable&) {
            if (!kept) throw;  // a kept connection may have died since; a new one has not
        }
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
    connection->rollback();
    if (!connection->usable()) return;
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(connection));
}

}  // namespace comity::store
