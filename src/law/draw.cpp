#include "law/draw.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/format.hpp"
#include "base/messages.hpp"
#include "law/draw_layout.hpp"
#include "law/draw_words.hpp"

namespace comity::law {
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

template <class... Args>
std::string filled(Word form, base::Language language, const Args&... args) {
    return fmt::format(fmt::runtime(word(form, language)), args...);
}

constexpr std::string_view style = R"(<style>
text { font: 13px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: #1c2b2a }
.law-title { font-size: 22px; font-weight: 600 }
.law-heading { font-weight: 600 }
.law-name { font-size: 15px; font-weight: 600 }
.law-actor { fill: #1d5a57 }
.law-cite, .law-label { font-size: 12px; fill: #55615f }
.law-box { fill: #fff; stroke: #1d5a57; stroke-width: 1.5 }
.law-period { stroke-dasharray: 5 3 }
.law-side { stroke: #8a9694 }
.law-end { fill: #eef2f1; stroke: #55615f }
.law-arrow { fill: none; stroke: #55615f; stroke-width: 1.25 }
.law-runs-out { stroke-dasharray: 5 3 }
.law-head { fill: #55615f }
.law-back { fill: #fff }
</style>
)";

void write_box(std::string& out, const Box& box) {
    auto to = std::back_inserter(out);
    const double radius = box.kind == "end" ? 12 : 3;
    fmt::format_to(
        to, "<rect class=\"law-box law-{}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"{:.0f}\"/>\n",
        box.kind, box.x, box.y, box.width, box.height, radius);
    double inside = 0;
    for (const Line& line : box.lines) inside += line.kind == "name" ? 19 : 15;
    double y = box.y + (box.height - inside) / 2;
    for (const Line& line : box.lines) {
        y += line.kind == "name" ? 19 : 15;
        fmt::format_to(to, "<text class=\"law-{}\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n", line.kind, box.x + 12, y - 4,
                       escaped(line.text));
    }
}

void write_arrow(std::string& out, const Arrow& arrow) {
    auto to = std::back_inserter(out);
    fmt::format_to(to, "<path class=\"law-arrow{}\" marker-end=\"url(#law-tip)\" d=\"", arrow.dashed ? " law-runs-out" : "");
    char command = 'M';
    for (const auto& [x, y] : arrow.points) {
        fmt::format_to(to, "{}{:.0f} {:.0f}", command, x, y);
        command = 'L';
    }
    out += "\"/>\n";
}

void write_label(std::string& out, const Arrow& arrow) {
    auto to = std::back_inserter(out);
    double y = arrow.label_y - 13.0 * static_cast<double>(arrow.label.size() - 1);
    for (const std::string& line : arrow.label) {
        fmt::format_to(to, "<text class=\"law-label\" x=\"{:.0f}\" y=\"{:.0f}\"{}>{}</text>\n", arrow.label_x, y,
                       arrow.label_ends ? " text-anchor=\"end\"" : "", escaped(line));
        y += 13;
    }
}

}  // namespace

std::string in_words(const Mechanism& mechanism, const Limit& limit, base::Language language) {
    std::string text;
    const Span span = in_force(mechanism, limit);
    const bool from_the_start = !span.from || (mechanism.filed.from && *span.from <= *mechanism.filed.from);
    if (!from_the_start) text += filled(Word::from, language, base::short_date(language, *span.from)) + " ";
    if (span.to) text += filled(Word::until, language, base::short_date(language, *span.to)) + " ";
    if (!text.empty()) text.replace(text.size() - 1, 1, base::Words(language)("proof.colon"));
    if (limit.unit == Unit::none)
        return text + std::string(word(limit.strength == Strength::promptly         ? Word::promptly
                                       : limit.strength == Strength::may            ? Word::may
                                       : limit.strength == Strength::as_appropriate ? Word::as_appropriate
                                                                                    : Word::no_limit,
                                       language));
    const Word unit = limit.unit == Unit::calendar  ? Word::calendar
                      : limit.unit == Unit::working ? Word::working
                      : limit.unit == Unit::month   ? Word::months
                                                    : Word::years;
    text += filled(unit, language, limit.number);
    if (limit.lead > 0) text += " " + filled(Word::after, language, limit.lead);
    if (limit.extension && limit.extension->number == 0) text += ", " + std::string(word(Word::longer, language));
    if (limit.extension && limit.extension->number > 0) text += ", " + filled(Word::on_notice, language, limit.extension->number);
    if (limit.strength == Strength::target) text += fmt::format(" ({})", word(Word::target, language));
    if (limit.strength == Strength::normally) text += fmt::format(" ({})", word(Word::normally, language));
    if (limit.strength == Strength::may) text += fmt::format(" ({})", word(Word::may, language));
    if (limit.strength == Strength::as_appropriate) text += fmt::format(" ({})", word(Word::as_appropriate, language));
    if (limit.strength == Strength::promptly) text += fmt::format(" ({})", word(Word::promptly, language));
    if (!limit.opened_by.empty() && limit.opened_by.front() >= 0)
        text += fmt::format(" [{}]", mechanism.event_types[static_cast<std::size_t>(limit.opened_by.front())].name[language]);
    return text;
}

std::string draw(const Mechanism& mechanism, base::Language language, DrawAs as) {
    const Layout layout = lay_out(mechanism, language);
    std::string out;
    auto to = std::back_inserter(out);
    const std::string title = escaped(mechanism.name[language]);
    fmt::format_to(to,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"law-drawing\" role=\"img\" lang=\"{}\" "
                   "aria-labelledby=\"law-{}-title\" "
                   "viewBox=\"0 0 {:.0f} {:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\">\n<title id=\"law-{}-title\">{}</title>\n",
                   base::code(language), mechanism.id, layout.width, layout.height, layout.width, layout.height, mechanism.id,
                   title);
    if (as == DrawAs::file) out += style;
    out +=
        "<defs><marker id=\"law-tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
        "orient=\"auto\">"
        "<path class=\"law-head\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n";
    if (as == DrawAs::file)
        fmt::format_to(to,
                       "<rect class=\"law-back\" width=\"{:.0f}\" height=\"{:.0f}\"/>\n<text class=\"law-title\" x=\"24\" "
                       "y=\"40\">{}</text>\n",
                       layout.width, layout.height, title);
    for (const Arrow& arrow : layout.arrows) write_arrow(out, arrow);
    for (const Box& box : layout.boxes) write_box(out, box);
    for (const Arrow& arrow : layout.arrows) write_label(out, arrow);
    for (const auto& [y, text] : layout.headings)
        fmt::format_to(to, "<text class=\"law-heading\" x=\"24\" y=\"{:.0f}\">{}</text>\n", y, escaped(text));
    out += "</svg>\n";
    return out;
}

}  // namespace comity::law
