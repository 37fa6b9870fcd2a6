#include "web/site/sections.hpp"

#include "base/messages.hpp"

namespace comity::site {

std::optional<exchange::SectionId> section_of(Page page) {
    using enum exchange::SectionId;
    switch (page) {
        case Page::about: return about;
        case Page::work: return work;
        case Page::library: return library;
        case Page::council: return council;
        case Page::submissions:
        case Page::how_to_file:
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
        case Page::meetings_calendar: return council;
        case Page::consultations: return about;
        default: break;
    }
    if (page == Page::fact_sheets) return library;
    const Shown* shown = shown_at(page);
    const collections::Collection* collection = shown ? collections::find(shown->type) : nullptr;
    if (!collection) return std::nullopt;
    return section_of(collection->section);
}

exchange::SectionId section_of(collections::Section section) {
    using enum exchange::SectionId;
    switch (section) {
        case collections::Section::docket: return submissions;
        case collections::Section::program: return work;
        case collections::Section::library: return library;
        case collections::Section::council: return council;
        case collections::Section::impact: return impact;
        case collections::Section::body: break;
    }
    return about;
}

Entrance entrance(exchange::SectionId section) {
    using enum exchange::SectionId;
    switch (section) {
        case submissions: return {Page::submissions, "nav.submissions"};
        case work: return {Page::work, "nav.work"};
        case library: return {Page::library, "nav.library"};
        case council: return {Page::council, "nav.council"};
        case impact: return {Page::impact, "nav.impact"};
        case about: break;
    }
    return {Page::about, "nav.about"};
}

std::string section_name(const exchange::Profile& profile, exchange::SectionId id, base::Language language) {
    const exchange::Section* section = exchange::find_section(profile, id);
    if (section && !section->name.empty()) return std::string(base::shown(section->name, language).text);
    return std::string(base::Words(language)(entrance(id).label));
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
