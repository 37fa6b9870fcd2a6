#pragma once

#include <memory>
#include <unordered_map>

#include "body/registry/docket.hpp"

namespace comity::registry {

// Works out dockets for days as docket_on does, and remembers of the current docket which cases have come to rest: one that has
// ended and has no clock left that could run out stands on every later day as it does then. So a day costs the cases that were
// under way, not every case there ever was. Belongs to one thread at a time.
class Standings {
  public:
    // `before` may be null, or what was worked out for the same day from an earlier docket: its cases that are still the same
    // stand as they did.
    DocketOn on(std::shared_ptr<const Docket> docket, const law::Mechanisms& mechanisms, base::Day day, const DocketOn* before);

  private:
    struct Rest {
        std::shared_ptr<const Case> of;
        base::Day from;
        Standing standing;
    };
    void follow(const Docket& docket);

    std::int64_t head_ = -1;
    std::unordered_map<const Case*, Rest> at_rest_;
};

}  // namespace comity::registry
