#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "web/pages/label_text.hpp"
#include "web/pages/timeline_parts.hpp"

namespace comity::pages {
namespace {

using html::Html, html::attr, html::cls;
using Clock = TimelineDrawing::Clock;

// Units of the drawing.
constexpr double width = 340, first_column = 50, lane_pitch = 24, track_pitch = 15, most_columns_width = 152, font = 14,
                 mark_radius = 7, bar_width = 12, longest_axis = 3000;
constexpr int line_pitch = 17;

// The lanes as columns, and where the labels' column begins.
struct Columns {
    std::vector<double> lane;   // x of each
    std::vector<double> clock;  // x of each clock's bar
    double shrunk;              // 1, or less where many lanes have to share the room
    double text;
    double edge() const { return text - 12; }  // where the lines to the labels bend
};

Columns columns_of(const TimelineDrawing& drawing) {
    const Tracks tracks = tracks_of(drawing);
    double wanted = 0;
    for (const std::size_t n : tracks.in_lane) wanted += lane_pitch + track_pitch * static_cast<double>(n - 1);
    Columns columns{{}, {}, std::min(1.0, most_columns_width / std::max(wanted, 1.0)), 0};
    double x = first_column;
    for (const std::size_t n : tracks.in_lane) {
        columns.lane.push_back(tenth(x));
        x += columns.shrunk * (lane_pitch + track_pitch * static_cast<double>(n - 1));
    }
    for (std::size_t i = 0; i < drawing.clocks.size(); ++i)
        columns.clock.push_back(
            tenth(columns.lane[drawing.clocks[i].lane] + columns.shrunk * track_pitch * static_cast<double>(tracks.of_clock[i])));
    columns.text = std::ceil(x + 8);
    return columns;
}

// What stands in the column of labels.
struct Item {
    double at;    // on the axis
    double from;  // x of the mark that it belongs to
    std::string_view when;
    std::string text;
    TimelineDrawing::Look look = TimelineDrawing::Look::plain;
    std::vector<TimelineDrawing::Line> notes;
    bool is_today = false;
    bool undated = false;
    std::size_t lane = 0;
    std::optional<base::Date> date;  // of an event

