#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "web/pages/field_values.hpp"
#include "web/site/collection_asked.hpp"

// What the pages of some collections show besides what every record's page has. A file for each noun, "budget_parts.cpp", with a
// row in record_parts.cpp.
namespace comity::pages {

struct RecordView {
    ValueView of;
    const site::RecordAsked& asked;
    const record::Value& record;

    template <class T>
    T as() const {
        return record::read_as<T>(record);
    }
};

struct RecordParts {
    std::string_view type;
    void (*standing)(html::Html&, const RecordView&) = nullptr;  // inside the title, after the lead: a "standing" strip
    void (*parts)(html::Html&, const RecordView&) = nullptr;     // sections before the facts
    std::vector<std::string_view> told = {};                     // fields that these show, left out of the facts
    std::vector<std::string_view> told_of = {};                  // types whose records naming this one these show
    std::string_view stylesheet = "";                            // of assets/, where they need one: "insight.css"
};

// One for each noun that has parts of its own.
RecordParts body_parts();
RecordParts budget_parts();
RecordParts decision_parts();
RecordParts governance_document_parts();
RecordParts impact_figure_parts();
RecordParts instrument_parts();
RecordParts meeting_parts();
RecordParts office_parts();
RecordParts person_parts();
RecordParts project_parts();
RecordParts publication_parts();
RecordParts strategic_plan_parts();
RecordParts topic_parts();

// Null for a type that has none.
const RecordParts* record_parts(std::string_view type);

}  // namespace comity::pages
