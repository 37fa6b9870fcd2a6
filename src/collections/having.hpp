#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "collections/shelf.hpp"

namespace comity::collections {

struct Having {
    std::vector<const Item*> rows;  // the first ones in the order of the list: newest first, or by title where there are no dates
    std::size_t count = 0;          // of all of them
};

// What has this value of a facet, which the collection must have: quicker than a list, for pages that show a few.
Having having(const Shelf& shelf, std::string_view facet, std::string_view value, std::size_t most, base::Language language);

// The values that a row has of the facet at this place.
std::span<const std::uint32_t> values_of(const Shelf::Column& column, Row row);
// The column of a facet.
const Shelf::Column& column_of(const Shelf& shelf, std::string_view facet);

}  // namespace comity::collections