    double top = 0;  // of its text
    std::vector<TextLine> lines;
    double bottom() const { return top + line_pitch * static_cast<double>(lines.size()); }
};

std::string with_lane(const TimelineDrawing& drawing, std::size_t lane, const std::vector<std::string_view>& what) {
    return fmt::format("{}{}{}", drawing.lanes[lane].name, drawing.colon, fmt::join(what, "; "));
}

// The event of its lane that ended the clock: of that day, or else known to its month or year only.
Item* ender_of(std::vector<Item>& items, const Clock& clock) {
    Item* vague = nullptr;
    for (Item& item : items) {
        if (!clock.ended || !item.date || item.lane != clock.lane) continue;
        if (item.date->day() == clock.ended) return &item;
        if (item.date->first() <= *clock.ended && *clock.ended <= item.date->last()) vague = &item;
    }
    return vague;
}

// A clock's note stands under the event that ended it, or by itself.
void add_clock(std::vector<Item>& items, const TimelineDrawing& drawing, const Clock& clock, const DayScale& scale, double x) {
    if (clock.told.text.empty()) return;
    if (Item* ender = ender_of(items, clock)) {
        ender->notes.push_back(clock.told);
        return;
    }
    const base::Day day = clock.ended ? *clock.ended : clock.due.value_or(std::max(clock.opens, drawing.today));
    items.push_back({.at = scale.at(day), .from = x, .when = clock.when, .text = clock.told.text, .look = clock.told.look});
}

std::vector<Item> dated_items(const TimelineDrawing& drawing, const DayScale& scale, const Columns& columns) {
    std::vector<Item> items;
    const double beside = columns.shrunk * (mark_radius + 1);
    for (const Occasion& occasion : occasions_of(drawing)) {
        Item item{.at = mark_of(scale, occasion.date, 16).middle(), .from = tenth(columns.lane[occasion.lane] + beside)};
        item.when = occasion.when;
        item.text = with_lane(drawing, occasion.lane, occasion.what);
        item.lane = occasion.lane;
        item.date = occasion.date;
        items.push_back(std::move(item));
    }
    for (std::size_t i = 0; i < drawing.clocks.size(); ++i)
        add_clock(items, drawing, drawing.clocks[i], scale, tenth(columns.clock[i] + beside));
    if (!drawing.today_label.empty()) {
        Item item{.at = scale.at(drawing.today), .from = columns.edge(), .when = "", .text = drawing.today_label};
        item.is_today = true;
        items.push_back(std::move(item));
    }
    std::ranges::stable_sort(items, {}, &Item::at);
    return items;
}

std::vector<Item> undated_items(const TimelineDrawing& drawing, const Columns& columns) {
    std::vector<Item> items;
    for (const auto& event : drawing.events) {
        if (event.date) continue;
        Item item{.at = 0, .from = tenth(columns.lane[event.lane] + columns.shrunk * (mark_radius + 1)), .when = event.when};
        item.text = with_lane(drawing, event.lane, {event.what});
        item.undated = true;
        item.lane = event.lane;
        items.push_back(std::move(item));
    }
    return items;
}

// Texts from top to bottom, each pushed down until it clears the one before. Returns where the last one ends.
double place(std::vector<Item>& items, double y, std::size_t longest_line) {
    constexpr double apart = 9;
    for (Item& item : items) {
        if (!item.when.empty()) item.lines.push_back({item.when, "when"});
        const std::string_view look = item.is_today ? "day" : class_of(item.look);
        for (const std::string_view line : wrapped(item.text, longest_line)) item.lines.push_back({line, look});
        for (const auto& note : item.notes)
            for (const std::string_view line : wrapped(note.text, longest_line))
                item.lines.push_back({line, class_of(note.look)});
        item.top = item.undated ? y : std::max(item.at - 9, y);
        if (item.undated) item.at = item.top + 9;
        y = item.bottom() + apart;
    }
    return y;
}

void draw_axis(Html& h, const TimelineDrawing& drawing, const DayScale& scale, const Columns& columns) {
    const Grid grid = grid_of(scale, 30);
    std::string lines;
    for (const double y : grid.years) fmt::format_to(std::back_inserter(lines), "M0 {}H{}", y, columns.edge());
    for (const double y : grid.quarters) fmt::format_to(std::back_inserter(lines), "M30 {}H{}", y, columns.edge());
    if (!lines.empty()) h.path(cls("grid"), attr<"d">(lines));
    for (const auto& [y, year] : grid.labels) h.svg_text(cls("year"), attr<"x">(0), attr<"y">(tenth(y + 15)), year);
    for (std::size_t i = 0; i < drawing.lanes.size(); ++i) {
        const double x = columns.lane[i];
        h.path(cls("lane"), attr<"d">(fmt::format("M{} {}V{}", x, scale.start - 6, scale.end)));
        h.svg_text(cls("actor"), attr<"transform">(fmt::format("translate({} {}) rotate(-90)", tenth(x + 5), scale.start - 12)),
                   drawing.lanes[i].head);
    }
}

void draw_bar(Html& h, const Clock& clock, double x, const TimelineDrawing& drawing, const DayScale& scale, double shrunk,
              std::string_view hatch_url) {
    const double wide = tenth(bar_width * shrunk), left = tenth(x - wide / 2);
    for (const BarPiece& piece : pieces_of(clock, drawing.today)) {
        const double from = scale.at(piece.from), length = tenth(std::max(scale.at(piece.to) - from, 1.0));
        const auto box = [&](html::Attribute look) {
            h.rect(look, attr<"x">(left), attr<"y">(from), attr<"width">(wide), attr<"height">(length));
        };
        box(cls(piece.look));
        if (piece.look == "late") box(attr<"fill">(hatch_url));
    }
    if (clock.due)
        h.path(cls("due"),
               attr<"d">(fmt::format("M{} {}h{}", tenth(left - 4 * shrunk), scale.at(*clock.due), tenth(wide + 8 * shrunk))));
}

void draw_labels(Html& h, const std::vector<Item>& items, const Columns& columns) {
    if (items.empty()) return;
    std::string lines;
    for (const Item& item : items)
        fmt::format_to(std::back_inserter(lines), "M{} {}H{}L{} {}", item.from, item.at, columns.edge(), columns.text - 4,
                       tenth(item.top + 9));
    h.path(cls("lead-line"), attr<"d">(lines));
    for (const Item& item : items) text_block(h, columns.text, tenth(item.top + 14), false, line_pitch, item.lines);
}

void draw_marks(Html& h, const TimelineDrawing& drawing, const DayScale& scale, const Columns& columns,
                const std::vector<Item>& undated) {
    const double radius = tenth(mark_radius * columns.shrunk);
    for (const Occasion& occasion : occasions_of(drawing)) {
        const MarkSpan mark = mark_of(scale, occasion.date, 16);
        const double x = columns.lane[occasion.lane];
        if (occasion.date.day())
            h.circle(cls("event"), attr<"cx">(x), attr<"cy">(mark.from), attr<"r">(radius));
        else
            h.rect(cls("vague"), attr<"x">(tenth(x - radius - 1)), attr<"y">(mark.from), attr<"width">(tenth(2 * radius + 2)),
                   attr<"height">(tenth(mark.to - mark.from)), attr<"rx">(tenth(radius + 1)));
    }
    for (const Item& item : undated)
        h.circle(cls("vague"), attr<"cx">(columns.lane[item.lane]), attr<"cy">(item.at), attr<"r">(radius));
}

// Short cases get more room a day than long ones, and none gets endless. Where the labels need more, it is stretched to them.
double axis_length(const DayScale& scale) {
    const double days = static_cast<double>((scale.last - scale.first).count());
    return tenth(std::min({4 * days, 530 + 0.305 * days, longest_axis}));
}

DayScale tall_scale(const TimelineDrawing& drawing) {
    DayScale scale = scale_of(drawing);
    std::size_t longest_head = 0;
    // Heads are bold and must not be cut off: a little more than the usual width.
    for (const auto& lane : drawing.lanes) longest_head = std::max(longest_head, characters(lane.head));
    scale.start = std::max(92.0, std::ceil(0.53 * font * static_cast<double>(longest_head)) + 16);
    scale.end = scale.start + (scale.dated ? axis_length(scale) : 40);
    return scale;
}

}  // namespace

void tall(Html& h, const TimelineDrawing& drawing) {
    DayScale scale = tall_scale(drawing);
    const Columns columns = columns_of(drawing);
    const std::size_t longest_line = characters_in(width - columns.text, font);
    std::vector<Item> dated = dated_items(drawing, scale, columns), undated = undated_items(drawing, columns);
    double bottom = place(dated, 0, longest_line);
    if (bottom > scale.end + 60) {
        scale.end = tenth(std::min(bottom, scale.start + longest_axis));
        dated = dated_items(drawing, scale, columns);
        bottom = place(dated, 0, longest_line);
    }
    bottom = std::max(bottom, scale.end);
    if (!undated.empty()) bottom = place(undated, bottom + 12, longest_line);
    const std::string pattern = drawing.id + "-tall", title = pattern + "-t", hatch_url = "url(#" + pattern + ")";

    const auto svg = h.open<"svg">(cls("tall"), attr<"viewBox">(fmt::format("0 0 {} {}", width, std::round(bottom + 12))),
                                   html::role("img"), attr<"aria-labelledby">(title));
    h.title(html::id(title), drawing.title);
    hatch(h, pattern);
    draw_axis(h, drawing, scale, columns);
    for (std::size_t i = 0; i < drawing.clocks.size(); ++i)
        draw_bar(h, drawing.clocks[i], columns.clock[i], drawing, scale, columns.shrunk, hatch_url);
    if (!drawing.today_label.empty())
        h.path(cls("today"), attr<"d">(fmt::format("M30 {}H{}", scale.at(drawing.today), columns.edge())));
    draw_labels(h, dated, columns);
    draw_labels(h, undated, columns);
    draw_marks(h, drawing, scale, columns, undated);
}

}  // namespace comity::pages
