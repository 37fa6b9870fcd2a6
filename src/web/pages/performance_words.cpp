#include <algorithm>

#include "base/format.hpp"
#include "web/pages/performance_parts.hpp"

namespace comity::pages {

namespace {

using insight::days_text, insight::percent_text;

std::string number(const PerformanceView& view, std::size_t n) {
    return base::format_number(view.naming.language, static_cast<std::int64_t>(n));
}

std::string says_submissions(const PerformanceView& view) {
    std::vector<std::string> parties;
    std::string since;
    for (const insight::CountRow& row : view.found.counts) {
        if (row.by == "year" && since.empty()) since = row.value;
        if (row.by == "party")
            parties.push_back(view.words(
                "performance.name_n", {{"name", view.naming.name("party", row.value)}, {"n", number(view, row.cases.size())}}));
    }
    return view.words.plural("performance.says.submissions", static_cast<std::int64_t>(view.found.cases.size()),
                             {{"year", since}, {"parties", base::list_of(view.naming.language, parties)}});
}

std::string says_outcomes(const PerformanceView& view) {
    const auto reached = [&](std::string_view point) {
        return std::ranges::find(view.found.funnel, point, &insight::FunnelRow::point)->reached.size();
    };
    const double all = static_cast<double>(view.found.cases.size());
    const std::size_t response = reached("response_requested"), published = reached("factual_record_published");
    return view.words("performance.says.outcomes",
                      {{"n", number(view, view.found.cases.size())},
                       {"response", number(view, response)},
                       {"response_share", percent_text(view.words, static_cast<double>(response) / all)},
                       {"published", number(view, published)},
                       {"published_share", percent_text(view.words, static_cast<double>(published) / all)}});
}

std::string says_times(const PerformanceView& view) {
    constexpr std::size_t enough = 5;
    const insight::TimeRow* longest = nullptr;
    for (const insight::TimeRow& row : view.found.times) {
        if (row.group.by != "all" || row.step.empty() || !row.main || !row.median || row.done.size() < enough) continue;
        if (!longest || *row.median > *longest->median) longest = &row;
    }
    if (!longest) return {};
    return view.words("performance.says.times", {{"step", insight::step_name(view.naming, longest->step)},
                                                 {"n", number(view, longest->done.size() + longest->running.size())},
                                                 {"median", days_text(view.words, *longest->median)}});
}

std::string says_turns(const PerformanceView& view) {
    double known = 0;
    std::vector<std::string> actors;
    for (const insight::TurnRow& row : view.found.turns)
        if (row.group.by == "all" && !row.actor.empty()) known += row.share;
    for (const insight::TurnRow& row : view.found.turns)
        if (row.group.by == "all" && !row.actor.empty() && row.share / known >= 0.01)
            actors.push_back(view.words("performance.name_n", {{"name", view.naming.name("actor", row.actor)},
                                                               {"n", percent_text(view.words, row.share / known)}}));
    if (actors.empty()) return {};
    return view.words("performance.says.turns",
                      {{"known", percent_text(view.words, known)}, {"actors", base::list_of(view.naming.language, actors)}});
}

std::string says_clocks(const PerformanceView& view) {
    const auto share = [&](std::string_view strength) {
        const auto at = std::ranges::find_if(view.found.clocks, [&](const insight::ClockRow& row) {
            return row.strength == strength && row.step.empty() && row.group.by == "all";
        });
        return insight::share_text(view.words, at == view.found.clocks.end() ? insight::Share{} : at->share);
    };
    return view.words("performance.says.clocks", {{"hard", share("hard")}, {"target", share("target")}});
}

std::string says_survival(const PerformanceView& view) {
    const auto& curve = view.found.survival.ends.front().survival;
    const auto half = insight::quantile(curve, 0.5);
    const insight::CurveStep* later = insight::at(curve, 730);
    if (!half || !later || !later->lower) return {};
    const insight::Bounds bounds = insight::quantile_bounds(curve, 0.5);
    std::string said = view.words("performance.says.survival", {{"share", percent_text(view.words, later->estimate)},
                                                                {"lower", percent_text(view.words, *later->lower)},
                                                                {"upper", percent_text(view.words, *later->upper)},
                                                                {"median", days_text(view.words, *half)}});
    if (bounds.lower && bounds.upper)
        said += " " + view.words("performance.says.between", {{"lower", days_text(view.words, *bounds.lower)},
                                                              {"upper", days_text(view.words, *bounds.upper)}});
    return said;
}

std::string says_ends(const PerformanceView& view) {
    std::vector<std::string> ends;
    for (const insight::EndCurve& curve : view.found.survival.ends) {
        const insight::CurveStep* later = curve.number ? insight::at(curve.incidence, 5 * 365 + 1) : nullptr;
        if (later && ends.size() < 3)
            ends.push_back(view.words("performance.name_n", {{"name", view.naming.name("outcome", curve.end)},
                                                             {"n", percent_text(view.words, later->estimate)}}));
    }
    return ends.empty() ? "" : view.words("performance.says.ends", {{"ends", base::list_of(view.naming.language, ends)}});
}

std::string says_open(const PerformanceView& view) {
    if (view.found.open.empty()) return std::string(view.words("performance.says.none_open"));
    const insight::OpenRow& oldest = view.found.open.front();
    if (!oldest.filed) return {};
    return view.words.plural(
        "performance.says.open", static_cast<std::int64_t>(view.found.open.size()),
        {{"date", base::date(view.naming.language, *oldest.filed)}, {"age", base::duration(view.naming.language, oldest.age)}});
}

}  // namespace

std::string says(const PerformanceView& view, insight::Figure figure) {
    if (view.found.cases.empty()) return {};
    switch (figure) {
        case insight::Figure::submissions: return says_submissions(view);
        case insight::Figure::outcomes: return says_outcomes(view);
        case insight::Figure::times: return says_times(view);
        case insight::Figure::turns: return says_turns(view);
        case insight::Figure::clocks: return says_clocks(view);
        case insight::Figure::survival: return says_survival(view);
        case insight::Figure::ends: return says_ends(view);
        case insight::Figure::open: return says_open(view);
        case insight::Figure::changes: return std::string(view.words("performance.says.changes"));
    }
    return {};
}

}  // namespace comity::pages
