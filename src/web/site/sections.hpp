#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collections/collection.hpp"
#include "exchange/profile.hpp"
#include "web/site/routes.hpp"

// Which pages belong to which section of the site.
namespace comity::site {

// nullopt: to none; every body has the page.
std::optional<exchange::SectionId> section_of(Page page);
exchange::SectionId section_of(collections::Section section);

// Where the navigation leads to, and the message that names it where the body has no name of its own for it.
struct Entrance {
    Page page;
    const char* label;
};
Entrance entrance(exchange::SectionId section);
// What the section is called: as the body calls it, or as the program does.
std::string section_name(const exchange::Profile& profile, exchange::SectionId section, base::Language language);

// The route table of one body: without sections that it does not have, and without addresses in languages that it does not speak.
std::vector<Row> rows_of(const exchange::Profile& profile);

}  // namespace comity::site
