#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "base/date.hpp"
#include "store/store.hpp"
#include "web/server/response.hpp"

namespace comity::site {

class Site;

// Everything that everyone may see as one SQLite file (store/public_copy.hpp), as the journal's head left it.
struct PublicCopy {
    std::int64_t head = 0;
    base::Day day;  // on which it was written
    server::SharedBytes bytes;
};

// The copy that is offered. It is written when somebody asks and the journal has moved; who asks while that lasts is given the
// one before it, so that only one request at a time has to wait.
class PublicCopies {
  public:
    // Throws HttpError 503 "copy_in_the_making" while the first one is being written for somebody else, store::Unavailable where
    // it can't be.
    std::shared_ptr<const PublicCopy> newest(const Site& site);

  private:
    std::mutex mutex_;
    bool writing_ = false;
    std::shared_ptr<const PublicCopy> copy_;
};

}  // namespace comity::site
