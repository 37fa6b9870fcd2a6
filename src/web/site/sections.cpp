#include "web/site/sections.hpp"

namespace comity::site {

std::optional<exchange::SectionId> section_of(Page page) {
    using enum exchange::SectionId;
    switch (page) {
        case Page::submissions:
        case Page::submission:
        case Page::events:
        case Page::clock:
        case Page::proof:
        case Page::processes:
        case Page::process:
        case Page::replay:
        case Page::compare:
        case Page::calculator:
        case Page::vocabulary:
        case Page::performance:
        case Page::figure: return submissions;
        default: return std::nullopt;
    }
}

std::vector<Row> rows_of(const exchange::Profile& profile) {
    std::vector<Row> offered;
    for (const Row& row : rows()) {
        const auto section = section_of(row.page);
        if (section && !exchange::find_section(profile, *section)) continue;
        offered.push_back(row);
        std::erase_if(offered.back().route.paths, [&](std::string_view path) {
            const std::size_t end = std::min(path.find('/', 1), path.size());
            const auto language = base::language_from(path.substr(1, end - 1));
            return language && !exchange::speaks(profile, *language);
        });
    }
    return offered;
}

}  // namespace comity::site
