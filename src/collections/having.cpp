#include "collections/having.hpp"

#include <algorithm>

#include "base/fault.hpp"

namespace comity::collections {

const Shelf::Column& column_of(const Shelf& shelf, std::string_view facet) {
    const Facet* found = shelf.of->facet(facet);
    COMITY_ASSERT(found != nullptr);
    return shelf.columns[static_cast<std::size_t>(found - shelf.of->facets.data())];
}

std::span<const std::uint32_t> values_of(const Shelf::Column& column, Row row) {
    return std::span(column.values).subspan(column.starts[row], column.starts[row + 1] - column.starts[row]);
}

Having having(const Shelf& shelf, std::string_view facet, std::string_view value, std::size_t most, base::Language language) {
    Having found;
    const Shelf::Column& column = column_of(shelf, facet);
    const auto number = column.number(std::string(value));
    if (!number) return found;
    found.count = static_cast<std::size_t>(std::ranges::count(column.values, *number));
    for (const Row row : shelf.of->dated() ? shelf.by_date : shelf.by_title[static_cast<std::size_t>(language)]) {
        if (found.rows.size() == std::min(most, found.count)) break;
        const auto values = values_of(column, row);
        if (std::ranges::find(values, *number) != values.end()) found.rows.push_back(shelf.items[row]);
    }
    return found;
}

}  // namespace comity::collections
