#include <algorithm>

#include "base/format.hpp"
#include "law/clock_words.hpp"
#include "law/replay_draw.hpp"
#include "web/pages/replay_parts.hpp"

namespace comity::pages {

namespace {

using namespace html;

void heads(Html& h, const ReplayView& view, const char* caption, std::initializer_list<const char*> columns) {
    h.caption(cls("unseen"), view.words(caption));
    h.thead([&] {
        h.tr([&] {
            for (const char* column : columns) h.th(scope("col"), view.words(column));
        });
    });
}

void cell(Html& h, const ReplayView& view, const char* column, const std::string& text) {
    h.td(attr<"data-label">(view.words(column)), text);
}

std::string shift_text(const ReplayView& view, const law::ReplaySummary& sum) {
    if (!sum.median_shift) return std::string(view.words("replay.no_shift"));
    return view.words("replay.shift", {{"median", law::signed_days(view.language, *sum.median_shift)},
                                       {"least", law::signed_days(view.language, *sum.least_shift)},
                                       {"most", law::signed_days(view.language, *sum.most_shift)}});
}

std::string was_would(const ReplayView& view, std::size_t was, std::size_t would) {
    return view.words("replay.was_would", {{"was", view.number(was)}, {"would", view.number(would)}});
}

void summary_row(Html& h, const ReplayView& view, std::string_view name, const law::ReplaySummary& sum) {
    h.tr([&] {
        h.th(scope("row"), name);
        cell(h, view, "replay.clocks", view.number(sum.clocks));
        cell(h, view, "replay.compared", view.number(sum.compared()));
        cell(h, view, "replay.median", shift_text(view, sum));
        cell(h, view, "replay.judged", view.number(sum.judged));
        cell(h, view, "replay.late", was_would(view, sum.late_was, sum.late_would));
        cell(h, view, "replay.past_target", was_would(view, sum.past_target_was, sum.past_target_would));
    });
}

// "30 working days, due 2 Mar 2000, late by 6 days": one side of a clock.
std::string side_text(const ReplayView& view, const law::ReplayedSide& side) {
    if (!side.due) return std::string(view.words("replay.kept.no_limit"));
    const std::string due = base::short_date(view.language, *side.due), limit = law::limit_text(side.limit, view.words);
    const auto over = [&](const char* key) {
        return view.words.plural(key, std::max(0, side.days_late.value_or(0)), {{"due", due}, {"limit", limit}});
    };
    if (side.keeping == law::Keeping::late) return over("replay.kept.late");
    if (side.keeping == law::Keeping::past_target) return over("replay.kept.past_target");
    return view.words("replay.kept.in_time", {{"due", due}, {"limit", limit}});
}

}  // namespace

std::string ReplayView::number(std::size_t n) const { return base::format_number(language, static_cast<std::int64_t>(n)); }

void replay_summary(Html& h, const ReplayView& view) {
    h.table(cls("ledger", "replay"), [&] {
        heads(h, view, "replay.summary",
              {"replay.step", "replay.clocks", "replay.compared", "replay.median", "replay.judged", "replay.late",
               "replay.past_target"});
        h.tbody([&] {
            for (const law::ReplaySummary& sum : view.replay().steps) summary_row(h, view, view(sum.step->name), sum);
            summary_row(h, view, view.words("replay.all"), view.replay().all);
        });
    });
}

void replay_bins(Html& h, const ReplayView& view) {
    h.details([&] {
        h.summary(view.words("replay.drawing_table"));
        h.table(cls("ledger", "replay"), [&] {
            heads(h, view, "replay.drawing_table",
                  {"replay.step", "replay.days", "replay.clocks", "replay.worse", "replay.better"});
            h.tbody([&] {
                for (const law::ShiftBin& bin : law::shift_bins(view.replay()))
                    h.tr([&] {
                        h.th(scope("row"), view(bin.of->step->name));
                        cell(h, view, "replay.days",
                             bin.from == bin.to
                                 ? law::signed_days(view.language, bin.from)
                                 : view.words("replay.days_range", {{"from", law::signed_days(view.language, bin.from)},
                                                                    {"to", law::signed_days(view.language, bin.to)}}));
                        cell(h, view, "replay.clocks", view.number(bin.all()));
                        cell(h, view, "replay.worse", view.number(bin.worse));
                        cell(h, view, "replay.better", view.number(bin.better));
                    });
            });
        });
    });
}

void replay_changes(Html& h, const ReplayView& view, law::Change change) {
    const bool worse = change == law::Change::worse;
    if ((worse ? view.replay().worse : view.replay().better) == 0) {
        h.p(view.words("replay.no_case"));
        return;
    }
    h.table(cls("ledger", "replay"), [&] {
        heads(h, view, worse ? "replay.worse_title" : "replay.better_title",
              {"replay.case", "replay.step", "replay.as_was", "replay.would_be"});
        h.tbody([&] {
            for (const law::ReplayedCase& each : view.replay().cases)
                for (const law::ReplayedClock& clock : each.clocks) {
                    if (clock.change != change) continue;
                    h.tr([&] {
                        h.th(scope("row"), cls("id"), [&] {
                            h.a(href(site::address(site::Page::submission, view.language, {{"id", std::string(each.of->id)}})),
                                each.of->id);
                        });
                        cell(h, view, "replay.step", std::string(view(clock.step->name)));
                        cell(h, view, "replay.as_was", side_text(view, *clock.was));
                        cell(h, view, "replay.would_be", side_text(view, *clock.would));
                    });
                }
        });
    });
}

void replay_left_out(Html& h, const ReplayView& view) {
    h.table(cls("ledger", "replay"), [&] {
        heads(h, view, "replay.left_out", {"replay.reason", "replay.clocks"});
        h.tbody([&] {
            for (std::size_t at = 1; at < law::comparisons; ++at) {
                const std::size_t n = view.replay().all.by_comparison[at];
                if (n == 0) continue;
                const std::string key = "replay.why." + std::string(law::code(static_cast<law::Comparison>(at)));
                h.tr([&] {
                    h.th(scope("row"), view.words(key.c_str()));
                    cell(h, view, "replay.clocks", view.number(n));
                });
            }
        });
    });
    std::size_t unknown = 0;
    std::vector<std::string> cases;
    for (const law::ReplayedCase& each : view.replay().cases) {
        unknown += each.unknown_events.size();
        if (!each.unknown_events.empty()) cases.emplace_back(each.of->id);
    }
    if (unknown > 0)
        h.p(view.words.plural("replay.unknown_events", static_cast<std::int64_t>(unknown),
                              {{"cases", base::list_of(view.language, cases)}}));
}

}  // namespace comity::pages
