#pragma once

#include <string>
#include <vector>

#include "base/messages.hpp"
#include "web/html/html.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/map_drawing.hpp"
#include "web/site/map_asked.hpp"

// The parts of the map page.
namespace comity::pages {

struct MapView {
    const site::Site& site;
    base::Language language;
    base::Words words;
    const site::MapAsked& asked;
    const site::MapSeen& seen;
    std::vector<base::Text> places;  // the name of the place of each spot's first record

    const collections::Item& item(std::uint64_t record) const;
    const collections::Collection& collection(std::uint64_t record) const;
    std::string record_address(std::uint64_t record) const;
    // The same map with another window; with the window of home none is named.
    std::string map_address(const insight::Window& window) const;
    std::string layer_name(std::size_t layer) const;
    std::string number(std::size_t n) const;
};

MarkShape shape_of(const collections::Collection& collection);

void map_form(html::Html& h, const MapView& view);
void map_results(html::Html& h, const MapView& view, const Frame& frame);

}  // namespace comity::pages
