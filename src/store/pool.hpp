#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/rows.hpp"
#include "store/sqlite/word_lists.hpp"
#include "store/thesaurus.hpp"

namespace comity::store {

// Connections for reading. One that is taken has a view of the database open, which give_back ends.
class Pool {
  public:
    Pool(std::string address, const Types& types) : address_(std::move(address)), types_(types) {}
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection) noexcept;
    const Types& types() const { return types_; }
    // Of the records that name concepts, as the connection's view has them and everyone may read them.
    std::shared_ptr<const Thesaurus> thesaurus(Connection& connection);

  private:
    const std::string address_;
    const Types& types_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::string thesaurus_of_;  // the state of the records that it was made of
    std::shared_ptr<const Thesaurus> thesaurus_;
    sqlite::KeptLists kept_lists_;
};

}  // namespace comity::store
