#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

// Where everything of the picture stands, in pixels. The main course runs down the first column; steps from which a case can go
// back stand in the second, beside the step that leads to them; how a case ends stands outside of both.
struct Line {
    std::string text;
    std::string kind;  // "name", "actor", "limit", "cite"
};
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    std::vector<Line> lines;
    std::string kind;  // "duty", "period", "end", "side"
};
struct Arrow {
    std::vector<std::pair<double, double>> points;
    std::vector<std::string> label;
    double label_x = 0, label_y = 0;  // of the last line's foot
    bool label_ends = false;          // the label ends at label_x
    bool dashed = false;              // time that runs out
};
struct Layout {
    double width = 0, height = 0;
    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
    std::vector<std::pair<double, std::string>> headings;  // y, text
};

Layout lay_out(const Mechanism& mechanism, base::Language language);

// The words in lines of at most this many pixels, at a font size.
std::vector<std::string> wrapped(std::string_view text, double width, double font);

}  // namespace comity::law
