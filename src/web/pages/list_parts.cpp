#include "web/pages/list_parts.hpp"

#include <algorithm>

namespace comity::pages {

const ListParts* list_parts(std::string_view type) {
    static const std::vector<ListParts> table{budget_list(), grant_list(),   impact_figure_list(), meeting_list(),
                                              news_list(),   project_list(), publication_list()};
    const auto at = std::ranges::find(table, type, &ListParts::type);
    return at == table.end() ? nullptr : &*at;
}

}  // namespace comity::pages
