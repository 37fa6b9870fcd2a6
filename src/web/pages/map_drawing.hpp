#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "insight/map_frame.hpp"
#include "web/html/html.hpp"

namespace comity::pages {

// What a mark stands for is told by its shape first, by its colour second.
enum class MarkShape : std::uint8_t { disc, square, triangle, diamond, cross, pentagon, star, bar, several };

struct MapMark {
    double latitude = 0, longitude = 0;
    std::uint32_t count = 1;  // more than one is written into the mark
    MarkShape shape = MarkShape::disc;
    std::string_view section;  // whose accent it has: "docket", "program" …
    std::string name;          // what it is, in words: its accessible name
    std::string address;       // where it leads; empty: nowhere
};

struct MapDrawing {
    std::string id;     // unique on its page
    std::string title;  // what it shows: its accessible name
    insight::Frame frame;
    std::string_view kind;                    // "broad", "tall" or "": a class, for a page that has two drawings of the same
    std::vector<std::string_view> countries;  // set off from the others
};

// A map as inline SVG: outlines, then the marks, the last on top. The page says the same beside it, in a table.
void map_drawing(html::Html& h, const MapDrawing& drawing, const std::vector<MapMark>& marks);

// The outline of a mark around 0, 0, of about this radius.
std::string mark_path(MarkShape shape, double radius);
// A mark by itself, for a key: decorative, the word stands beside it.
void key_mark(html::Html& h, MarkShape shape, std::string_view section);

}  // namespace comity::pages
