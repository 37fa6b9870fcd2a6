#include "web/pages/featured.hpp"

namespace comity::pages {

ListParts publication_list() {
    return {.type = "publication",
            .above = [](html::Html& h, const ListView& view) { featured(h, view, "featured.publications", "featured.rule"); }};
}

}  // namespace comity::pages
