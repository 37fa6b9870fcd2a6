#pragma once

#include <optional>
#include <string>

#include "collections/shelf.hpp"
#include "store/store.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/site.hpp"

// What a reader asks of the one search over everything, read once for the page and its formats.
namespace comity::site {

struct SearchAsked {
    std::string words;  // "": nothing is looked for yet
    std::string type;   // only records of this type; "" for all
    std::size_t limit = 0;
    bool unfinished = false;
    store::SearchResult result;
    std::optional<std::string> suggestion;  // what the reader may have meant
    std::string next;                       // cursor of the next page, "" at the end
    std::shared_ptr<const collections::Shelves> shelves;
};
// Parameters: q, type (a record type with pages), after, limit (1 to 100), unfinished ("yes"). Throws HttpError 400
// "bad_filter.…".
SearchAsked search_asked(const Site& site, const server::Request& request);

}  // namespace comity::site
