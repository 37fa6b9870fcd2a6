#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "base/format.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/performance_parts.hpp"

namespace comity::pages {

namespace {

using namespace html;
using insight::Figure, insight::Ids, insight::LeftOut;
using Heads = std::initializer_list<const char*>;

constexpr std::size_t most_named = 150;  // cases in one address

server::Parameters naming_query(const PerformanceView& view, const Ids& cases) {
    Ids each = cases;
    std::ranges::sort(each);
    const auto twice = std::ranges::unique(each);
    each.erase(twice.begin(), twice.end());
    server::Parameters query = view.query;
    if (each.size() == view.found.cases.size()) return query;
    std::string ids;
    for (const std::string_view id : each) (ids.empty() ? ids : ids += ',') += id;
    query.insert(query.begin(), {"id", std::move(ids)});
    return query;
}

void head(Html& h, const PerformanceView& view, Figure figure, Heads heads) {
    const std::string title = "performance.title." + std::string(insight::code(figure));
    h.caption(cls("unseen"), view.words(title.c_str()));
    h.thead([&] {
        h.tr([&] {
            for (const char* key : heads) h.th(scope("col"), view.words(key));
        });
    });
}

// The cells of a row, each named by its column's head for phones.
class Cells {
  public:
    Cells(Html& h, const PerformanceView& view, Heads heads) : h_(h), view_(view), head_(heads.begin()) {}
    void name(std::string_view text, std::string_view under = "") {
        ++head_;
        h_.th(scope("row"), cls("name"), [&] {
            h_.write(text);
            if (!under.empty()) h_.span(cls("under"), under);
        });
    }
    void text(std::string_view text) { h_.td(attr<"data-label">(view_.words(*head_++)), text); }
    void cases(const Ids& cases) {
        h_.td(attr<"data-label">(view_.words(*head_++)), [&] { cases_link(h_, view_, cases); });
    }

