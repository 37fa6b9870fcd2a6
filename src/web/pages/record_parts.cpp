#include "web/pages/record_parts.hpp"

#include <algorithm>

namespace comity::pages {

const RecordParts* record_parts(std::string_view type) {
    static const std::vector<RecordParts> table{
        body_parts(),          budget_parts(),     decision_parts(),    governance_document_parts(),
        impact_figure_parts(), instrument_parts(), meeting_parts(),     office_parts(),
        person_parts(),        project_parts(),    publication_parts(), strategic_plan_parts(),
        topic_parts()};
    const auto at = std::ranges::find(table, type, &RecordParts::type);
    return at == table.end() ? nullptr : &*at;
}

}  // namespace comity::pages
