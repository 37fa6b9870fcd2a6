#include <fmt/format.h>

#include <algorithm>

#include "law/checks.hpp"

namespace comity::law {
namespace {

bool overlap(const Span& a, const Span& b) {
    return !(a.to && b.from && *a.to < *b.from) && !(b.to && a.from && *b.to < *a.from);
}

// A vote is decided by what ends its step. An opt-in needs an event that carries the matter on or settles it; an opt-out needs
// two: what happens unless the members object, be it that time runs out, and the objection.
std::string lacking(const Mechanism& mechanism, const VoteRule& vote, const Step& step) {
    const auto decides = [&](int type) {
        const EventType& event = mechanism.event_types[static_cast<std::size_t>(type)];
        return event.ends >= 0 || !event.opens.empty();
    };
    const auto deciding = std::ranges::count_if(step.closes, decides);
    if (vote.polarity == Polarity::opt_in)
        return deciding > 0 ? "" : "an event that ends the step and opens another or ends the case";
    const bool by_time = step.expiry_opens >= 0 || step.expiry_ends;
    return deciding + by_time > 1 ? "" : "two ways out of the step: what happens if nobody objects, and the objection";
}

}  // namespace

void check_votes(const Mechanism& mechanism, const std::vector<bool>& reached, base::Faults& faults) {
    for (const VoteRule& vote : mechanism.votes) {
        const Version& version = mechanism.versions[static_cast<std::size_t>(vote.version)];
        const auto note = [&](std::string key, std::string wrong, std::string right) {
            faults.push_back({fmt::format("{}:{}", version.file, vote.authority.line), "vote " + vote.id, std::move(key),
                              std::move(wrong), std::move(right)});
        };
        const Step* step = find_step(mechanism, vote.step);
        if (!step) continue;  // the loader has said so
        const auto place = static_cast<std::size_t>(step - mechanism.steps.data());
        if (!reached[place]) note("step", "is one that no case reaches", "a step that a case can come to");
        if (const std::string right = lacking(mechanism, vote, *step); !right.empty())
            note("step",
                 fmt::format("{} can't be decided in the step {}", vote.polarity == Polarity::opt_in ? "an opt-in" : "an opt-out",
                             vote.step),
                 right);
        if (!overlap(vote.authority.in_force, version.authority.in_force))
            note("in_force", "lies outside the days of its version", fmt::format("days on which {} is in force", version.id));
    }
}

void check_suspensions(const Mechanism& mechanism, base::Faults& faults) {
    for (std::size_t at = 0; at < mechanism.steps.size(); ++at) {
        const Step& step = mechanism.steps[at];
        const auto named = [&](const std::vector<int> EventType::* list) {
            return std::ranges::any_of(mechanism.event_types, [&](const EventType& type) {
                return std::ranges::find(type.*list, static_cast<int>(at)) != (type.*list).end();
            });
        };
        const bool suspended = named(&EventType::suspends);
        const bool resumed = named(&EventType::resumes);
        const std::string where = fmt::format("{}:{}", step.file, step.line);
        if (suspended && !resumed)
            faults.push_back({where, "step " + step.id, "resumes", "an event suspends it and none resumes it",
                              "an event with resumes = [\"" + step.id + "\"]"});
        if (resumed && !suspended)
            faults.push_back({where, "step " + step.id, "suspends", "an event resumes it and none suspends it",
                              "an event with suspends = [\"" + step.id + "\"]"});
    }
}

}  // namespace comity::law
