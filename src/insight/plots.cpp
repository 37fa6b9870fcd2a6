#include "insight/plots.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "insight/chart.hpp"

namespace comity::insight {

namespace {

using base::Words;

constexpr std::size_t least_for_quartiles = 5;  // of fewer cases quartiles say nothing that the median does not
constexpr double year = 365.25;

// From 0 in at most six even steps; the last one names the unit.
std::vector<Tick> ticks_of(const Words& words, double& most, const char* unit) {
    double step = 1;
    for (const double next : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0}) {
        step = next;
        if (most <= 6 * step) break;
    }
    most = std::max(1.0, std::ceil(most / step)) * step;
    std::vector<Tick> ticks;
    for (double at = 0; at <= most + step / 2; at += step) {
        const auto whole = static_cast<std::int64_t>(std::lround(at));
        const bool last = at + step > most + step / 2;
        ticks.push_back({at, last ? words.plural(unit, whole) : base::format_number(words.language(), whole)});
    }
    return ticks;
}

std::vector<Tick> percent_ticks(const Words& words, double most) {
    std::vector<Tick> ticks;
    for (double at = 0; at < most + 0.01; at += most > 0.5 ? 0.25 : 0.1) ticks.push_back({at, percent_text(words, at)});
    return ticks;
}

Bar time_bar(const Words& words, const TimeRow& row, std::string label) {
    Bar bar{.label = std::move(label), .note = time_note(words, row), .look = Bar::Look::range, .middle = row.median};
    if (row.done.size() + row.running.size() >= least_for_quartiles) {
        bar.from = row.lower_quartile;
        bar.to = row.upper_quartile;
    }
    return bar;
}

bool measured(const TimeRow& row) { return row.main && !row.step.empty() && !(row.done.empty() && row.running.empty()); }

// The scale goes to the longest bar; a median of a few cases that lies beyond it is drawn as an arrow at its end.
void set_scale(BarChart& chart, const Words& words) {
    chart.most = 1;
    for (const Bar& bar : chart.bars)
        if (bar.to) chart.most = std::max({chart.most, *bar.to, bar.middle.value_or(0)});
    if (chart.most <= 1)  // nothing but single cases
        for (const Bar& bar : chart.bars) chart.most = std::max(chart.most, bar.middle.value_or(0));
    chart.ticks = ticks_of(words, chart.most, "performance.days");
}

std::string draw_submissions(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    MarkChart chart;
    std::vector<std::string_view> parties;
    bool several = false;
    for (const CountRow& row : of.counts)
        if (row.by == "party") parties.push_back(row.value);
    const auto kind = [&](std::string_view id) {
        const auto& named = of.docket->find(id)->submission.parties;
        if (named.size() != 1) return parties.size();
        return static_cast<std::size_t>(std::ranges::find(parties, std::string_view(named.front())) - parties.begin());
    };
    int before = 0;
    for (const CountRow& row : of.counts) {
        if (row.by != "year") continue;
        const int filed = std::stoi(row.value);
        for (int empty = before + 1; before && empty < filed; ++empty) chart.columns.push_back({std::to_string(empty), {}});
        before = filed;
        auto& column = chart.columns.emplace_back(MarkChart::Column{row.value, {}});
        for (const std::string_view id : row.cases) column.marks.push_back(kind(id));
        std::ranges::sort(column.marks);
        several = several || (!column.marks.empty() && column.marks.back() == parties.size());
    }
    for (const std::string_view party : parties) chart.kinds.push_back(naming.name("party", party));
    if (several) chart.kinds.emplace_back(Words(naming.language)("performance.several_parties"));
    return draw(chart, canvas);
}

std::string draw_outcomes(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart{.most = static_cast<double>(std::max<std::size_t>(of.cases.size(), 1)), .ticks = {}, .bars = {}};
    for (const FunnelRow& row : of.funnel) {
        const double share = static_cast<double>(row.reached.size()) / static_cast<double>(of.cases.size());
        const std::string n = std::to_string(row.reached.size());
        chart.bars.push_back({.label = naming.name("point", row.point),
                              .note = words("performance.n_share", {{"n", n}, {"share", percent_text(words, share)}}),
                              .to = static_cast<double>(row.reached.size())});
    }
    chart.ticks = {{0, "0"}, {chart.most, words.plural("performance.submissions", static_cast<std::int64_t>(of.cases.size()))}};
    return draw(chart, canvas);
}

std::string draw_times(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart;
    for (const TimeRow& row : of.times) {
        if (!measured(row) || (row.group.by != "all" && row.group.by != "party")) continue;
        Bar& bar = chart.bars.emplace_back(time_bar(words, row, group_name(naming, row.group)));
        if (row.group.by == "all") bar.heading = step_name(naming, row.step);
    }
    set_scale(chart, words);
    return draw(chart, canvas);
}

std::string draw_changes(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart;
    for (const Comparison& comparison : of.comparisons) {
        const std::string_view change =
            words(comparison.id == "usmca" ? "performance.change.usmca" : "performance.change.guidelines_2012");
        for (const TimeRow& row : comparison.rows) {
            if (!measured(row)) continue;
            Bar& bar = chart.bars.emplace_back(time_bar(words, row, group_name(naming, row.group)));
            bar.outlined = row.group.value == "before";
            if (bar.outlined)
                bar.heading = words("performance.change_step", {{"change", change}, {"step", step_name(naming, row.step)}});
        }
    }
    set_scale(chart, words);
    return draw(chart, canvas);
}

std::string draw_turns(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart{.most = 0, .ticks = {}, .bars = {}};
    for (const TurnRow& row : of.turns) {
        if (row.group.by == "agreement") continue;
        const bool first = &row == of.turns.data() || !(std::prev(&row)->group == row.group);
        const std::string days = words.plural("performance.days", row.days);
        chart.bars.push_back(
            {.heading = first ? group_name(naming, row.group) : "",
             .label = row.actor.empty() ? std::string(words("performance.turn_unknown")) : naming.name("actor", row.actor),
             .note = words("performance.share_days", {{"share", percent_text(words, row.share)}, {"days", days}}),
             .to = row.share,
             .outlined = row.actor.empty()});
        chart.most = std::max(chart.most, row.share);
    }
    chart.most = chart.most > 0.5 ? 1 : 0.5;
    chart.ticks = percent_ticks(words, chart.most);
    return draw(chart, canvas);
}

std::string draw_clocks(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart{.most = 1, .ticks = percent_ticks(words, 1), .bars = {}};
    std::string_view strength;
    for (const ClockRow& row : of.clocks) {
        if (row.share.of == 0 || row.group.by == "agreement" || row.group.by == "version") continue;
        Bar bar{.label = row.step.empty() ? group_name(naming, row.group) : step_name(naming, row.step),
                .note = share_text(words, row.share),
                .look = Bar::Look::whisker,
                .from = row.share.lower,
                .to = row.share.upper,
                .middle = row.share.share,
                .outlined = row.strength != "hard"};
        if (row.strength != strength) bar.heading = naming.name("strength", row.strength);
        strength = row.strength;
        chart.bars.push_back(std::move(bar));
    }
    return draw(chart, canvas);
}

std::string draw_open(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    BarChart chart{.most = year, .ticks = {}, .bars = {}};
    for (const OpenRow& row : of.open) {
        if (!row.filed || chart.bars.size() == most_open_drawn) continue;
        const base::Text& title = of.docket->find(row.id)->submission.title;
        chart.bars.push_back({.label = std::string(row.id) + " " + std::string(base::shown(title, naming.language).text),
                              .note = base::duration(naming.language, row.age),
                              .to = static_cast<double>(row.age)});
        chart.most = std::max(chart.most, static_cast<double>(row.age));
    }
    double years = chart.most / year;
    chart.ticks = ticks_of(words, years, "duration.years");
    for (Tick& tick : chart.ticks) tick.at *= year;
    chart.most = years * year;
    return draw(chart, canvas);
}

// In years, which are what the scale counts.
std::vector<Point> points_of(const std::vector<CurveStep>& curve) {
    std::vector<Point> points;
    for (const CurveStep& step : curve) points.push_back({step.days / year, step.estimate, step.lower, step.upper});
    return points;
}

std::string draw_survival(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    const EndCurve& any = of.survival.ends.front();
    CurveChart chart{.most_x = 1, .most_y = 1, .at_risk_label = std::string(words("performance.at_risk"))};
    Panel panel{.start = 1, .points = points_of(any.survival)};
    for (const CurveStep& step : any.survival)
        if (step.censored) panel.seen.push_back(step.days / year);
    if (const auto half = quantile(any.survival, 0.5)) {
        panel.half = *half / year;
        panel.half_label = words("performance.half_after", {{"time", base::duration(naming.language, std::lround(*half))}});
    }
    double most = any.survival.empty() ? 1 : any.survival.back().days / year;
    chart.x_ticks = ticks_of(words, most, "duration.years");
    chart.most_x = most;
    chart.y_ticks = percent_ticks(words, 1);
    for (const Tick& tick : chart.x_ticks) {
        const auto at_risk =
            std::ranges::find_if(any.survival, [&](const CurveStep& step) { return step.days >= tick.at * year; });
        panel.at_risk.push_back({tick.at, std::to_string(at_risk == any.survival.end() ? 0 : at_risk->at_risk)});
    }
    chart.panels.push_back(std::move(panel));
    return draw(chart, canvas);
}

std::string draw_ends(const Retrospective& of, const Naming& naming, const Canvas& canvas) {
    const Words words(naming.language);
    CurveChart chart{.most_y = 0.1};
    double most = 1;
    for (const EndCurve& curve : of.survival.ends) {
        if (curve.number == 0 || chart.panels.size() == most_ends_drawn) continue;
        const std::string n = std::to_string(curve.cases.size());
        const std::string end = naming.name("outcome", curve.end);
        Panel panel{.title = words("performance.end_n", {{"end", end}, {"n", n}}),
                    .note = percent_text(words, curve.incidence.back().estimate),
                    .points = points_of(curve.incidence)};
        for (const Point& point : panel.points) chart.most_y = std::max(chart.most_y, point.upper.value_or(point.y));
        most = std::max(most, panel.points.back().x);
        chart.panels.push_back(std::move(panel));
    }
    chart.most_y = chart.most_y > 0.5 ? 1 : chart.most_y > 0.4 ? 0.5 : std::ceil(chart.most_y * 10) / 10;
    chart.x_ticks = ticks_of(words, most, "duration.years");
    chart.most_x = most;
    chart.y_ticks = percent_ticks(words, chart.most_y);
    return draw(chart, canvas);
}

// On how many submissions the whole figure rests; rows say it for themselves.
std::string basis(const Retrospective& of, Figure figure, const Words& words) {
    const std::string day = base::date(words.language(), of.on);
    const auto all = static_cast<std::int64_t>(of.cases.size());
    if (figure != Figure::survival && figure != Figure::ends && figure != Figure::turns)
        return words.plural("performance.basis", all, {{"day", day}});
    const std::string measured = base::format_number(words.language(), static_cast<std::int64_t>(of.survival.cases.size()));
    return words.plural("performance.basis_of", all, {{"measured", measured}, {"day", day}});
}

}  // namespace

