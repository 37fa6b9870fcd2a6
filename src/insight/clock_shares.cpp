#include <algorithm>

#include "insight/parts.hpp"

namespace comity::insight {

namespace {

using law::ClockState;

// The strengths that are told apart, those that bind first.
constexpr law::Strength strengths[] = {law::Strength::hard, law::Strength::target, law::Strength::normally};

// A limit that someone was bound or asked to keep.
bool judged(const law::Clock& clock, law::Strength strength) {
    if (clock.step->kind != law::StepKind::duty) return false;
    return clock.limit && clock.limit->unit != law::Unit::none && clock.limit->strength == strength;
}

// The duty has a limit in some version of the rules, but which one held can't be told without the day on which it opened.
bool limit_not_known(const Passage& passage) {
    const law::Clock& clock = *passage.clock;
    const law::Mechanism& mechanism = *passage.of->on.mechanism;
    return clock.step->kind == law::StepKind::duty && !clock.limit && std::ranges::any_of(clock.step->limits, [&](int limit) {
               return mechanism.limits[static_cast<std::size_t>(limit)].unit != law::Unit::none;
           });
}

bool extension_not_on_record(const Passage& passage) {
    return std::ranges::any_of(passage.of->on.evaluation.findings, [&](const law::Finding& finding) {
        return finding.code == law::FindingCode::extension_not_on_record && finding.step == passage.clock->step &&
               finding.event == passage.clock->met_by->event;
    });
}

Reason why_not(const Passage& passage) {
    const law::Clock& clock = *passage.clock;
    if (clock.state == ClockState::open) return Reason::not_yet_due;
    if (clock.superseded_by) return Reason::overtaken;
    if (!passage.opened) return Reason::opening_not_to_the_day;
    if (!clock.due) return Reason::no_due_date;
    return Reason::end_not_to_the_day;
}

ClockRow clock_row(std::span<const Passage> passages, const Group& group, law::Strength strength, std::string_view step) {
    ClockRow row{.group = group, .strength = law::code(strength), .step = step};
    for (const Passage& passage : passages) {
        const law::Clock& clock = *passage.clock;
        if (!judged(clock, strength) || !holds(group, passage) || (!step.empty() && clock.step->id != step)) continue;
        switch (clock.state) {
            case ClockState::met: row.met.push_back(passage.of->id); break;
            case ClockState::met_late:
                if (extension_not_on_record(passage))
                    leave_out(row.left_out, Reason::extension_not_on_record, passage.of->id);
                else
                    row.late.push_back(passage.of->id);
                break;
            case ClockState::late:
            case ClockState::past_target: row.late.push_back(passage.of->id); break;
            default: leave_out(row.left_out, why_not(passage), passage.of->id); break;
        }
    }
    row.share = wilson(row.met.size(), row.met.size() + row.late.size());
    return row;
}

}  // namespace

std::vector<ClockRow> clock_shares(std::span<const Observed> cases, std::span<const Passage> passages,
                                   const law::Mechanisms& mechanisms, std::vector<LeftOut>& limit_unknown) {
    for (const Passage& passage : passages)
        if (limit_not_known(passage))
            leave_out(limit_unknown,
                      passage.clock->missing == law::Missing::opening_event ? Reason::opening_not_on_record
                                                                            : Reason::opening_not_to_the_day,
                      passage.of->id);
    std::vector<ClockRow> rows;
    const auto add = [&](ClockRow row) {
        if (row.share.of || !row.left_out.empty()) rows.push_back(std::move(row));
    };
    std::vector<Group> groups = groups_of(cases);
    std::ranges::copy(versions_of(passages, mechanisms), std::back_inserter(groups));
    for (const law::Strength strength : strengths) {
        for (const Group& group : groups) add(clock_row(passages, group, strength, ""));
        for (const std::string_view step : steps_of(mechanisms)) add(clock_row(passages, groups.front(), strength, step));
    }
    return rows;
}

}  // namespace comity::insight
