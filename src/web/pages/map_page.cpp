#include "web/pages/map_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "collections/values.hpp"
#include "insight/map_outline.hpp"
#include "web/pages/map_parts.hpp"

namespace comity::pages {

namespace {

using namespace html;
using insight::Spot, insight::Window;

// Names of places are in no list's memory: one record of each spot is read for its own.
void name_spots(MapView& view) {
    const store::Snapshot snapshot = view.site.store().snapshot();
    for (const Spot& spot : view.seen.spots) {
        const collections::Item& item = view.item(spot.first.front());
        const collections::Collection& collection = view.collection(spot.first.front());
        const auto stored = snapshot.read(collection.type->name, item.id, record::Audience::everyone);
        base::Text place;
        if (stored) place = collections::text_at(stored->record, std::string(collection.place) + ".name");
        view.places.push_back(place.empty() ? item.title : place);
    }
}

}  // namespace

const collections::Item& MapView::item(std::uint64_t record) const {
    const auto [layer, row] = site::record_of(record);
    return *asked.layers[layer].shelf->items[row];
}

const collections::Collection& MapView::collection(std::uint64_t record) const {
    return *asked.layers[site::record_of(record).layer].collection;
}

std::string MapView::record_address(std::uint64_t record) const {
    return site::record_address(*collection(record).type, item(record).id, language);
}

std::string MapView::map_address(const Window& to) const {
    server::Parameters query = asked.query;
    if (to != asked.home) query.push_back({"bbox", site::box_text(to)});
    return site::address(site::Page::map, language, {}, "", query);
}

std::string MapView::layer_name(std::size_t layer) const {
    const std::string key = fmt::format("collection.{}.title", asked.layers[layer].collection->type->collection);
    return std::string(words(key.c_str()));
}

std::string MapView::number(std::size_t n) const { return base::format_number(language, static_cast<std::int64_t>(n)); }

MarkShape shape_of(const collections::Collection& collection) {
    struct Shaped {
        std::string_view type;
        MarkShape shape;
    };
    static constexpr Shaped shapes[] = {{"submission", MarkShape::disc}, {"project", MarkShape::square},
                                        {"grant", MarkShape::triangle},  {"meeting", MarkShape::diamond},
                                        {"office", MarkShape::cross},    {"decision", MarkShape::pentagon}};
    const auto* at = std::ranges::find(shapes, collection.type->name, &Shaped::type);
    return at == std::end(shapes) ? MarkShape::star : at->shape;
}

server::Response map_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::MapAsked asked = site::map_asked(site, request);
    const site::MapSeen seen = site::map_seen(asked);
    MapView view{.site = site,
                 .language = match.language,
                 .words = base::Words(match.language),
                 .asked = asked,
                 .seen = seen,
                 .places = {}};
    name_spots(view);
    Frame frame{.language = match.language,
                .page = site::Page::map,
                .query = asked.query,
                .title = std::string(view.words("map.title")),
                .description = std::string(view.words("map.lead")),
                .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))}},
                .section = collections::Section::body,
                .stylesheet = "atlas.css",
                .script = "atlas.js"};
    if (asked.within) frame.query.push_back({"bbox", site::box_text(seen.window)});
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 title_band(h, frame);
                                 h.div(cls("found"), [&] {
                                     map_form(h, view);
                                     map_results(h, view, frame);
                                 });
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
