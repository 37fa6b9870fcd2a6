#pragma once

#include "insight/retrospective.hpp"

// The parts of a retrospective, each from the observed cases.
namespace comity::insight {

std::vector<CountRow> count_submissions(std::span<const Observed> cases);
std::vector<FunnelRow> funnel(std::span<const Observed> cases);
std::vector<OpenRow> open_cases(std::span<const Observed> cases, base::Day on);
std::vector<TimeRow> times(std::span<const Observed> cases, std::span<const Passage> passages, const law::Mechanisms& mechanisms);
std::vector<Comparison> comparisons(std::span<const Observed> cases, std::span<const Passage> passages,
                                    const law::Mechanisms& mechanisms);
std::vector<TurnRow> turns(std::span<const Observed> cases, std::vector<LeftOut>& left_out);
std::vector<ClockRow> clock_shares(std::span<const Observed> cases, std::span<const Passage> passages,
                                   const law::Mechanisms& mechanisms, std::vector<LeftOut>& limit_unknown);
Survival survival(std::span<const Observed> cases);

// Ids of the steps of all mechanisms, in the order of the process, each once.
std::vector<std::string_view> steps_of(const law::Mechanisms& mechanisms);
// Versions under which a passage stood, in the order of the law.
std::vector<Group> versions_of(std::span<const Passage> passages, const law::Mechanisms& mechanisms);

}  // namespace comity::insight
