#include "web/pages/featured.hpp"

namespace comity::pages {

ListParts project_list() {
    return {.type = "project",
            .above = [](html::Html& h, const ListView& view) { featured(h, view, "featured.projects", "featured.rule"); }};
}

}  // namespace comity::pages
