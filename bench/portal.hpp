#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "exchange/profile.hpp"
#include "store/store.hpp"
#include "web/server/application.hpp"
#include "web/site/moved.hpp"
#include "web/site/site.hpp"

namespace comity::bench {

// The whole site over a database, on 22 November 2026 until another day begins, as `comity serve` makes it but for sockets and
// the page cache: every request is worked out. For several threads.
class Portal {
  public:
    // Throws std::runtime_error.
    explicit Portal(const std::string& address);

    // From the bytes that a browser sends to the bytes that it is sent, compressed. Throws where the answer is not 200.
    server::Answer ask(std::string_view target) const;
    // The body of the answer, uncompressed.
    std::string text(std::string_view target) const;

    store::Store& store() { return *store_; }
    const site::Site& site() const { return *site_; }
    // Another day begins, for all of them.
    static void midnight();
    // Commits the demonstration body.
    void load_demonstration();

  private:
    server::Answer answer(std::string_view target, std::string_view headers) const;

    std::unique_ptr<store::Store> store_;
    exchange::Profile profile_;
    std::unique_ptr<site::Site> site_;
    site::MovedPages moved_;
    std::unique_ptr<server::Application> application_;
};

}  // namespace comity::bench
