#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "body/council/person.hpp"
#include "collections/listing.hpp"
#include "collections/shelf.hpp"
#include "exchange/profile.hpp"
#include "web/server/request.hpp"
#include "web/site/routes.hpp"
#include "web/site/site.hpp"

// What the landing page of a section shows of each of its collections, for the page and for programs.
namespace comity::site {

struct LandingPart {
    std::string_view name;  // "newest-publications": its key among the messages and in JSON
    const collections::Collection* collection = nullptr;
    std::vector<const collections::Item*> rows;        // those shown
    std::size_t count = 0;                             // of all that are meant
    server::Parameters query = {};                     // what narrows the collection's list to them
    const collections::Facet* by = nullptr;            // where values are counted instead of rows shown
    std::vector<collections::ValueCount> values = {};  // the most frequent first
    std::vector<std::size_t> depths = {};              // of a tree: how deep each row stands
    std::vector<council::OfficeTerm> terms = {};       // of people in office: the term of each row
};

struct Landing {
    exchange::SectionId section{};
    std::shared_ptr<const collections::Shelves> shelves;  // hold what the parts point to
    std::vector<LandingPart> parts;
};

// The section whose landing page this is. Throws HttpError 404 "empty_section" where nothing is in it.
Landing landing_asked(const Site& site, Page page, base::Language language);

// Whether the record has anything that the section shows. The section of submissions always has its docket.
bool has_content(const collections::Shelves& shelves, exchange::SectionId section);

}  // namespace comity::site
