#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "web/pages/map_parts.hpp"

// The drawing, the ways to move it, and the tables that say the same.
namespace comity::pages {

namespace {

using namespace html;
using insight::Spot, insight::Window;

constexpr std::size_t most_links = 4;  // to records of one place
// A window smaller than this tells no more: what is there is listed instead.
constexpr double nearest = 0.25;

// "Montreal and around", where the spot has more than one place.
std::string place_text(const MapView& view, std::size_t at, const Spot& spot) {
    const std::string_view place = base::shown(view.places[at], view.language).text;
    const bool one = spot.box.west == spot.box.east && spot.box.south == spot.box.north;
    return one ? std::string(place) : view.words("map.around", {{"place", place}});
}

Window around(const Spot& spot) {
    const double x = std::max(spot.box.east - spot.box.west, nearest) / 4,
                 y = std::max(spot.box.north - spot.box.south, nearest / 2) / 4;
    return insight::fitted({std::max(spot.box.west - x, -180.0), std::max(spot.box.south - y, -90.0), spot.box.east + x,
                            std::min(spot.box.north + y, 90.0)});
}

// Whether coming nearer could part the places of the spot.
bool can_be_parted(const MapView& view, const Spot& spot) {
    return std::max(spot.box.east - spot.box.west, spot.box.north - spot.box.south) > 0.01 && around(spot) != view.seen.window;
}

MapMark mark_of(const MapView& view, const Spot& spot, std::string place, std::string counts) {
    MapMark mark{
        .latitude = spot.latitude, .longitude = spot.longitude, .count = spot.count, .section = "", .name = "", .address = ""};
    mark.name = fmt::format("{} ({})", place, counts);
    const auto only = std::ranges::count_if(spot.by_layer, [](std::uint32_t n) { return n > 0; });
    if (only == 1) {
        mark.shape = shape_of(view.collection(spot.first.front()));
        mark.section = code(view.collection(spot.first.front()).section);
    } else {
        mark.shape = MarkShape::several;
    }
    if (spot.count == 1) {
        mark.name = fmt::format("{} ({})", base::shown(view.item(spot.first.front()).title, view.language).text, place);
        mark.address = view.record_address(spot.first.front());
    } else if (can_be_parted(view, spot)) {
        mark.address = view.map_address(around(spot));
    }
    return mark;
}

std::string spot_id(std::size_t at) { return fmt::format("place-{}", at + 1); }

std::string counts_of(const MapView& view, const Spot& spot) {
    std::string counts;
    for (std::size_t layer = 0; layer < view.asked.layers.size(); ++layer) {
        if (spot.by_layer[layer] == 0) continue;
        counts += counts.empty() ? "" : ", ";
        counts +=
            view.words("map.layer_count", {{"layer", view.layer_name(layer)}, {"count", view.number(spot.by_layer[layer])}});
    }
    return counts;
}

void drawing(Html& h, const MapView& view, double width, const char* kind, const std::vector<Spot>& spots) {
    std::vector<MapMark> marks;
    for (const Spot& spot : spots) {
        const auto told =
            std::ranges::find_if(view.seen.spots, [&](const Spot& s) { return s.first.front() == spot.first.front(); });
        COMITY_ASSERT(told != view.seen.spots.end());  // what takes others in is one of them
        const auto at = static_cast<std::size_t>(told - view.seen.spots.begin());
        MapMark mark = mark_of(view, spot, place_text(view, at, spot), counts_of(view, spot));
        if (mark.address.empty()) mark.address = "#" + spot_id(at);
        marks.push_back(std::move(mark));
    }
    std::ranges::reverse(marks);  // the largest on top
    std::vector<std::string_view> parties;
    for (const exchange::Party& party : view.site.profile().parties) parties.emplace_back(party.code);
    map_drawing(h,
                {.id = fmt::format("map-{}", kind),
                 .title = view.words("map.shows", {{"count", view.number(view.seen.inside)}}),
                 .frame = insight::framed(view.seen.window, width),
                 .kind = kind,
                 .countries = std::move(parties)},
                marks);
}

// The same map elsewhere or nearer: by links, so that it works with a keyboard and without script.
void moves(Html& h, const MapView& view) {
    const Window& at = view.seen.window;
    const double x = (at.east - at.west) / 2, y = (at.north - at.south) / 2;
    const auto moved = [&](double east, double north) {
        const double by_y = std::clamp(north * y, -90 - at.south, 90 - at.north);
        Window to{at.west + east * x, at.south + by_y, at.east + east * x, at.north + by_y};
        while (to.west < -180) to.west += 360, to.east += 360;
        while (to.west >= 180) to.west -= 360, to.east -= 360;
        return insight::fitted(to);
    };
    const auto scaled = [&](double by) {
        const double cx = (at.west + at.east) / 2, cy = (at.south + at.north) / 2;
        if (x * by >= 180) return insight::fitted(insight::whole_world);
        return insight::fitted(
            {std::max(cx - x * by, -180.0), std::max(cy - y * by, -90.0), cx + x * by, std::min(cy + y * by, 90.0)});
    };
    h.nav(cls("map-moves"), aria_label(view.words("map.moves")), [&] {
        const auto link = [&](const char* key, const char* move, const Window& to) {
            if (to != at)
                h.a(cls("button"), href(view.map_address(to)), rel("nofollow"), attr<"data-move">(move), view.words(key));
        };
        link("map.nearer", "in", scaled(0.5));
        link("map.farther", "out", scaled(2));
        link("map.north", "north", moved(0, 1));
        link("map.south", "south", moved(0, -1));
        link("map.west", "west", moved(-1, 0));
        link("map.east", "east", moved(1, 0));
        link("map.home", "home", view.asked.home);
        link("map.world", "world", insight::fitted(insight::whole_world));
    });
}

void places(Html& h, const MapView& view) {
    if (view.seen.spots.empty()) {
        h.p(view.words("map.nothing"));
        return;
    }
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words("map.places_caption"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"map.place", "map.what", "map.records"}) h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (std::size_t at = 0; at < view.seen.spots.size(); ++at) {
                const Spot& spot = view.seen.spots[at];
                h.tr(id(spot_id(at)), [&] {
                    h.th(scope("row"), cls("name"), lang_of(view.places[at], view.language), place_text(view, at, spot));
                    h.td(attr<"data-label">(view.words("map.what")), counts_of(view, spot));
                    h.td(attr<"data-label">(view.words("map.records")), [&] {
                        for (std::size_t i = 0; i < std::min(spot.first.size(), most_links); ++i) {
                            const base::Text& title = view.item(spot.first[i]).title;
                            h.p([&] {
                                h.a(href(view.record_address(spot.first[i])), lang_of(title, view.language),
                                    base::shown(title, view.language).text);
                            });
                        }
                        if (spot.count <= most_links) return;
                        const std::string more =
                            view.words.plural("map.more", static_cast<std::int64_t>(spot.count - most_links));
                        h.p([&] {
                            if (can_be_parted(view, spot))
                                h.a(href(view.map_address(around(spot))), rel("nofollow"), more, " ",
                                    [&] { h.span(cls("unseen"), place_text(view, at, spot)); });
                            else
                                h.write(more);
                        });
                    });
                });
            }
        });
    });
    if (view.seen.left_out) h.p(view.words.plural("map.left_out", static_cast<std::int64_t>(view.seen.left_out)));
}

