#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "web/pages/label_text.hpp"
#include "web/pages/timeline_parts.hpp"

namespace comity::pages {
namespace {

using html::Html, html::attr, html::cls;
using Clock = TimelineDrawing::Clock;

// Units of the drawing.
constexpr double width = 960, axis_left = 112, axis_right = 950, text_right = axis_right + 8;
constexpr double font = 16, line_pitch = 18, beside_mark = 7, track_pitch = 17, bar_height = 14;

// Characters in a line. Where events crowd, their labels are wider and lower, for they stand in a stack anyway.
constexpr std::size_t event_lines[] = {20, 34, 48}, clock_line = 40, note_line = 96, name_line = 13;
constexpr double high_enough = 170;  // above a lane, for its labels

// A label above or below its lane, joined to it by a line at its mark.
struct Label {
    double mark;
    double low, high;   // from where to where it reaches along the axis
    double near, deep;  // its distance from the lane, and how much room it takes there
    double from = 0;    // how far from the lane the line that joins it begins
    bool ends = false;  // its text ends at high instead of beginning at low
    bool joined = true;
    std::vector<TextLine> lines;
    double far() const { return near + deep; }
};

struct Bar {
    const Clock* clock;
    std::size_t track;
};

// One lane, worked out. y grows downward.
struct LaneLayout {
    std::vector<std::string_view> name;
    std::vector<Occasion> occasions;
    std::vector<Bar> bars;
    std::vector<Label> above, below;
    std::vector<std::vector<TextLine>> undated;
    double line = 0;    // where the lane is drawn
    double tracks = 0;  // how much lower the last track is
    double listed = 0;  // where the list of undated events begins
    double bottom = 0;
};

double width_of(const std::vector<TextLine>& lines) {
    std::size_t longest = 0;
    for (const TextLine& line : lines) longest = std::max(longest, characters(line.text));
    return text_width(longest, font);
}

// The least distance from the lane at which a label keeps clear of those placed before it and of the lines that join them.
double nearest_free(const std::vector<Label>& placed, const Label& label) {
    constexpr double apart = 8;
    double near = 0;
    for (bool moved = true; moved;) {
        moved = false;
        for (const Label& other : placed) {
            const bool beside = label.high + apart <= other.low || other.high + apart <= label.low;
            const bool over_line = other.joined && label.low < other.mark - 1 && other.mark + 1 < label.high;
            const double until = !beside ? other.far() : over_line ? other.near : 0;
            if (near < until && (over_line || near + label.deep > other.near)) {
                near = until;
                moved = true;
            }
        }
    }
    return near;
}

Label event_label(const Occasion& occasion, double mark, std::size_t longest_line) {
    Label label{.mark = mark, .low = mark, .high = mark, .near = 0, .deep = 0};
    label.lines.push_back({occasion.when, "when"});
    for (const std::string_view what : occasion.what)
        for (const std::string_view line : wrapped(what, longest_line)) label.lines.push_back({line, ""});
    label.deep = 1 + line_pitch * static_cast<double>(label.lines.size());
    label.high = mark + 8 + width_of(label.lines);
    if (label.high > text_right) {
        label.ends = true;
        label.low = mark - 8 - width_of(label.lines);
        label.high = mark;
    }
    return label;
}

// From right to left, so that the line of each label passes beside the labels below it. Those that end at their mark come
// first and from left to right, for the same reason.
std::vector<Label> place_events(const std::vector<Occasion>& occasions, const DayScale& scale, std::size_t longest_line) {
    std::vector<Label> ending, starting, placed;
    for (const Occasion& occasion : occasions) {
        Label label = event_label(occasion, mark_of(scale, occasion.date, 18).middle(), longest_line);
        (label.ends ? ending : starting).push_back(std::move(label));
    }
    std::ranges::stable_sort(ending, {}, &Label::mark);
    std::ranges::stable_sort(starting, std::ranges::greater{}, &Label::mark);
    for (auto* labels : {&ending, &starting}) {
        for (Label& label : *labels) {
            label.near = nearest_free(placed, label);
            placed.push_back(std::move(label));
        }
    }
    return placed;
}

double farthest(const std::vector<Label>& labels) {
    double far = 0;
    for (const Label& label : labels) far = std::max(far, label.far());
    return far;
}

std::vector<Label> place_events(const std::vector<Occasion>& occasions, const DayScale& scale) {
    std::vector<Label> best;
    for (const std::size_t longest_line : event_lines) {
        std::vector<Label> placed = place_events(occasions, scale, longest_line);
        if (best.empty() || farthest(placed) < farthest(best)) best = std::move(placed);
        if (farthest(best) <= high_enough) break;
    }
    return best;
}

std::vector<TextLine> wrapped_lines(const Clock& clock, std::size_t longest_line) {
    std::vector<TextLine> lines;
    for (const auto& part : clock.label)
        for (const std::string_view line : wrapped(part.text, longest_line)) lines.push_back({line, class_of(part.look)});
    return lines;
}

// It begins under its bar's beginning where three lines are enough for that, otherwise it ends at the right edge.
Label clock_label(const Clock& clock, double mark) {
    Label label{.mark = mark, .low = mark, .high = mark, .near = 0, .deep = 0};
    const double room = text_right - beside_mark - mark;
    label.lines = wrapped_lines(clock, std::clamp<std::size_t>(characters_in(room, font), 1, clock_line));
    label.ends = label.lines.size() > 3 && mark > width / 2;
    if (label.ends) label.lines = wrapped_lines(clock, clock_line);
    label.deep = 3 + line_pitch * static_cast<double>(label.lines.size());
    if (label.ends) {
        label.high = text_right - 2;
        label.low = label.high - width_of(label.lines);
    } else {
        label.high = mark + beside_mark + width_of(label.lines);
    }
    return label;
}

// From right to left, as the events.
void place_clocks(LaneLayout& lane, const DayScale& scale, std::size_t last_track) {
    std::vector<Bar> bars = lane.bars;
    std::ranges::stable_sort(bars, std::ranges::greater{}, [](const Bar& bar) { return bar.clock->opens; });
    for (const Bar& bar : bars) {
        if (bar.clock->label.empty()) continue;
        Label label = clock_label(*bar.clock, scale.at(bar.clock->opens));
        label.near = nearest_free(lane.below, label);
        label.joined = label.near > 0 || bar.track < last_track;
        label.from = track_pitch * static_cast<double>(bar.track);
        lane.below.push_back(std::move(label));
    }
}

std::vector<TextLine> undated_lines(const TimelineDrawing::Event& event) {
    std::vector<TextLine> lines{{event.when, "when"}};
    for (const std::string_view line : wrapped(event.what, note_line)) lines.push_back({line, ""});
    return lines;
}

// Gives the lane its place below y.
void stand(LaneLayout& lane, double y, std::size_t tracks) {
    lane.line = y + (lane.above.empty() ? 24 : 20 + farthest(lane.above));
    lane.tracks = track_pitch * static_cast<double>(tracks - 1);
    lane.listed = lane.line + lane.tracks + 22 + (lane.below.empty() ? 0 : farthest(lane.below) + 4);
    lane.bottom = lane.listed;
    for (const auto& lines : lane.undated) lane.bottom += line_pitch * static_cast<double>(lines.size()) + 4;
    if (!lane.name.empty()) {
        const double name_end = lane.line + line_pitch * static_cast<double>(lane.name.size() - 1) + 22;
        lane.bottom = std::max(lane.bottom, name_end);
    }
}

std::vector<LaneLayout> lay_out(const TimelineDrawing& drawing, const DayScale& scale) {
    std::vector<LaneLayout> lanes(drawing.lanes.size());
    const Tracks tracks = tracks_of(drawing);
    for (Occasion& occasion : occasions_of(drawing)) lanes[occasion.lane].occasions.push_back(std::move(occasion));
    for (std::size_t i = 0; i < drawing.clocks.size(); ++i)
        lanes[drawing.clocks[i].lane].bars.push_back({&drawing.clocks[i], tracks.of_clock[i]});
    for (const auto& event : drawing.events)
        if (!event.date) lanes[event.lane].undated.push_back(undated_lines(event));
    double y = 40;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        lanes[i].name = wrapped(drawing.lanes[i].name, name_line);
        lanes[i].above = place_events(lanes[i].occasions, scale);
        place_clocks(lanes[i], scale, tracks.in_lane[i] - 1);
        stand(lanes[i], y, tracks.in_lane[i]);
        y = lanes[i].bottom;
    }
    return lanes;
}

void draw_grid(Html& h, const DayScale& scale, double height) {
    const Grid grid = grid_of(scale, 44);
    std::string lines;
    for (const double x : grid.years) fmt::format_to(std::back_inserter(lines), "M{} 22V{}", x, height);
    for (const double x : grid.quarters) fmt::format_to(std::back_inserter(lines), "M{} 30V{}", x, height);
    if (!lines.empty()) h.path(cls("grid"), attr<"d">(lines));
    for (const auto& [x, year] : grid.labels) h.svg_text(cls("year"), attr<"x">(x + 5), attr<"y">(30), year);
}

void draw_today(Html& h, const TimelineDrawing& drawing, const DayScale& scale, double height) {
    if (drawing.today_label.empty()) return;
    const double x = scale.at(drawing.today), half = text_width(characters(drawing.today_label), font) / 2;
    h.path(cls("today"), attr<"d">(fmt::format("M{} 18V{}", x, height)));
    h.svg_text(cls("day"), attr<"text-anchor">("middle"), attr<"x">(tenth(std::clamp(x, half, width - half))), attr<"y">(12),
               drawing.today_label);
}

void draw_labels(Html& h, const LaneLayout& lane) {
    std::string lines;
    for (const Label& label : lane.above) {
        const double top = lane.line - label.far() - 12;
        fmt::format_to(std::back_inserter(lines), "M{} {}V{}", label.mark, lane.line, top);
    }
    for (const Label& label : lane.below) {
        if (!label.joined) continue;
        const double top = lane.line + lane.tracks + 27 + label.near - (label.ends ? 12 : 0);
        fmt::format_to(std::back_inserter(lines), "M{} {}V{}", label.mark, lane.line + label.from + bar_height / 2, top);
    }
    if (!lines.empty()) h.path(cls("lead-line"), attr<"d">(lines));
    for (const Label& label : lane.above)
        text_block(h, tenth(label.mark + (label.ends ? -beside_mark : beside_mark)), lane.line - label.far() - 1, label.ends,
                   line_pitch, label.lines);
    for (const Label& label : lane.below)
        text_block(h, tenth(label.ends ? label.high : label.mark + (label.joined ? beside_mark : 0)),
                   lane.line + lane.tracks + 29 + label.near, label.ends, line_pitch, label.lines);
}

void draw_bar(Html& h, const LaneLayout& lane, const Bar& bar, const TimelineDrawing& drawing, const DayScale& scale,
              std::string_view hatch_url) {
    const double middle = lane.line + track_pitch * static_cast<double>(bar.track), top = middle - bar_height / 2;
    for (const BarPiece& piece : pieces_of(*bar.clock, drawing.today)) {
        const double from = scale.at(piece.from), length = tenth(std::max(scale.at(piece.to) - from, 1.0));
        const auto box = [&](html::Attribute look) {
            h.rect(look, attr<"x">(from), attr<"y">(top), attr<"width">(length), attr<"height">(bar_height));
        };
        box(cls(piece.look));
        if (piece.look == "late") box(attr<"fill">(hatch_url));
    }
    if (bar.clock->due)
        h.path(cls("due"), attr<"d">(fmt::format("M{} {}V{}", scale.at(*bar.clock->due), middle - 12, middle + 12)));
}

void draw_marks(Html& h, const LaneLayout& lane, const DayScale& scale) {
    for (const Occasion& occasion : lane.occasions) {
        const MarkSpan mark = mark_of(scale, occasion.date, 18);
        if (occasion.date.day())
            h.circle(cls("event"), attr<"cx">(mark.from), attr<"cy">(lane.line), attr<"r">(7));
        else
            h.rect(cls("vague"), attr<"x">(mark.from), attr<"y">(lane.line - 9), attr<"width">(tenth(mark.to - mark.from)),
                   attr<"height">(18), attr<"rx">(9));
    }
}

void draw_undated(Html& h, const LaneLayout& lane) {
    double y = lane.listed + 13;
    for (const auto& lines : lane.undated) {
        h.circle(cls("vague"), attr<"cx">(axis_left + 9), attr<"cy">(y - 5), attr<"r">(7));
        text_block(h, axis_left + 22, y, false, line_pitch, lines);
        y += line_pitch * static_cast<double>(lines.size()) + 4;
    }
}

}  // namespace

