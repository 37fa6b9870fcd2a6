#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace comity::insight {

// How a drawing is laid out: for wide screens and paper, or for phones.
enum class Shape : std::uint8_t { broad, tall };

// What stands around a drawing. In a file it brings its own looks, its heading and its paper; in a page the style sheet dresses
// it.
struct Canvas {
    base::Language language = base::Language::en;
    Shape shape = Shape::broad;
    bool file = false;
    std::string id;        // no two drawings of a page have the same
    std::string title;     // what it shows: its accessible name
    std::string subtitle;  // on what it rests
};

constexpr double width_of(Shape shape) { return shape == Shape::broad ? 960 : 340; }
constexpr double font_of(Shape shape) { return shape == Shape::broad ? 16 : 14; }
// Estimated: no font is asked.
double text_width(std::string_view text, double font);
// The words in lines of at most this many units.
std::vector<std::string> wrapped(std::string_view text, double width, double font);

// SVG elements, appended. Numbers are rounded to tenths, texts escaped, looks are class names.
class Svg {
  public:
    enum class Anchor : std::uint8_t { start, middle, end };
    void text(double x, double y, std::string_view classes, std::string_view content, Anchor anchor = Anchor::start);
    void line(double x1, double y1, double x2, double y2, std::string_view classes);
    void rect(double x, double y, double width, double height, std::string_view classes);
    void circle(double x, double y, double radius, std::string_view classes);
    void path(std::string_view d, std::string_view classes);

    void append(const Svg& other) { out_ += other.out_; }

    // The whole drawing, of the canvas's width and this height.
    std::string finished(const Canvas& canvas, double height) const;

  private:
    std::string out_;
};

// "12", "-3": a coordinate. A unit is about a pixel, and tenths would be a tenth of what a page of drawings weighs.
std::string coordinate(double number);

}  // namespace comity::insight