// What each layer has here, elsewhere and at no place, with the list that has the same filters.
void layers(Html& h, const MapView& view) {
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), view.words("map.layers_caption"));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"map.layer", "map.here", "map.elsewhere", "map.nowhere"})
                    h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (std::size_t i = 0; i < view.asked.layers.size(); ++i) {
                const site::MapLayer& layer = view.asked.layers[i];
                if (!layer.on) continue;
                const std::size_t here = view.seen.inside_by_layer[i];
                const auto cell = [&](const char* key, std::size_t n) {
                    h.td(attr<"data-label">(view.words(key)), view.number(n));
                };
                h.tr([&] {
                    h.th(scope("row"), cls("name"), [&] {
                        h.a(href(site::address(site::shown(layer.collection->type->name)->list, view.language, {}, "",
                                               layer.query)),
                            view.layer_name(i));
                    });
                    cell("map.here", here);
                    cell("map.elsewhere", layer.count - layer.nowhere - here);
                    cell("map.nowhere", layer.nowhere);
                });
            }
        });
    });
}

}  // namespace

void map_results(Html& h, const MapView& view, const Frame& frame) {
    constexpr double tall_width = 360, tall_spacing = 28;
    h.section(cls("stack"), id("map"), attr<"aria-labelledby">("results"), [&] {
        h.div(cls("results-head"), [&] {
            h.h2(id("results"), view.words.plural("map.count", static_cast<std::int64_t>(view.seen.inside)));
            h.p([&] {
                h.button(type("button"), cls("opens-filters"), attr<"popovertarget">("filters"), view.words("list.filters"));
            });
        });
        if (view.asked.words_ignored)
            h.p(view.words.plural("list.words_ignored", static_cast<std::int64_t>(view.asked.words_ignored)));
        if (view.asked.only_best) only_best(h, view.words, view.asked.only_best);
        h.p([&] { h.a(cls("over-map"), href("#places"), view.words("map.skip")); });
        h.div(cls("map-frame"), attr<"data-bbox">(site::box_text(view.seen.window)), [&] {
            drawing(h, view, site::MapSeen::width, "broad", view.seen.spots);
            drawing(h, view, tall_width, "tall",
                    insight::merged(view.seen.spots, insight::framed(view.seen.window, tall_width), tall_spacing));
        });
        moves(h, view);
        h.p(cls("small", "soft"), view.words("map.borders"));
        h.h2(id("places"), view.words("map.places"));
        places(h, view);
        h.h2(view.words("map.by_layer"));
        layers(h, view);
        formats(h, frame, view.words("map.formats"));
        h.p([&] { h.a(href(site::address(site::Page::ogc, view.language)), view.words("map.ogc")); });
    });
}

}  // namespace comity::pages
