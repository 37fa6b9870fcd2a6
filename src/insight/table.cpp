#include "insight/table.hpp"

#include <algorithm>

namespace comity::insight {

namespace {

struct Named {
    Figure figure;
    std::string_view code;
};
constexpr Named named[] = {
    {Figure::submissions, "submissions"}, {Figure::outcomes, "outcomes"}, {Figure::times, "times"}, {Figure::turns, "turns"},
    {Figure::clocks, "clocks"},           {Figure::survival, "survival"}, {Figure::ends, "ends"},   {Figure::open, "open"},
    {Figure::changes, "changes"}};

using Row = std::vector<Cell>;

constexpr std::string_view not_known = "not-known";

Cell coded(std::string_view code) {
    return {.kind = code.empty() ? Cell::Kind::none : Cell::Kind::code, .code = std::string(code)};
}
Cell whole(std::int64_t n) { return {.kind = Cell::Kind::whole, .whole = n}; }
Cell whole(std::size_t n) { return whole(static_cast<std::int64_t>(n)); }
Cell number(double n) { return {.kind = Cell::Kind::number, .number = n}; }
Cell number(const std::optional<double>& n) { return n ? number(*n) : Cell{}; }
Cell ids(const Ids& cases) { return {.kind = Cell::Kind::cases, .cases = cases}; }
Cell left_out_cell(const std::vector<LeftOut>& list) { return {.kind = Cell::Kind::left_out, .left_out = list}; }

template <class... C>
Row& add_row(Table& table, C&&... cells) {
    Row& row = table.rows.emplace_back();
    row.reserve(table.columns.size());
    (row.push_back(std::forward<C>(cells)), ...);
    return row;
}

Table submissions(const Retrospective& of) {
    Table table{.columns = {"by", "value", "n", "cases"}, .rows = {}, .left_out = {}};
    for (const CountRow& row : of.counts)
        add_row(table, coded(row.by), coded(row.value), whole(row.cases.size()), ids(row.cases));
    return table;
}

Table outcomes(const Retrospective& of) {
    Table table{.columns = {"point", "what", "outcome", "n", "share_of_filed", "cases"}, .rows = {}, .left_out = {}};
    const double filed = static_cast<double>(of.cases.size());
    for (const FunnelRow& row : of.funnel) {
        const auto add = [&](std::string_view what, std::string_view outcome, const Ids& cases) {
            add_row(table, coded(row.point), coded(what), coded(outcome), whole(cases.size()),
                    filed > 0 ? number(static_cast<double>(cases.size()) / filed) : Cell{}, ids(cases));
        };
        add("reached", "", row.reached);
        add("on-record", "", row.on_record);
        for (const auto& [outcome, cases] : row.ended) add("came-no-further", outcome.empty() ? not_known : outcome, cases);
    }
    return table;
}

constexpr std::string_view time_columns[] = {"step",           "done",           "running",       "lower_quartile",
                                             "median",         "upper_quartile", "median_lower",  "median_upper",
                                             "left_out_count", "cases",          "running_cases", "left_out"};
void append_time(Row& cells, const TimeRow& row) {
    cells.push_back(coded(row.step.empty() ? "filing-to-end" : row.step));
    cells.push_back(whole(row.done.size()));
    cells.push_back(whole(row.running.size()));
    for (const auto& days :
         {row.lower_quartile, row.median, row.upper_quartile, row.median_bounds.lower, row.median_bounds.upper})
        cells.push_back(number(days));
    cells.push_back(whole(count(row.left_out)));
    cells.push_back(ids(row.done));
    cells.push_back(ids(row.running));
    cells.push_back(left_out_cell(row.left_out));
}

Table times(const Retrospective& of) {
    Table table{.columns = {"by", "value"}, .rows = {}, .left_out = {}};
    table.columns.insert(table.columns.end(), std::begin(time_columns), std::end(time_columns));
    for (const TimeRow& row : of.times) append_time(add_row(table, coded(row.group.by), coded(row.group.value)), row);
    return table;
}

Table changes(const Retrospective& of) {
    Table table{.columns = {"change", "day", "side"}, .rows = {}, .left_out = {}};
    table.columns.insert(table.columns.end(), std::begin(time_columns), std::end(time_columns));
    for (const Comparison& comparison : of.comparisons)
        for (const TimeRow& row : comparison.rows)
            append_time(add_row(table, coded(comparison.id), coded(base::to_string(comparison.day)), coded(row.group.value)),
                        row);
    return table;
}

Table turns(const Retrospective& of) {
    Table table{
        .columns = {"by", "value", "actor", "days", "share", "n", "median", "cases"}, .rows = {}, .left_out = of.turns_left_out};
    for (const TurnRow& row : of.turns)
        add_row(table, coded(row.group.by), coded(row.group.value), coded(row.actor.empty() ? not_known : row.actor),
                whole(row.days), number(row.share), whole(row.cases.size()), number(row.median), ids(row.cases));
    return table;
}

Table clocks(const Retrospective& of) {
    Table table{.columns = {"strength", "step", "by", "value", "met", "of", "share", "lower", "upper", "left_out_count",
                            "met_cases", "late_cases", "left_out"},
                .rows = {},
                .left_out = of.clocks_left_out};
    for (const ClockRow& row : of.clocks)
        add_row(table, coded(row.strength), coded(row.step), coded(row.group.by), coded(row.group.value), whole(row.share.met),
                whole(row.share.of), number(row.share.share), number(row.share.lower), number(row.share.upper),
                whole(count(row.left_out)), ids(row.met), ids(row.late), left_out_cell(row.left_out));
    return table;
}

// The same columns for both kinds of curves.
Table curve_table(const Survival& survival, std::vector<CurveStep> EndCurve::* curve) {
    Table table{.columns = {"end", "days", "at_risk", "ended", "censored", "estimate", "std_error", "lower", "upper"},
                .rows = {},
                .left_out = survival.left_out};
    for (const EndCurve& end : survival.ends)
        for (const CurveStep& step : end.*curve)
            add_row(table, coded(end.end.empty() ? not_known : end.end), whole(std::int64_t{step.days}), whole(step.at_risk),
                    whole(step.ended), whole(step.censored), number(step.estimate), number(step.std_error), number(step.lower),
                    number(step.upper));
    return table;
}

Table open(const Retrospective& of) {
    Table table{.columns = {"id", "filed", "age", "stage", "actor", "known_to"}, .rows = {}, .left_out = {}};
    for (const OpenRow& row : of.open)
        add_row(table, coded(row.id), row.filed ? coded(base::to_string(*row.filed)) : Cell{},
                row.filed ? whole(row.age) : Cell{}, coded(row.stage), coded(row.actor), coded(base::to_string(row.known_to)));
    return table;
}

std::string joined(const Ids& cases) {
    std::string out;
    for (const std::string_view id : cases) (out.empty() ? out : out += ' ') += id;
    return out;
}

void write_ids(base::JsonWriter& json, const Ids& cases) {
    json.begin_array();
    for (const std::string_view id : cases) json.value(id);
    json.end_array();
}

void write_left_out(base::JsonWriter& json, const std::vector<LeftOut>& list) {
    json.begin_array();
    for (const LeftOut& one : list) {
        json.begin_object().member("reason", code(one.reason)).key("cases");
        write_ids(json, one.cases);
        json.end_object();
    }
    json.end_array();
}

void write_cell(base::JsonWriter& json, const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::none: json.null(); break;
        case Cell::Kind::code: json.value(cell.code); break;
        case Cell::Kind::whole: json.value(cell.whole); break;
        case Cell::Kind::number: json.value(cell.number); break;
        case Cell::Kind::cases: write_ids(json, cell.cases); break;
        case Cell::Kind::left_out: write_left_out(json, cell.left_out); break;
    }
}

}  // namespace

