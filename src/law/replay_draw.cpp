#include "law/replay_draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/format.hpp"
#include "base/messages.hpp"

namespace comity::law {
namespace {

// Units of the drawing, which is as wide as a phone: its letters are read there without making it larger.
constexpr double width = 360, left = 8, right = 352, legend_line = 18, label_height = 42, bars = 52, gap = 16, scale_height = 40;
constexpr int most_bins = 36;

constexpr std::string_view style = R"(<style>
text { font: 13px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; fill: #1c2b2a }
.replay-name { font-weight: 600 }
.replay-soft { font-size: 12px; fill: #4b5651 }
.replay-same { fill: #e3eae8; stroke: #274b8f }
.replay-better { fill: url(#replay-hatch); stroke: #274b8f }
.replay-worse { fill: #9b2d14; stroke: #9b2d14 }
.replay-stripe { stroke: #274b8f; stroke-width: 2 }
.replay-line { stroke: #747e78; fill: none }
.replay-zero { stroke: #1c2b2a; fill: none }
.replay-back { fill: #fff }
</style>
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

// How many days a bin holds: odd numbers only, so that 0 is in the middle of its own.
int bin_width(int least, int most) {
    for (const int days : {1, 3, 5, 7, 11, 15, 21, 31, 61, 121, 365})
        if ((most - least) / days < most_bins) return days;
    return 2 * ((most - least) / most_bins) + 1;
}

// The bin in which a shift falls, 0 for that in the middle.
int bin_of(int shift, int days) {
    const int moved = shift + days / 2;
    return moved >= 0 ? moved / days : -((-moved + days - 1) / days);
}

struct Scale {
    int first = 0, last = 0, days = 1;  // bins, and the days of each
    std::size_t most = 0;               // clocks in the fullest bin
    double bin() const { return (right - left) / (last - first + 1); }
    double x(int bin_place) const { return left + (bin_place - first) * bin(); }
    double middle(double shift) const { return x(0) + bin() / 2 + shift / days * bin(); }
};

Scale scale_of(const std::vector<ShiftBin>& bins) {
    Scale scale;
    if (!bins.empty()) scale.days = bins.front().to - bins.front().from + 1;
    for (const ShiftBin& bin : bins) {
        scale.first = std::min(scale.first, bin_of(bin.from, scale.days));
        scale.last = std::max(scale.last, bin_of(bin.to, scale.days));
        scale.most = std::max(scale.most, bin.all());
    }
    // A scale needs some room on both sides of 0 for its words.
    scale.first = std::min(scale.first, -6);
    scale.last = std::max(scale.last, 6);
    return scale;
}

struct Drawing {
    std::string out;
    const base::Words words;
    double y = 0;

    void text(double x, double at, std::string_view kind, std::string_view text, std::string_view anchor = "") {
        fmt::format_to(std::back_inserter(out), "<text class=\"replay-{}\" x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", kind, x, at,
                       anchor.empty() ? "" : fmt::format(" text-anchor=\"{}\"", anchor), escaped(text));
    }
    void box(std::string_view kind, double x, double at, double wide, double high) {
        fmt::format_to(std::back_inserter(out),
                       "<rect class=\"replay-{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n", kind, x, at,
                       wide, high);
    }
    void line(std::string_view kind, double x, double at, std::string_view to) {
        fmt::format_to(std::back_inserter(out), "<path class=\"replay-{}\" d=\"M{:.1f} {:.1f}{}\"/>\n", kind, x, at, to);
    }
};

void legend(Drawing& drawing) {
    for (const char* kind : {"worse", "better", "same"}) {
        drawing.box(kind, left, drawing.y + 3, 12, 12);
        drawing.text(left + 20, drawing.y + 13, "soft", drawing.words(fmt::format("replay.key.{}", kind).c_str()));
        drawing.y += legend_line;
    }
    drawing.y += 8;
}

void row(Drawing& drawing, const Scale& scale, const ReplaySummary& sum, const std::vector<ShiftBin>& bins) {
    const base::Language language = drawing.words.language();
    drawing.text(left, drawing.y + 15, "name", base::shown(sum.step->name, language).text);
    const std::string n = base::format_number(language, static_cast<std::int64_t>(sum.compared()));
    drawing.text(left, drawing.y + 32, "soft",
                 drawing.words("replay.row", {{"n", n}, {"median", signed_days(language, *sum.median_shift)}}));
    const double floor = drawing.y + label_height + bars;
    for (const ShiftBin& bin : bins) {
        if (bin.of != &sum) continue;
        const double x = scale.x(bin_of(bin.from, scale.days)) + 0.5, wide = std::max(scale.bin() - 1, 1.5);
        double top = floor;
        for (const auto& [kind, count] :
             {std::pair("worse", bin.worse), std::pair("better", bin.better), std::pair("same", bin.rest)}) {
            if (count == 0) continue;
            const double high = std::max(2.0, bars * static_cast<double>(count) / static_cast<double>(scale.most));
            top -= high;
            drawing.box(kind, x, top, wide, high);
        }
    }
    drawing.line("line", left, floor, fmt::format("H{:.1f}", right));
    drawing.line("zero", scale.middle(0), drawing.y + label_height - 4, fmt::format("V{:.1f}", floor + 5));
    drawing.y = floor + gap;
}

void axis(Drawing& drawing, const Scale& scale) {
    const base::Language language = drawing.words.language();
    const double at = drawing.y + 4;
    const int span = (scale.last - scale.first) * scale.days;
    int every = 1;
    for (const int days : {5, 10, 20, 50, 100, 200, 500, 1000})
        if (every == 1 || span / every > 6) every = days;
    for (int shift = scale.first * scale.days / every * every; shift <= scale.last * scale.days; shift += every) {
        const double x = scale.middle(shift);
        if (x < left + 10 || x > right - 10) continue;
        drawing.line("line", x, drawing.y - gap, "v5");
        drawing.text(x, at, "soft", shift == 0 ? "0" : signed_days(language, shift), "middle");
    }
    drawing.text(left, at + 20, "soft", drawing.words("replay.less"));
    drawing.text(right, at + 20, "soft", drawing.words("replay.more"), "end");
}

}  // namespace

std::string signed_days(base::Language language, double days) {
    std::string text = fmt::format("{:g}", std::abs(days));
    if (language == base::Language::fr || language == base::Language::es) std::ranges::replace(text, '.', ',');
    return (days > 0 ? "+" : days < 0 ? "−" : "") + text;
}

std::vector<ShiftBin> shift_bins(const Replay& replay) {
    std::vector<ShiftBin> bins;
    if (!replay.all.least_shift) return bins;
    const int days = bin_width(std::min(0, *replay.all.least_shift), std::max(0, *replay.all.most_shift));
    for (const ReplaySummary& sum : replay.steps) {
        std::vector<ShiftBin> of_step;
        for (const ReplayedCase& each : replay.cases)
            for (const ReplayedClock& clock : each.clocks) {
                if (!clock.shift || clock.step->id != sum.step->id) continue;
                const int middle = bin_of(*clock.shift, days) * days;
                auto at = std::ranges::find(of_step, middle - days / 2, &ShiftBin::from);
                if (at == of_step.end()) at = of_step.insert(at, {&sum, middle - days / 2, middle + days / 2, 0, 0, 0});
                ++(clock.change == Change::worse ? at->worse : clock.change == Change::better ? at->better : at->rest);
            }
        std::ranges::sort(of_step, {}, &ShiftBin::from);
        bins.insert(bins.end(), of_step.begin(), of_step.end());
    }
    return bins;
}

std::string draw(const Replay& replay, base::Language language, DrawAs as) {
    const std::vector<ShiftBin> bins = shift_bins(replay);
    if (bins.empty()) return "";
    const Scale scale = scale_of(bins);
    Drawing drawing{.out = {}, .words = base::Words(language), .y = as == DrawAs::file ? 32.0 : 4.0};
    legend(drawing);
    for (const ReplaySummary& sum : replay.steps)
        if (sum.compared() > 0) row(drawing, scale, sum, bins);
    axis(drawing, scale);
    const double height = drawing.y + scale_height;
    const std::string title = escaped(drawing.words("replay.drawing"));
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"replay-drawing\" role=\"img\" lang=\"{}\" "
        "aria-labelledby=\"replay-title\" viewBox=\"0 0 {:.0f} {:.0f}\"{}>\n<title id=\"replay-title\">{}</title>\n",
        base::code(language), width, height,
        as == DrawAs::file ? fmt::format(" width=\"{:.0f}\" height=\"{:.0f}\"", 2 * width, 2 * height) : "", title);
    if (as == DrawAs::file) out += style;
    out +=
        "<defs><pattern id=\"replay-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><path class=\"replay-stripe\" d=\"M0 0v5\"/></pattern></defs>\n";
    if (as == DrawAs::file)
        out += fmt::format(
            "<rect class=\"replay-back\" width=\"{:.0f}\" height=\"{:.0f}\"/>\n<text class=\"replay-name\" x=\"{:.0f}\" "
            "y=\"22\">{}</text>\n",
            width, height, left, title);
    return out + drawing.out + "</svg>\n";
}

}  // namespace comity::law