  private:
    Html& h_;
    const PerformanceView& view_;
    const char* const* head_;
};

template <class Rows, class Row>
void table(Html& h, const PerformanceView& view, Figure figure, Heads heads, const Rows& rows, const Row& row) {
    h.table(cls("ledger"), [&] {
        head(h, view, figure, heads);
        h.tbody([&] {
            for (const auto& one : rows) {
                h.tr([&] {
                    Cells cells(h, view, heads);
                    row(cells, one);
                });
            }
        });
    });
}

std::string days_or_dash(const PerformanceView& view, const std::optional<double>& days) {
    return days ? insight::days_text(view.words, *days) : "–";
}

Ids all_of(const std::vector<LeftOut>& list) {
    Ids cases;
    for (const LeftOut& one : list) cases.insert(cases.end(), one.cases.begin(), one.cases.end());
    return cases;
}

std::string by_name(const PerformanceView& view, std::string_view by) {
    const std::string key = "performance.by." + std::string(by);
    return std::string(view.words(key.c_str()));
}

void time_cells(Cells& cells, const PerformanceView& view, const insight::TimeRow& row, std::string_view under) {
    cells.name(insight::step_name(view.naming, row.step), under);
    cells.text(days_or_dash(view, row.median));
    const std::string lower = days_or_dash(view, row.lower_quartile), upper = days_or_dash(view, row.upper_quartile);
    cells.text(view.words("performance.from_to", {{"from", lower}, {"to", upper}}));
    cells.cases(row.done);
    cells.cases(row.running);
    cells.cases(all_of(row.left_out));
}

constexpr Heads time_heads{"performance.column.stage", "performance.column.median",  "performance.column.middle_half",
                           "performance.column.done",  "performance.column.running", "performance.column.left_out"};

void outcomes(Html& h, const PerformanceView& view) {
    table(h, view, Figure::outcomes,
          {"performance.column.point", "performance.column.reached", "performance.column.share", "performance.column.on_record",
           "performance.column.no_further"},
          view.found.funnel, [&](Cells& cells, const insight::FunnelRow& row) {
              cells.name(view.naming.name("point", row.point));
              cells.cases(row.reached);
              cells.text(
                  insight::percent_text(view.words, static_cast<double>(row.reached.size()) /
                                                        static_cast<double>(std::max<std::size_t>(view.found.cases.size(), 1))));
              cells.cases(row.on_record);
              std::string ended;
              for (const auto& [outcome, cases] : row.ended)
                  ended += (ended.empty() ? "" : "; ") +
                           view.words("performance.name_n",
                                      {{"name", view.naming.name("outcome", outcome)}, {"n", std::to_string(cases.size())}});
              cells.text(ended.empty() ? "–" : ended);
          });
}

void clocks(Html& h, const PerformanceView& view) {
    table(h, view, Figure::clocks,
          {"performance.column.clocks", "performance.column.met", "performance.column.late", "performance.column.share_met",
           "performance.column.left_out"},
          view.found.clocks, [&](Cells& cells, const insight::ClockRow& row) {
              const std::string group =
                  row.step.empty() ? insight::group_name(view.naming, row.group) : insight::step_name(view.naming, row.step);
              cells.name(view.naming.name("strength", row.strength), group);
              cells.cases(row.met);
              cells.cases(row.late);
              cells.text(insight::share_text(view.words, row.share));
              cells.cases(all_of(row.left_out));
          });
}

// A curve at the ends of whole years; its table for programs has every step.
void curves(Html& h, const PerformanceView& view, Figure figure) {
    struct Row {
        const insight::EndCurve* of;
        int years;
        const insight::CurveStep* step;
    };
    std::vector<Row> rows;
    for (const insight::EndCurve& curve : view.found.survival.ends) {
        if ((figure == Figure::survival) != (curve.number == 0)) continue;
        for (const int years : {1, 2, 3, 5, 10})
            if (const auto* step =
                    insight::at(figure == Figure::survival ? curve.survival : curve.incidence, years * 365 + years / 4))
                rows.push_back({&curve, years, step});
    }
    table(h, view, figure,
          {"performance.column.after", "performance.column.estimate", "performance.column.between",
           "performance.column.ended_cases"},
          rows, [&](Cells& cells, const Row& row) {
              cells.name(view.words.plural("duration.years", row.years), row.of->number
                                                                             ? view.naming.name("outcome", row.of->end)
                                                                             : std::string(view.words("performance.any_end")));
              cells.text(insight::percent_text(view.words, row.step->estimate));
              cells.text(row.step->lower
                             ? view.words("performance.from_to", {{"from", insight::percent_text(view.words, *row.step->lower)},
                                                                  {"to", insight::percent_text(view.words, *row.step->upper)}})
                             : "–");
              cells.cases(row.of->cases);
          });
}

void open_cases(Html& h, const PerformanceView& view) {
    table(h, view, Figure::open,
          {"performance.column.case", "performance.column.filed", "performance.column.age", "performance.column.stage",
           "performance.column.known_to"},
          view.found.open, [&](Cells& cells, const insight::OpenRow& row) {
              const auto& submission = view.found.docket->find(row.id)->submission;
              cells.name(base::shown(submission.title, view.naming.language).text, row.id);
              cells.text(row.filed ? base::short_date(view.naming.language, *row.filed) : "–");
              cells.text(row.filed ? base::duration(view.naming.language, row.age) : "–");
              cells.text(view.naming.name("stage", row.stage));
              cells.text(base::short_date(view.naming.language, row.known_to));
          });
}

}  // namespace

void cases_link(Html& h, const PerformanceView& view, const Ids& cases) {
    const std::string n = base::format_number(view.naming.language, static_cast<std::int64_t>(cases.size()));
    if (cases.empty() || cases.size() > most_named) return h.write(n);
    h.a(href(site::address(site::Page::submissions, view.naming.language, {}, "", naming_query(view, cases))), n);
}

void left_out_of(Html& h, const PerformanceView& view, Figure figure) {
    std::vector<LeftOut> list = insight::table(view.found, figure).left_out;
    const auto add = [&](const std::vector<LeftOut>& more) {
        for (const LeftOut& one : more)
            for (const std::string_view id : one.cases) insight::leave_out(list, one.reason, id);
    };
    if (figure == Figure::times)
        for (const insight::TimeRow& row : view.found.times)
            if (row.group.by == "all" && row.main && !row.step.empty()) add(row.left_out);
    if (figure == Figure::clocks)
        for (const insight::ClockRow& row : view.found.clocks)
            if (row.group.by == "all" && row.step.empty()) add(row.left_out);
    const bool to_the_end = figure == Figure::survival || figure == Figure::ends || figure == Figure::turns;
    if (const Ids& by_law = view.found.survival.ended_by_law; to_the_end && !by_law.empty())
        h.p(cls("small"), [&] {
            cases_link(h, view, by_law);
            h.write(" ", view.words("performance.ended_by_law"));
        });
    if (list.empty()) return;
    h.div(cls("left-out", "small"), [&] {
        h.p(view.words.plural("performance.left_out", static_cast<std::int64_t>(insight::count(list))));
        h.ul([&] {
            for (const LeftOut& one : list) {
                std::string key = "performance.reason." + std::string(insight::code(one.reason));
                std::ranges::replace(key, '-', '_');
                h.li([&] {
                    cases_link(h, view, one.cases);
                    h.write(" ", view.words(key.c_str()));
                });
            }
        });
    });
}

bool tells_groups(Figure figure) { return figure == Figure::times || figure == Figure::turns; }

void figure_table(Html& h, const PerformanceView& view, Figure figure, Rows which) {
    const auto shown = [&]<class Row>(const std::vector<Row>& all) {
        std::vector<Row> some;
        std::ranges::copy_if(all, std::back_inserter(some),
                             [&](const Row& row) { return which == Rows::every || row.group.by == "all"; });
        return some;
    };
    switch (figure) {
        case Figure::submissions:
            return table(h, view, figure, {"performance.column.of", "performance.column.n"}, view.found.counts,
                         [&](Cells& cells, const insight::CountRow& row) {
                             cells.name(view.naming.name(row.by, row.value), by_name(view, row.by));
                             cells.cases(row.cases);
                         });
        case Figure::outcomes: return outcomes(h, view);
        case Figure::times:
            return table(h, view, figure, time_heads, shown(view.found.times), [&](Cells& cells, const insight::TimeRow& row) {
                time_cells(cells, view, row, insight::group_name(view.naming, row.group));
            });
        case Figure::turns:
            return table(h, view, figure,
                         {"performance.column.actor", "performance.column.share", "performance.column.days",
                          "performance.column.median_case", "performance.column.n"},
                         shown(view.found.turns), [&](Cells& cells, const insight::TurnRow& row) {
                             cells.name(row.actor.empty() ? std::string(view.words("performance.turn_unknown"))
                                                          : view.naming.name("actor", row.actor),
                                        insight::group_name(view.naming, row.group));
                             cells.text(insight::percent_text(view.words, row.share));
                             cells.text(view.words.plural("performance.days", row.days));
                             cells.text(days_or_dash(view, row.median));
                             cells.cases(row.cases);
                         });
        case Figure::clocks: return clocks(h, view);
        case Figure::survival:
        case Figure::ends: return curves(h, view, figure);
        case Figure::open: return open_cases(h, view);
        case Figure::changes: {
            struct Row {
                const insight::Comparison* of;
                const insight::TimeRow* time;
            };
            std::vector<Row> rows;
            for (const insight::Comparison& comparison : view.found.comparisons)
                for (const insight::TimeRow& row : comparison.rows) rows.push_back({&comparison, &row});
            return table(h, view, figure, time_heads, rows, [&](Cells& cells, const Row& row) {
                const std::string day = base::short_date(view.naming.language, row.of->day);
                time_cells(cells, view, *row.time,
                           view.words(row.time->group.value == "before" ? "performance.before_day" : "performance.since_day",
                                      {{"day", day}}));
            });
        }
    }
}

}  // namespace comity::pages
