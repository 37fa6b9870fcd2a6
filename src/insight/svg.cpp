#include "insight/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/fault.hpp"

namespace comity::insight {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

// The looks of a file, as attributes: those of insight.css, in ink on paper. A style element would be refused where the file is
// opened from the site, whose policy allows style sheets of its own only.
struct Look {
    std::string_view name, attributes;
};
constexpr Look looks[] = {
    {"label", R"(fill="#1a211f")"},
    {"note", R"(fill="#1a211f")"},
    {"strong", R"(fill="#1a211f" font-weight="650")"},
    {"soft", R"(fill="#4b5651")"},
    {"title", R"(fill="#1a211f" font-size="24")"},
    {"paper", R"(fill="#fcfcfa")"},
    {"grid", R"(stroke="#d4d9d1")"},
    {"axis", R"(stroke="#747e78")"},
    {"bar", R"(fill="#274b8f")"},
    {"range", R"(fill="#e8eefa" stroke="#274b8f" stroke-width="1.5")"},
    {"open-range", R"(fill="#fcfcfa" stroke="#274b8f" stroke-width="1.5" stroke-dasharray="5 3")"},
    {"outline", R"(fill="#fcfcfa" stroke="#274b8f" stroke-width="2")"},
    {"middle", R"(stroke="#1a211f" stroke-width="3")"},
    {"beyond", R"(fill="none" stroke="#1a211f" stroke-width="2.5")"},
    {"whisker", R"(fill="none" stroke="#274b8f" stroke-width="2.5")"},
    {"dot", R"(fill="#274b8f" stroke="#fcfcfa" stroke-width="2")"},
    {"curve", R"(fill="none" stroke="#274b8f" stroke-width="3")"},
    {"band", R"(fill="#e8eefa" stroke="#274b8f" stroke-dasharray="2 3")"},
    {"seen", R"(stroke="#1a211f" stroke-width="1.5")"},
    {"half", R"(fill="none" stroke="#1a211f" stroke-width="1.5" stroke-dasharray="2 4")"},
};
constexpr std::string_view letters =
    R"( font-family="'Source Sans 3', 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="16" stroke-linejoin="round")";

// The elements with attributes in the place of their classes. A quote in a text is escaped, so this finds classes alone.
std::string with_looks(std::string_view elements) {
    constexpr std::string_view begins = "class=\"";
    std::string out;
    for (std::size_t at; (at = elements.find(begins)) != std::string_view::npos;) {
        out += elements.substr(0, at);
        elements.remove_prefix(at + begins.size());
        const std::size_t end = elements.find('"');
        const auto* look = std::ranges::find(looks, elements.substr(0, end), &Look::name);
        COMITY_ASSERT(look != std::end(looks));
        out += look->attributes;
        elements.remove_prefix(end + 1);
    }
    return out += elements;
}

constexpr double heading = 92;  // of a file, above the drawing

std::string_view anchor_code(Svg::Anchor anchor) {
    if (anchor == Svg::Anchor::start) return "";
    return anchor == Svg::Anchor::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
}

}  // namespace

std::string coordinate(double number) { return fmt::format("{}", std::lround(number)); }

double text_width(std::string_view text, double font) {
    std::size_t characters = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++characters;
    return 0.53 * font * static_cast<double>(characters);
}

std::vector<std::string> wrapped(std::string_view text, double width, double font) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!lines.empty() && text_width(lines.back() + " " + std::string(word), font) <= width)
            lines.back() += " " + std::string(word);
        else
            lines.emplace_back(word);
    }
    return lines;
}

void Svg::text(double x, double y, std::string_view classes, std::string_view content, Anchor anchor) {
    fmt::format_to(std::back_inserter(out_), "<text class=\"{}\" x=\"{}\" y=\"{}\"{}>{}</text>\n", classes, coordinate(x),
                   coordinate(y), anchor_code(anchor), escaped(content));
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view classes) {
    fmt::format_to(std::back_inserter(out_), "<path class=\"{}\" d=\"M{} {}", classes, coordinate(x1), coordinate(y1));
    if (y1 == y2)
        fmt::format_to(std::back_inserter(out_), "H{}\"/>\n", coordinate(x2));
    else if (x1 == x2)
        fmt::format_to(std::back_inserter(out_), "V{}\"/>\n", coordinate(y2));
    else
        fmt::format_to(std::back_inserter(out_), "L{} {}\"/>\n", coordinate(x2), coordinate(y2));
}

void Svg::rect(double x, double y, double width, double height, std::string_view classes) {
    fmt::format_to(std::back_inserter(out_), "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", classes,
                   coordinate(x), coordinate(y), coordinate(width), coordinate(height));
}

void Svg::circle(double x, double y, double radius, std::string_view classes) {
    fmt::format_to(std::back_inserter(out_), "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", classes, coordinate(x),
                   coordinate(y), coordinate(radius));
}

void Svg::path(std::string_view d, std::string_view classes) {
    fmt::format_to(std::back_inserter(out_), "<path class=\"{}\" d=\"{}\"/>\n", classes, d);
}

std::string Svg::finished(const Canvas& canvas, double height) const {
    const double width = width_of(canvas.shape), margin = canvas.file ? 24 : 0, above = canvas.file ? heading : 0;
    Svg paper;
    if (canvas.file) {
        paper.rect(-margin, -above, width + 2 * margin, height + above + margin, "paper");
        paper.text(0, 34 - above, "title", canvas.title);
        paper.text(0, 60 - above, "soft", canvas.subtitle);
    }
    const std::string shape = fmt::format(" class=\"chart {}\"", canvas.shape == Shape::broad ? "broad" : "tall");
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{} role=\"img\" lang=\"{}\" aria-labelledby=\"{}-title\" "
        "viewBox=\"{} {} {} {}\" width=\"{}\" height=\"{}\">\n<title id=\"{}-title\">{}</title>\n{}</svg>\n",
        canvas.file ? letters : std::string_view(shape), base::code(canvas.language), canvas.id, coordinate(-margin),
        coordinate(-above), coordinate(width + 2 * margin), coordinate(height + above + margin), coordinate(width + 2 * margin),
        coordinate(height + above + margin), canvas.id, escaped(canvas.title),
        canvas.file ? with_looks(paper.out_ + out_) : out_);
}

}  // namespace comity::insight
