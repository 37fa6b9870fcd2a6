#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "exchange/profile.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"

// Addresses that were given out once and lead to other pages now: [[moved]] of the body's profile.
namespace comity::site {

class MovedPages {
  public:
    // Faults: an entry whose page has a format's suffix, and one that leads to no page of the site.
    static std::expected<MovedPages, base::Faults> of(const exchange::Profile& profile);

    // Where the page of this path is now, in the language of the path, with its suffix and the query. An entry in one language
    // holds for the page's addresses in the others.
    std::optional<std::string> find(const server::Request& request) const;

  private:
    struct Destination {
        const server::Route* route;
        base::Language language;
        server::Parameters captured;
    };
    std::vector<server::Route> routes_;
    std::map<std::string, Destination, std::less<>> by_path_;  // as they are once decoded
};

}  // namespace comity::site