std::string draw(const Retrospective& of, Figure figure, const Naming& naming, Shape shape, bool file) {
    const Words words(naming.language);
    Canvas canvas{.language = naming.language, .shape = shape, .file = file};
    canvas.id = std::string(code(figure)) + (shape == Shape::broad ? "-broad" : "-tall");
    canvas.title = words(("performance.title." + std::string(code(figure))).c_str());
    canvas.subtitle = basis(of, figure, words);
    const bool nothing = of.cases.empty() || (figure == Figure::open && of.open.empty());
    if (nothing) {
        Svg svg;
        svg.text(0, 24, "soft", words("performance.nothing"));
        return svg.finished(canvas, 36);
    }
    switch (figure) {
        case Figure::submissions: return draw_submissions(of, naming, canvas);
        case Figure::outcomes: return draw_outcomes(of, naming, canvas);
        case Figure::times: return draw_times(of, naming, canvas);
        case Figure::turns: return draw_turns(of, naming, canvas);
        case Figure::clocks: return draw_clocks(of, naming, canvas);
        case Figure::survival: return draw_survival(of, naming, canvas);
        case Figure::ends: return draw_ends(of, naming, canvas);
        case Figure::open: return draw_open(of, naming, canvas);
        case Figure::changes: return draw_changes(of, naming, canvas);
    }
    return {};
}

}  // namespace comity::insight
