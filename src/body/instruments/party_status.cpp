#include "body/instruments/party_status.hpp"

#include <algorithm>

namespace comity::instruments {

namespace {

// How far an event brings an instrument; 0 for one that doesn't say: an amendment changes what is in force, not whether it is.
int rank(std::string_view event) {
    constexpr struct {
        std::string_view event;
        int rank;
    } ranks[] = {
        {"launched", 1}, {"founded", 1}, {"established", 1}, {"adopted", 2}, {"signed", 2},   {"instruments-exchanged", 3},
        {"joined", 4},   {"acceded", 4}, {"ratified", 4},    {"ongoing", 5}, {"in-force", 6}, {"historical", 7}};
    const auto* at = std::ranges::find(ranks, event, [](const auto& row) { return row.event; });
    return at == std::end(ranks) ? 0 : at->rank;
}

bool is_about(const PartyStatus& status, const StatusEvent& event) {
    return status.party == event.party && status.internationally == event.internationally && status.concerns == event.concerns;
}

}  // namespace

const Reached* PartyStatus::last(std::string_view event) const {
    const Reached* latest = nullptr;
    for (const Reached& one : reached)
        if (one.event == event && (!latest || !latest->date || (one.date && *latest->date < *one.date))) latest = &one;
    return latest;
}

std::vector<PartyStatus> party_statuses(std::span<const StatusEvent> events) {
    std::vector<PartyStatus> statuses;
    for (const StatusEvent& event : events) {
        if (event.event.empty()) continue;
        auto at = std::ranges::find_if(statuses, [&](const PartyStatus& status) { return is_about(status, event); });
        if (at == statuses.end()) {
            statuses.push_back({event.concerns, event.party, event.internationally, {}, {}});
            at = statuses.end() - 1;
        }
        at->reached.push_back({event.event, event.date});
        if (rank(event.event) > rank(at->stands)) at->stands = event.event;
    }
    std::ranges::stable_sort(statuses, {}, [](const PartyStatus& status) { return status.party.empty(); });
    return statuses;
}

}  // namespace comity::instruments
