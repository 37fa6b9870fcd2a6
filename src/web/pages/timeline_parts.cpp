#include "web/pages/timeline_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/fault.hpp"

namespace comity::pages {

using base::Date, base::Day;
using std::chrono::days;
using Clock = TimelineDrawing::Clock;

namespace {

Day running_end(const Clock& clock, Day today) { return std::max(clock.opens, clock.ended.value_or(today)); }

// The last day that the bar and its due date reach.
Day extent(const Clock& clock, Day today) { return std::max(running_end(clock, today), clock.due.value_or(clock.opens)); }

Day new_year(int year) { return std::chrono::sys_days{std::chrono::year{year} / 1 / 1}; }
int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

// Every how many years there is room for a line with its label.
int year_step(double year, double room) {
    for (int ten = 1;; ten *= 10)
        for (const int step : {ten, 2 * ten, 5 * ten})
            if (step * year >= room || step >= 5000) return step;
}

}  // namespace

double tenth(double value) { return std::round(value * 10) / 10; }

double DayScale::unit() const { return (end - start) / static_cast<double>((last - first).count()); }

double DayScale::at(Day day) const {
    return tenth(start + unit() * static_cast<double>((std::clamp(day, first, last) - first).count()));
}

DayScale scale_of(const TimelineDrawing& drawing) {
    DayScale scale{Day::max(), Day::min(), 0, 0, false};
    const auto reach = [&](Day from, Day to) {
        scale.first = std::min(scale.first, from);
        scale.last = std::max(scale.last, to);
        scale.dated = true;
    };
    for (const auto& event : drawing.events)
        if (event.date) reach(event.date->first(), event.date->last());
    for (const Clock& clock : drawing.clocks) reach(clock.opens, extent(clock, drawing.today));
    if (!drawing.today_label.empty()) reach(drawing.today, drawing.today);
    if (!scale.dated) return {drawing.today, drawing.today + days{1}, 0, 0, false};
    const days length = scale.last - scale.first;
    scale.first -= std::max(days{10}, length / 64);
    scale.last += std::max(days{14}, length / 14);
    return scale;
}

std::vector<Occasion> occasions_of(const TimelineDrawing& drawing) {
    std::vector<Occasion> occasions;
    for (const auto& event : drawing.events) {
        COMITY_ASSERT(event.lane < drawing.lanes.size());
        if (!event.date) continue;
        const auto same = std::ranges::find_if(
            occasions, [&](const Occasion& o) { return o.lane == event.lane && o.date == *event.date && o.when == event.when; });
        if (same == occasions.end())
            occasions.push_back({event.lane, *event.date, event.when, {event.what}});
        else
            same->what.push_back(event.what);
    }
    std::ranges::stable_sort(occasions, {}, &Occasion::date);
    return occasions;
}

Tracks tracks_of(const TimelineDrawing& drawing) {
    Tracks tracks{std::vector<std::size_t>(drawing.clocks.size()), std::vector<std::size_t>(drawing.lanes.size(), 1)};
    std::vector<std::size_t> order(drawing.clocks.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return drawing.clocks[i].opens; });
    std::vector<std::vector<Day>> free_from(drawing.lanes.size());
    for (const std::size_t i : order) {
        const Clock& clock = drawing.clocks[i];
        COMITY_ASSERT(clock.lane < drawing.lanes.size());
        std::vector<Day>& lane = free_from[clock.lane];
        const auto track = std::ranges::find_if(lane, [&](Day free) { return free <= clock.opens; });
        tracks.of_clock[i] = static_cast<std::size_t>(track - lane.begin());
        if (track == lane.end())
            lane.push_back(extent(clock, drawing.today));
        else
            *track = extent(clock, drawing.today);
        tracks.in_lane[clock.lane] = lane.size();
    }
    return tracks;
}

std::vector<BarPiece> pieces_of(const Clock& clock, Day today) {
    const Day end = running_end(clock, today);
    if (!clock.due) return {{"untimed", clock.opens, end}};
    const Day due = std::max(clock.opens, *clock.due);
    if (!clock.ended && end < due) return {{"left", clock.opens, due}, {"used", clock.opens, end}};
    if (end <= due) return {{"used", clock.opens, end}};
    return {{"used", clock.opens, due}, {"late", due, end}};
}

MarkSpan mark_of(const DayScale& scale, const Date& date, double least) {
    if (date.day()) return {scale.at(date.first()), scale.at(date.first())};
    const double from = scale.at(date.first()), to = scale.at(date.last() + days{1});
    if (to - from >= least) return {from, to};
    const double middle = (from + to) / 2;
    return {tenth(middle - least / 2), tenth(middle + least / 2)};
}

Grid grid_of(const DayScale& scale, double room) {
    Grid grid;
    if (!scale.dated) return grid;
    const double year = scale.unit() * 365.25;
    const int step = year_step(year, room), first = year_of(scale.first), last = year_of(scale.last);
    for (int y = first - first % step; y <= last; y += step) {
        if (new_year(y) < scale.first) continue;
        const double at = scale.at(new_year(y));
        grid.years.push_back(at);
        if (at <= scale.end - room) grid.labels.emplace_back(at, y);
    }
    // The year in which the axis begins, unless the next one would run into it.
    if (step == 1 && (grid.years.empty() || grid.years.front() - scale.start >= room))
        grid.labels.emplace(grid.labels.begin(), scale.start, first);
    if (step > 1 || year / 4 < room / 2) return grid;
    for (int y = first; y <= last; ++y) {
        for (const unsigned month : {4u, 7u, 10u}) {
            const Day day = std::chrono::sys_days{std::chrono::year{y} / static_cast<int>(month) / 1};
            if (day >= scale.first && day <= scale.last) grid.quarters.push_back(scale.at(day));
        }
    }
    return grid;
}

std::string_view class_of(TimelineDrawing::Look look) {
    switch (look) {
        case TimelineDrawing::Look::plain: return "";
        case TimelineDrawing::Look::note: return "note";
        case TimelineDrawing::Look::late: return "said-late";
    }
    COMITY_ASSERT(false);
}

void text_block(html::Html& h, double x, double y, bool ends, int dy, std::span<const TextLine> lines) {
    using html::attr, html::cls, html::only_if;
    h.svg_text(only_if(ends, attr<"text-anchor">("end")), attr<"x">(x), attr<"y">(y), [&] {
        bool first = true;
        for (const TextLine& line : lines) {
            if (first && line.look.empty())
                h.write(line.text);
            else
                h.tspan(cls(line.look), only_if(!first, attr<"x">(x)), only_if(!first, attr<"dy">(dy)), line.text);
            first = false;
        }
    });
}

void hatch(html::Html& h, std::string_view id) {
    using html::attr, html::cls;
    h.defs([&] {
        h.pattern(html::id(id), attr<"width">(6), attr<"height">(6), attr<"patternUnits">("userSpaceOnUse"),
                  attr<"patternTransform">("rotate(45)"), [&] { h.path(cls("hatch"), attr<"d">("M0 0V6")); });
    });
}

}  // namespace comity::pages
