#pragma once

#include <expected>
#include <map>
#include <string>
#include <vector>

#include "web/server/route.hpp"

namespace comity::server {

// Finds the route of a request. Literal segments win over {name} ones; a suffix (".json") wins over the Accept header.
// A suffix that names a format which this route has not is 406, not a part of the name.
class Router {
  public:
    // The routes must outlive the router. A table that contradicts itself (two routes for one method and path, a pattern that is
    // not well formed, an unknown format) is our own bug.
    explicit Router(const std::vector<Route>& routes);

    // Errors: 404 not_found, 405 method_not_allowed (with Allow), 406 not_acceptable (choices are the addresses there are).
    std::expected<Match, HttpError> match(const Request& request) const;

  private:
    struct Node {
        std::map<std::string, std::size_t, std::less<>> literal;
        std::size_t capture = 0;                                        // 0: none
        std::vector<std::pair<const Route*, std::string_view>> routes;  // with the pattern that ends here
    };
    using Segments = std::vector<std::string_view>;
    void add(const Route& route, std::string_view pattern);
    const Node* find(const Segments& segments, std::size_t i, std::size_t node) const;
    std::expected<Match, HttpError> choose(const Request& request, const Node& node, const Segments& segments,
                                           std::string_view suffix) const;

    std::vector<Node> nodes_;
};

}  // namespace comity::server
