#include "insight/retrospective.hpp"

#include <algorithm>
#include <utility>

#include "insight/parts.hpp"

namespace comity::insight {

namespace {

// The points of the way, in their order.
constexpr std::string_view points[] = {"filed",
                                       "criteria_met",
                                       "response_requested",
                                       "response_received",
                                       "factual_record_recommended",
                                       "council_instructed_factual_record",
                                       "factual_record_published"};

// The furthest point that an event proves to be behind the case: what a Secretariat or a Council decides about something shows
// that it had come to them. That a response was not waited for can't be told from what follows it, so nothing proves that one
// came but what lies beyond the next decision.
constexpr std::pair<std::string_view, std::size_t> proofs[] = {{"criteria_met", 1},
                                                               {"no_response_warranted", 1},
                                                               {"response_requested", 2},
                                                               {"extension_notified", 2},
                                                               {"pending_proceeding", 2},
                                                               {"no_factual_record_warranted", 2},
                                                               {"response_received", 3},
                                                               {"factual_record_recommended", 4},
                                                               {"recommendation_published", 4},
                                                               {"council_deferred", 4},
                                                               {"council_declined_factual_record", 4},
                                                               {"council_instructed_factual_record", 5},
                                                               {"workplan_published", 5},
                                                               {"information_requested", 5},
                                                               {"draft_factual_record_submitted", 5},
                                                               {"party_comments_received", 5},
                                                               {"comment_period_ended", 5},
                                                               {"final_factual_record_submitted", 5},
                                                               {"council_voted_to_publish", 5},
                                                               {"council_voted_not_to_publish", 5},
                                                               {"factual_record_published", 6}};
std::size_t point_of(std::string_view event) {
    const auto at = std::ranges::find(proofs, event, &std::pair<std::string_view, std::size_t>::first);
    return at == std::end(proofs) ? 0 : at->second;
}

std::string_view outcome_of(const Observed& of) {
    if (of.is_open()) return "open";
    return of.on.evaluation.outcome ? std::string_view(of.on.evaluation.outcome->id) : "";
}

}  // namespace

std::vector<CountRow> count_submissions(std::span<const Observed> cases) {
    std::map<std::string, Ids> years, parties, agreements, matters;
    for (const Observed& of : cases) {
        const registry::Submission& submission = of.on.of->submission;
        if (const auto filed = registry::filed(of.on)) years[std::to_string(filed->year())].push_back(of.id);
        for (const std::string& party : submission.parties) parties[party].push_back(of.id);
        for (const std::string& matter : submission.matters) matters[matter].push_back(of.id);
        agreements[submission.agreement].push_back(of.id);
    }
    std::vector<CountRow> rows;
    const auto add = [&](std::string_view by, const std::map<std::string, Ids>& values) {
        for (const auto& [value, ids] : values) rows.push_back({by, value, ids});
    };
    add("year", years);
    add("party", parties);
    add("agreement", agreements);
    const auto first = static_cast<std::ptrdiff_t>(rows.size());
    add("matter", matters);
    std::ranges::stable_sort(rows.begin() + first, rows.end(),
                             [](const CountRow& a, const CountRow& b) { return a.cases.size() > b.cases.size(); });
    return rows;
}

std::vector<FunnelRow> funnel(std::span<const Observed> cases) {
    std::vector<FunnelRow> rows;
    for (const std::string_view point : points) rows.push_back({.point = point, .reached = {}, .on_record = {}, .ended = {}});
    for (const Observed& of : cases) {
        std::size_t furthest = 0;
        std::vector<bool> recorded(rows.size());
        for (const int index : of.on.evaluation.order) {
            const std::string_view event = of.on.of->events[static_cast<std::size_t>(index)].event;
            const std::size_t point = point_of(event);
            furthest = std::max(furthest, point);
            if (points[point] == event) recorded[point] = true;
        }
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (at <= furthest) rows[at].reached.push_back(of.id);
            if (recorded[at]) rows[at].on_record.push_back(of.id);
        }
        rows[furthest].ended[outcome_of(of)].push_back(of.id);
    }
    return rows;
}

std::vector<OpenRow> open_cases(std::span<const Observed> cases, base::Day on) {
    std::vector<OpenRow> rows;
    for (const Observed& of : cases) {
        if (!of.is_open()) continue;
        const registry::Standing standing = registry::standing(of.on);
        OpenRow row{
            .id = of.id, .filed = standing.filed, .stage = standing.stage, .actor = standing.turn_actor, .known_to = of.on.on};
        if (row.filed) row.age = (on - row.filed->first()).count();
        rows.push_back(row);
    }
    std::ranges::stable_sort(rows, [](const OpenRow& a, const OpenRow& b) { return a.age > b.age; });
    return rows;
}

Survival survival(std::span<const Observed> cases) {
    Survival result;
    std::vector<EndCurve> ends;
    std::vector<Observation>& observed = result.observed;
    for (const Observed& of : cases) {
        if (!of.filed) {
            leave_out(result.left_out, Reason::filing_not_to_the_day, of.id);
            continue;
        }
        if (!of.is_open() && !of.ended) {
            leave_out(result.left_out, Reason::end_not_to_the_day, of.id);
            continue;
        }
        const auto days = (of.ended.value_or(of.on.on) - *of.filed).count();
        if (days < 0) {
            leave_out(result.left_out, Reason::wrong_order, of.id);
            continue;
        }
        result.cases.push_back(of.id);
        int end = 0;
        if (of.is_open()) {
            result.open.push_back(of.id);
        } else {
            auto at = std::ranges::find(ends, outcome_of(of), &EndCurve::end);
            if (at == ends.end())
                at = ends.insert(ends.end(), {.end = outcome_of(of), .cases = {}, .survival = {}, .incidence = {}});
            at->cases.push_back(of.id);
            if (of.on.evaluation.ended_by->event == law::no_event) result.ended_by_law.push_back(of.id);
            end = static_cast<int>(at - ends.begin()) + 1;
        }
        observed.push_back({static_cast<int>(days), end});
    }
    EndCurve any{.end = "any", .cases = {}, .survival = kaplan_meier(observed), .incidence = {}};
    for (std::size_t at = 0; at < ends.size(); ++at) {
        const int end = static_cast<int>(at) + 1;
        ends[at].number = end;
        ends[at].survival = kaplan_meier(observed, end);
        ends[at].incidence = cumulative_incidence(observed, end);
        any.cases.insert(any.cases.end(), ends[at].cases.begin(), ends[at].cases.end());
    }
    std::ranges::sort(any.cases);
    std::ranges::stable_sort(ends, [](const EndCurve& a, const EndCurve& b) { return a.cases.size() > b.cases.size(); });
    result.ends.push_back(std::move(any));
    std::ranges::move(ends, std::back_inserter(result.ends));
    return result;
}

Retrospective retrospect(std::shared_ptr<const registry::Docket> docket, const law::Mechanisms& mechanisms, base::Day on) {
    Retrospective result{.docket = std::move(docket), .on = on};
    const std::vector<Observed> cases = observe(*result.docket, mechanisms, on);
    const std::vector<Passage> ways = passages(cases);
    for (const Observed& of : cases) result.cases.push_back(of.id);
    result.counts = count_submissions(cases);
    result.funnel = funnel(cases);
    result.times = times(cases, ways, mechanisms);
    result.turns = turns(cases, result.turns_left_out);
    result.clocks = clock_shares(cases, ways, mechanisms, result.clocks_left_out);
    result.survival = survival(cases);
    result.open = open_cases(cases, on);
    result.comparisons = comparisons(cases, ways, mechanisms);
    return result;
}

}  // namespace comity::insight
