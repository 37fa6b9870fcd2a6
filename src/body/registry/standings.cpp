#include "body/registry/standings.hpp"

#include <algorithm>
#include <optional>

#include "base/fault.hpp"

namespace comity::registry {

namespace {

// From when on nothing about the case can change; nullopt where the day of the evaluation is too early to tell.
std::optional<base::Day> rests_from(const CaseOn& on) {
    if (!on.evaluation.ended) return std::nullopt;
    base::Day from = law::first_known_day;
    for (const law::Event& event : on.events)
        if (event.date) from = std::max(from, event.date->last());
    for (const law::Clock& clock : on.evaluation.clocks)
        if (const auto latest = clock.due ? clock.due : clock.latest_due) from = std::max(from, *latest + std::chrono::days{1});
    if (from > on.on) return std::nullopt;
    return from;
}

}  // namespace

void Standings::follow(const Docket& docket) {
    if (head_ == docket.head) return;
    head_ = docket.head;
    std::unordered_map<const Case*, Rest> kept;
    for (const auto& of : docket.cases.held())
        if (auto rest = at_rest_.extract(of.get())) kept.insert(std::move(rest));
    at_rest_ = std::move(kept);
}

DocketOn Standings::on(std::shared_ptr<const Docket> docket, const law::Mechanisms& mechanisms, base::Day day,
                       const DocketOn* before) {
    if (docket->known != docket->head) return docket_on(std::move(docket), mechanisms, day);  // of the past: read for once
    COMITY_ASSERT(!before || before->on == day);
    follow(*docket);
    std::unordered_map<const Case*, const Standing*> same;  // null: not filed by then
    if (before) {
        for (const Case& of : before->docket->cases) same.emplace(&of, nullptr);
        for (const Standing& standing : before->standings) same[standing.of] = &standing;
    }
    DocketOn result{.docket = docket, .on = day, .standings = {}};
    result.standings.reserve(docket->cases.size());
    for (const auto& of : docket->cases.held()) {
        if (const auto known = same.find(of.get()); known != same.end()) {
            if (known->second) result.standings.push_back(*known->second);
            continue;
        }
        if (const auto rest = at_rest_.find(of.get()); rest != at_rest_.end() && day >= rest->second.from) {
            result.standings.push_back(rest->second.standing);
            continue;
        }
        const CaseOn on = case_on(*of, mechanisms, day);
        Standing standing = registry::standing(on);
        if (standing.status == Status::not_filed) continue;
        if (const auto from = rests_from(on)) at_rest_.insert_or_assign(of.get(), Rest{of, *from, standing});
        result.standings.push_back(std::move(standing));
    }
    return result;
}

}  // namespace comity::registry
