#include "law/draw_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "law/draw.hpp"
#include "law/draw_words.hpp"
#include "law/provision.hpp"

namespace comity::law {
namespace {

constexpr double margin = 24, end_width = 170, end_gap = 160, step_width = 300, label_zone = 176, lane_gap = 14, port_gap = 52,
                 row_gap = 56, pad = 12;

struct Edge {
    int from, to;
    std::string label;
    bool expiry;
};
struct End {
    int step, outcome;
    std::string label;
    bool expiry;
};

double line_height(const std::string& kind) { return kind == "name" ? 19 : 15; }

struct Plan {
    const Mechanism& mechanism;
    base::Language language;
    std::vector<Edge> edges;
    std::vector<End> ends;
    std::vector<int> column, row;  // by step; -1 for those beside the course
    int rows = 0;

    const Step& step(int at) const { return mechanism.steps[static_cast<std::size_t>(at)]; }
    bool main(int at) const { return step(at).track == Track::main; }
    bool straight(const Edge& edge) const {
        return col(edge.from) == 0 && col(edge.to) == 0 && row_of(edge.to) == row_of(edge.from) + 1;
    }
    int col(int at) const { return column[static_cast<std::size_t>(at)]; }
    int row_of(int at) const { return row[static_cast<std::size_t>(at)]; }
};

void add_edge(Plan& plan, Edge edge) {
    for (Edge& known : plan.edges)
        if (known.from == edge.from && known.to == edge.to) {
            known.label += " / " + edge.label;
            known.expiry = known.expiry && edge.expiry;
            return;
        }
    plan.edges.push_back(std::move(edge));
}

void collect(Plan& plan) {
    const int count = static_cast<int>(plan.mechanism.steps.size());
    for (int from = 0; from < count; ++from) {
        const Step& step = plan.step(from);
        if (!plan.main(from)) continue;
        for (const int place : step.closes) {
            const EventType& type = plan.mechanism.event_types[static_cast<std::size_t>(place)];
            for (const int to : type.opens)
                if (plan.main(to)) add_edge(plan, {from, to, type.name[plan.language], false});
            if (type.ends >= 0) plan.ends.push_back({from, type.ends, type.name[plan.language], false});
        }
        const std::string time(word(Word::time_runs_out, plan.language));
        if (step.expiry_opens >= 0) add_edge(plan, {from, step.expiry_opens, time, true});
        if (step.expiry_ends) plan.ends.push_back({from, step.if_ended, time, true});
    }
}

void place_in_rows(Plan& plan) {
    const std::size_t count = plan.mechanism.steps.size();
    plan.column.assign(count, -1);
    plan.row.assign(count, -1);
    for (std::size_t at = 0; at < count; ++at)
        if (plan.main(static_cast<int>(at))) plan.column[at] = 0;
    for (const Edge& edge : plan.edges)
        if (edge.to <= edge.from) plan.column[static_cast<std::size_t>(edge.from)] = 1;
    for (std::size_t at = 0; at < count; ++at)
        if (plan.column[at] == 0) plan.row[at] = plan.rows++;
    std::vector<bool> taken(count + plan.edges.size() + 1);
    for (std::size_t at = 0; at < count; ++at) {
        if (plan.column[at] != 1) continue;
        std::size_t row = 0;
        for (const Edge& edge : plan.edges)  // beside the last step that leads to it
            if (edge.to == static_cast<int>(at) && plan.col(edge.from) == 0)
                row = static_cast<std::size_t>(plan.row_of(edge.from));
        while (taken[row]) ++row;
        taken[row] = true;
        plan.row[at] = static_cast<int>(row);
        plan.rows = std::max(plan.rows, plan.row[at] + 1);
    }
}

void fit(Box& box, double least) {
    double height = 2 * pad;
    for (const Line& line : box.lines) height += line_height(line.kind);
    box.height = std::max(height, least);
}

Box step_box(const Plan& plan, const Step& step, double width) {
    Box box{.width = width, .kind = step.track == Track::side ? "side" : step.kind == StepKind::period ? "period" : "duty"};
    const auto add = [&](std::string_view text, const char* kind, double font) {
        for (std::string& line : wrapped(text, width - 2 * pad, font)) box.lines.push_back({std::move(line), kind});
    };
    add(step.name[plan.language], "name", 16.5);
    add(find_actor(plan.mechanism, step.actor)->name[plan.language], "actor", 13);
    for (const int place : step.limits) {
        const Limit& limit = plan.mechanism.limits[static_cast<std::size_t>(place)];
        if (limit.unit == Unit::none && step.limits.size() > 1 && limit.strength != Strength::promptly) continue;
        add(in_words(plan.mechanism, limit, plan.language), "limit", 13);
        add(cited(base::Words(plan.language), limit.authority.provision), "cite", 12);
    }
    return box;
}

// Everything that has to fit beside a step on one side, one under the other.
struct Side {
    int ports = 0;
    int used = 0;
    double next(const Box& box) { return box.y + box.height * ++used / (ports + 1); }
};

// A height near y at which no other line runs, so that two arrows never lie on each other.
double free_height(std::vector<double>& taken, double y) {
    while (std::ranges::any_of(taken, [&](double other) { return std::abs(other - y) < 8; })) y += 8;
    taken.push_back(y);
    return y;
}

struct Sides {
    std::map<int, Side> inner, outer;  // towards the other column; towards the ends
};

Sides count_ports(const Plan& plan) {
    Sides sides;
    for (const Edge& edge : plan.edges) {
        if (plan.straight(edge)) continue;
        ++sides.inner[edge.from].ports;
        ++sides.inner[edge.to].ports;
    }
    for (const End& end : plan.ends) ++sides.outer[end.step].ports;
    return sides;
}

struct Columns {
    double first, lanes, second, right_end;
};

void draw_edges(const Plan& plan, const Columns& at, std::map<int, Box>& boxes, Sides& sides, Layout& layout) {
    double lane = at.lanes;
    std::vector<double> taken;
    for (const Edge& edge : plan.edges) {
        const Box& from = boxes[edge.from];
        const Box& to = boxes[edge.to];
        Arrow arrow{.dashed = edge.expiry};
        if (plan.straight(edge)) {
            const double x = from.x + from.width / 2;
            arrow.points = {{x, from.y + from.height}, {x, to.y}};
            arrow.label = wrapped(edge.label, step_width / 2, 12);
            arrow.label_x = x + 8;
            arrow.label_y = (from.y + from.height + to.y) / 2 + 7.0 * static_cast<double>(arrow.label.size()) - 3;
        } else {
            const bool out_right = plan.col(edge.from) == 0;
            const bool in_right = plan.col(edge.to) == 0;
            const double y1 = free_height(taken, sides.inner[edge.from].next(from));
            const double y2 = free_height(taken, sides.inner[edge.to].next(to));
            const double x1 = out_right ? from.x + from.width : from.x;
            const double x2 = in_right ? to.x + to.width : to.x;
            arrow.points = {{x1, y1}, {lane, y1}, {lane, y2}, {x2, y2}};
            lane += lane_gap;
            arrow.label = wrapped(edge.label, label_zone - 12, 12);
            arrow.label_x = out_right ? x1 + 6 : x1 - 6;
            arrow.label_ends = !out_right;
            arrow.label_y = y1 - 4;
        }
        layout.arrows.push_back(std::move(arrow));
    }
}

void draw_ends(const Plan& plan, const Columns& at, std::map<int, Box>& boxes, Sides& sides, Layout& layout) {
    for (const End& end : plan.ends) {
        const Box& from = boxes[end.step];
        const bool left = plan.col(end.step) == 0;
        Box box{.x = left ? margin : at.right_end, .width = end_width, .kind = "end"};
        for (std::string& line :
             wrapped(plan.mechanism.outcomes[static_cast<std::size_t>(end.outcome)].name[plan.language], end_width - 16, 12.5))
            box.lines.push_back({std::move(line), "limit"});
        box.height = 15.0 * static_cast<double>(box.lines.size()) + 12;
        const double y = sides.outer[end.step].next(from);
        box.y = y - box.height / 2;
        Arrow arrow{.label = wrapped(end.label, end_gap - 20, 12), .label_y = y - 4, .dashed = end.expiry};
        if (left)
            arrow.points = {{from.x, y}, {box.x + box.width, y}};
        else
            arrow.points = {{from.x + from.width, y}, {box.x, y}};
        arrow.label_x = left ? from.x - 6 : from.x + from.width + 6;
        arrow.label_ends = left;
        layout.arrows.push_back(std::move(arrow));
        layout.boxes.push_back(std::move(box));
    }
}

double place_rows(const Plan& plan, const Columns& at, const Sides& sides, std::map<int, Box>& boxes, double y) {
    for (int row = 0; row < plan.rows; ++row) {
        double height = 0;
        for (std::size_t place = 0; place < plan.row.size(); ++place) {
            if (plan.row[place] != row) continue;
            const int step = static_cast<int>(place);
            Box box = step_box(plan, plan.step(step), step_width);
            const auto inner = sides.inner.find(step);
            const auto outer = sides.outer.find(step);
            const int most = std::max(inner == sides.inner.end() ? 0 : inner->second.ports,
                                      outer == sides.outer.end() ? 0 : outer->second.ports + 1);
            fit(box, port_gap * (most + 1));
            box.x = plan.col(step) == 0 ? at.first : at.second;
            box.y = y;
            height = std::max(height, box.height);
            boxes[step] = std::move(box);
        }
        y += height + row_gap;
    }
    return y;
}

// What stands below the course: steps that run beside it, and what can end a case at any time.
void draw_foot(const Plan& plan, Layout& layout) {
    double y = layout.height + 16;
    double tallest = 0;
    double x = margin;
    const auto put = [&](Box box) {
        if (x + box.width > layout.width - margin) {
            x = margin;
            y += tallest + 20;
            tallest = 0;
        }
        box.x = x;
        box.y = y;
        x += box.width + 20;
        tallest = std::max(tallest, box.height);
        layout.boxes.push_back(std::move(box));
    };
    layout.headings.emplace_back(y - 10, word(Word::beside, plan.language));
    for (std::size_t at = 0; at < plan.mechanism.steps.size(); ++at) {
        if (plan.main(static_cast<int>(at))) continue;
        Box box = step_box(plan, plan.mechanism.steps[at], step_width);
        fit(box, 0);
        put(std::move(box));
    }
    y += tallest + 46;
    x = margin;
    tallest = 0;
    layout.headings.emplace_back(y - 10, word(Word::at_any_time, plan.language));
    for (const EventType& type : plan.mechanism.event_types) {
        if (type.ends < 0 || !type.closes.empty()) continue;
        Box box{.width = step_width, .kind = "end"};
        for (std::string& line : wrapped(type.name[plan.language], step_width - 2 * pad, 13))
            box.lines.push_back({std::move(line), "limit"});
        for (std::string& line : wrapped(cited(base::Words(plan.language),
                                               plan.mechanism.outcomes[static_cast<std::size_t>(type.ends)].authority.provision),
                                         step_width - 2 * pad, 12))
            box.lines.push_back({std::move(line), "cite"});
        fit(box, 0);
        put(std::move(box));
    }
    layout.height = y + tallest + margin;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, double width, double font) {
    std::vector<std::string> lines(1);
    std::size_t in_line = 0;
    const auto most = static_cast<std::size_t>(width / (font * 0.54));
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view next = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto length = static_cast<std::size_t>(std::ranges::count_if(next, [](char c) { return (c & 0xC0) != 0x80; }));
        if (in_line > 0 && in_line + 1 + length > most) {
            lines.emplace_back();
            in_line = 0;
        }
        if (in_line > 0) lines.back() += ' ';
        lines.back() += next;
        in_line += length + 1;
    }
    return lines;
}

Layout lay_out(const Mechanism& mechanism, base::Language language) {
    Plan plan{mechanism, language, {}, {}, {}, {}, 0};
    collect(plan);
    place_in_rows(plan);
    Sides sides = count_ports(plan);
    const auto lanes =
        static_cast<double>(std::ranges::count_if(plan.edges, [&](const Edge& edge) { return !plan.straight(edge); }));
    Columns at{};
    at.first = margin + end_width + end_gap;
    at.lanes = at.first + step_width + label_zone;
    at.second = at.lanes + lanes * lane_gap + label_zone;
    at.right_end = at.second + step_width + end_gap;
    Layout layout;
    layout.width = at.right_end + end_width + margin;
    std::map<int, Box> boxes;
    layout.height = place_rows(plan, at, sides, boxes, 96);
    if (!mechanism.steps.empty() && !mechanism.steps.front().opens.empty()) {
        const Box& first = boxes[0];
        const double x = first.x + first.width / 2;
        const auto& filing = mechanism.event_types[static_cast<std::size_t>(mechanism.steps.front().opens.front())];
        layout.arrows.push_back({.points = {{x, first.y - 34}, {x, first.y}},
                                 .label = {filing.name[language]},
                                 .label_x = x + 8,
                                 .label_y = first.y - 16});
    }
    draw_edges(plan, at, boxes, sides, layout);
    draw_ends(plan, at, boxes, sides, layout);
    for (auto& [step, box] : boxes) layout.boxes.push_back(std::move(box));
    draw_foot(plan, layout);
    return layout;
}

}  // namespace comity::law
