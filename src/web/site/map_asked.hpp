#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "collections/listing.hpp"
#include "collections/shelf.hpp"
#include "insight/map_spots.hpp"
#include "web/server/request.hpp"
#include "web/site/site.hpp"

// The map as a reader asks for it, for its page and its formats: the collections that have places, each narrowed as its own list
// is.
namespace comity::site {

struct MapLayer {
    const collections::Collection* collection = nullptr;
    const collections::Shelf* shelf = nullptr;
    bool on = false;
    std::vector<bool> rows;    // of the shelf: those that the filters find, wherever they are; empty where it is off
    std::size_t count = 0;     // of them
    std::size_t nowhere = 0;   // of them without coordinates
    server::Parameters query;  // what gives its list the same filters, without the box
};

// What is drawn: the places in a window, the nearest ones of them together.
struct MapSeen {
    insight::Window window;
    std::vector<insight::Spot> spots;  // the largest first, at most most_spots; records by record_number
    std::size_t inside = 0;            // records in the window
    std::size_t left_out = 0;          // of those, what no spot has: there are too many places
    std::vector<std::size_t> inside_by_layer;
    static constexpr std::size_t most_spots = 80;
    static constexpr double width = 960;   // units of the drawing
    static constexpr double spacing = 40;  // between two marks: 24 pixels even where the drawing is at its smallest
};

struct MapAsked {
    std::shared_ptr<const collections::Shelves> shelves;  // hold what the layers point to
    std::vector<MapLayer> layers;
    std::string words;
    std::size_t words_ignored = 0, only_best = 0;  // as ListAsked has them
    std::vector<std::string> countries;
    std::optional<int> from, to;        // years; the smaller one first
    int first_year = 0, last_year = 0;  // of all that has a place, 0 where nothing is dated
    std::optional<collections::Box> within;
    insight::Window home;      // what is shown where no box is asked for: the Parties' land
    server::Parameters query;  // what gives the same map again, without the box
};
// Throws HttpError 400 "bad_filter.…".
MapAsked map_asked(const Site& site, const server::Request& request);
MapSeen map_seen(const MapAsked& asked);

// A record of the map: its layer and its row.
struct MapRecord {
    std::size_t layer;
    collections::Row row;
};
std::uint64_t record_number(MapRecord record);
MapRecord record_of(std::uint64_t number);

// A window as the parameter "bbox" has it.
std::string box_text(const insight::Window& window);

// Calls use(record, point) for each record that the filters find and that has coordinates, in the order of layers and ids.
template <class Use>
void each_place(const MapAsked& asked, Use use) {
    for (std::size_t layer = 0; layer < asked.layers.size(); ++layer) {
        const MapLayer& of = asked.layers[layer];
        for (std::size_t row = 0; row < of.rows.size(); ++row)
            if (of.rows[row] && of.shelf->points[row])
                use(MapRecord{layer, static_cast<collections::Row>(row)}, *of.shelf->points[row]);
    }
}

}  // namespace comity::site
