#include "web/site/examples.hpp"

#include <ranges>

#include "body/registry/explained.hpp"
#include "collections/shelf.hpp"
#include "insight/table.hpp"

namespace comity::site {

namespace {

constexpr std::size_t most_looked_at = 100;  // records for a value

// The newest record of a type, by the date of its list.
std::optional<std::string> newest(const Site& site, std::string_view type) {
    const auto shelves = site.shelves();
    const collections::Shelf* shelf = shelves->of(type);
    if (!shelf || shelf->items.empty()) return std::nullopt;
    return in_address(shelf->items[shelf->by_date.empty() ? 0 : shelf->by_date.front()]->id);
}

// The newest case on which a clock runs or ran, with the first step that has one.
std::optional<server::Parameters> clock(const Site& site, const char* name) {
    const auto docket = site.docket();
    const auto shelves = site.shelves();
    const collections::Shelf& filed = *shelves->of("submission");
    for (const collections::Row row : filed.by_date | std::views::take(most_looked_at)) {
        const std::string& id = filed.items[row]->id;
        const registry::CaseOn on = registry::case_on(*docket->find(id), site.law(), site.today());
        if (const auto steps = registry::steps_with_clocks(on); !steps.empty())
            return server::Parameters{{"id", id}, {name, steps.front()}};
    }
    return std::nullopt;
}

// The first collection of which the body has records; the docket has pages of its own.
const collections::Collection* first_collection(const Site& site) {
    for (const collections::Collection& one : collections::all()) {
        const Shown* pages = shown(one.type->name);
        if (pages->list != Page::submissions && site.offers(pages->list) && newest(site, one.type->name)) return &one;
    }
    return nullptr;
}

std::optional<server::Parameters> named(const char* name, std::optional<std::string> value) {
    if (!value) return std::nullopt;
    return server::Parameters{{name, *std::move(value)}};
}

}  // namespace

std::optional<server::Parameters> example_of(const Site& site, const Row& row) {
    if (row.route.paths.front().find('{') == std::string_view::npos) return server::Parameters{};
    const collections::Collection* some = first_collection(site);
    switch (row.page) {
        case Page::clock: return clock(site, "step");
        case Page::proof: return clock(site, "clock");
        case Page::submission:
        case Page::events: return named("id", newest(site, "submission"));
        case Page::process:
        case Page::replay:
        case Page::compare: {
            const auto id = newest(site, "submission");
            if (!id) return std::nullopt;
            return named("id", law::find_mechanism(site.law(), site.docket()->find(*id)->submission.agreement)->id);
        }
        case Page::fact_sheets: {
            // Few instruments have another edition on the record.
            const auto shelves = site.shelves();
            const collections::Shelf* shelf = shelves->of("instrument");
            const store::Snapshot snapshot = site.store().snapshot();
            for (const auto& item : shelf->items | std::views::take(most_looked_at))
                if (const auto stored = snapshot.read("instrument", item->id, record::Audience::everyone);
                    stored && stored->record.as_object().contains("editions"))
                    return named("id", in_address(item->id));
            return std::nullopt;
        }
        case Page::figure: return named("figure", std::string(insight::code(insight::figures[0])));
        case Page::dictionary: return some ? named("type", std::string(some->type->name)) : std::nullopt;
        case Page::ogc_collection:
        case Page::ogc_items: return some ? named("collection", std::string(some->type->collection)) : std::nullopt;
        case Page::ogc_item:
            return some ? std::optional(server::Parameters{{"collection", std::string(some->type->collection)},
                                                           {"id", *newest(site, some->type->name)}})
                        : std::nullopt;
        default: break;
    }
    const Shown* pages = shown_at(row.page);
    return pages ? named("id", newest(site, pages->type)) : std::nullopt;
}

std::optional<server::Parameter> example_of(const Site& site, const Row& row, const server::QueryParameter& parameter) {
    if (parameter.any_name) return std::nullopt;
    // A case that is there now need not have been there on a day that is written down somewhere.
    if (parameter.name == "on" || parameter.name == "known" || parameter.name == "filed")
        return server::Parameter{std::string(parameter.name), base::to_string(site.today())};
    if (!parameter.example.empty()) return server::Parameter{std::string(parameter.name), std::string(parameter.example)};
    const Shown* pages = shown_at(row.page);
    const collections::Collection* collection = pages && pages->list == row.page ? collections::find(pages->type) : nullptr;
    const collections::Facet* facet = collection ? collection->facet(parameter.name) : nullptr;
    if (!facet) return std::nullopt;
    const auto shelves = site.shelves();
    const collections::Shelf& shelf = shelves->of(*collection);
    const auto at = static_cast<std::uint8_t>(facet - collection->facets.data());
    for (const collections::Row newest : shelf.by_date | std::views::take(most_looked_at))
        for (const auto& [place, value] : shelf.items[newest]->values)
            if (place == at) return server::Parameter{std::string(parameter.name), value};
    return std::nullopt;
}

}  // namespace comity::site
