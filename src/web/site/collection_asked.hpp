#pragma once

#include <memory>
#include <vector>

#include "collections/listing.hpp"
#include "collections/shelf.hpp"
#include "web/server/request.hpp"
#include "web/server/route.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// What a reader asks of a collection: its list or one of its records, for the pages and the formats.
namespace comity::site {

struct ListAsked {
    const collections::Collection* collection = nullptr;
    std::shared_ptr<const collections::Shelves> shelves;  // hold what listing points to
    collections::Filter filter;
    collections::Listing listing;
    std::vector<store::Stored> records;  // of listing.rows, in their order
    std::vector<store::Found> found;     // what the words of the filter find, best first
    std::size_t words_ignored = 0;
    std::size_t only_best = 0;  // so many of the best, where the words are in more records than a search ranks

    const collections::Shelf& shelf() const { return shelves->of(*collection); }
};
// The list of the page's collection; `page_size` is its limit where the request names none. Throws HttpError 400 "bad_filter.…".
ListAsked list_asked(const Site& site, Page page, const server::Request& request, const server::Match& match,
                     std::size_t page_size);
// The same without records, for what the lists know of each row is enough.
ListAsked rows_asked(const Site& site, Page page, const server::Request& request, const server::Match& match,
                     std::size_t page_size);
// Every record that fulfils the filter, by id, for what draws or sums them; nullopt where they are more than `most`.
std::optional<std::vector<store::Stored>> all_asked(const Site& site, const ListAsked& asked, std::size_t most);
// The parameters of the filter as a query, without cursor and limit.
server::Parameters query_of(const collections::Collection& collection, const collections::Filter& filter);

struct RecordAsked {
    const collections::Collection* collection = nullptr;
    std::shared_ptr<const collections::Shelves> shelves;
    store::Stored stored;
    base::Text title;

    const record::RecordType& type() const { return *collection->type; }
};
// The record that match["id"] names. Throws HttpError 404 "no_record"; 410 "gone_record" where everyone could see it until it was
// removed.
RecordAsked record_asked(const Site& site, Page page, const server::Match& match);

// The value of a facet in words: a code's label, the name of the record that it names, or the value itself.
std::string facet_value(const Site& site, const collections::Shelves& shelves, const collections::Facet& facet,
                        std::string_view value, base::Language language);
// What a record is called: its title in the lists, or for a part the title of the record it belongs to, or its label where it is
// a term.
base::Text record_title(const collections::Shelves& shelves, const record::RecordType& type, std::string_view id);

}  // namespace comity::site
