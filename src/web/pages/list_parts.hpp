#pragma once

#include <string_view>

#include "web/pages/field_values.hpp"
#include "web/site/collection_asked.hpp"

// What the list pages of some collections show above the list: a drawing, sums, what is featured. A file for each noun,
// "budget_list.cpp", with a row in list_parts.cpp.
namespace comity::pages {

struct ListView {
    const ValueView& of;
    const site::ListAsked& asked;
};

struct ListParts {
    std::string_view type;
    void (*above)(html::Html&, const ListView&) = nullptr;
    std::string_view stylesheet = "";  // of assets/, where it needs one: "insight.css"
};

// One for each noun that has some.
ListParts budget_list();
ListParts grant_list();
ListParts impact_figure_list();
ListParts meeting_list();
ListParts news_list();
ListParts project_list();
ListParts publication_list();

// Null for a type that has none.
const ListParts* list_parts(std::string_view type);

}  // namespace comity::pages