std::string_view code(Figure figure) { return std::ranges::find(named, figure, &Named::figure)->code; }

std::optional<Figure> figure_from(std::string_view code) {
    const auto* at = std::ranges::find(named, code, &Named::code);
    return at == std::end(named) ? std::nullopt : std::optional(at->figure);
}

Table table(const Retrospective& of, Figure figure) {
    switch (figure) {
        case Figure::submissions: return submissions(of);
        case Figure::outcomes: return outcomes(of);
        case Figure::times: return times(of);
        case Figure::turns: return turns(of);
        case Figure::clocks: return clocks(of);
        case Figure::survival: return curve_table(of.survival, &EndCurve::survival);
        case Figure::ends: return curve_table(of.survival, &EndCurve::incidence);
        case Figure::open: return open(of);
        case Figure::changes: return changes(of);
    }
    return {};
}

std::string text(const Cell& cell) {
    std::string out;
    switch (cell.kind) {
        case Cell::Kind::none: break;
        case Cell::Kind::code: return cell.code;
        case Cell::Kind::whole: return std::to_string(cell.whole);
        case Cell::Kind::number: base::append_json_number(out, cell.number); break;
        case Cell::Kind::cases: return joined(cell.cases);
        case Cell::Kind::left_out:
            for (const LeftOut& one : cell.left_out)
                out += std::string(out.empty() ? "" : "; ") + std::string(code(one.reason)) + ": " + joined(one.cases);
            break;
    }
    return out;
}

void write_members(base::JsonWriter& json, const Table& table) {
    json.key("rows").begin_array();
    for (const Row& row : table.rows) {
        json.begin_object();
        for (std::size_t at = 0; at < row.size(); ++at) write_cell(json.key(table.columns[at]), row[at]);
        json.end_object();
    }
    json.end_array().key("left_out");
    write_left_out(json, table.left_out);
}

}  // namespace comity::insight