void broad(Html& h, const TimelineDrawing& drawing) {
    DayScale scale = scale_of(drawing);
    scale.start = axis_left;
    scale.end = axis_right;
    const std::vector<LaneLayout> lanes = lay_out(drawing, scale);
    const double height = (lanes.empty() ? 40 : lanes.back().bottom) + 16;
    const std::string pattern = drawing.id + "-broad", title = pattern + "-t", hatch_url = "url(#" + pattern + ")";

    const auto svg = h.open<"svg">(cls("broad"), attr<"viewBox">(fmt::format("0 0 {} {}", width, height)), html::role("img"),
                                   attr<"aria-labelledby">(title));
    h.title(html::id(title), drawing.title);
    hatch(h, pattern);
    draw_grid(h, scale, height);
    draw_today(h, drawing, scale, height);
    for (const LaneLayout& lane : lanes) {
        const auto group = h.open<"g">();
        h.path(cls("lane"), attr<"d">(fmt::format("M{} {}H{}", axis_left, lane.line, axis_right)));
        double y = lane.line + 5;
        for (const std::string_view line : lane.name) {
            h.svg_text(cls("actor"), attr<"x">(0), attr<"y">(y), line);
            y += line_pitch;
        }
        draw_labels(h, lane);
        for (const Bar& bar : lane.bars) draw_bar(h, lane, bar, drawing, scale, hatch_url);
        draw_marks(h, lane, scale);
        draw_undated(h, lane);
    }
}

}  // namespace comity::pages
