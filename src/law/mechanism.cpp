#include "law/mechanism.hpp"

#include <algorithm>
#include <array>

#include "base/embedded.hpp"

namespace comity::law {

std::string_view code(Unit unit) {
    static constexpr std::array<std::string_view, 5> codes{"calendar", "working", "month", "year", "none"};
    return codes[static_cast<std::size_t>(unit)];
}
std::string_view code(Strength strength) {
    static constexpr std::array<std::string_view, 6> codes{"hard", "target", "normally", "promptly", "may", "as-appropriate"};
    return codes[static_cast<std::size_t>(strength)];
}
std::string_view code(Rank rank) {
    static constexpr std::array<std::string_view, 4> codes{"treaty", "guideline", "practice", "domestic"};
    return codes[static_cast<std::size_t>(rank)];
}
std::string_view code(ReferenceState state) { return state == ReferenceState::broken ? "broken" : "stale"; }
std::string_view code(StepKind kind) { return kind == StepKind::duty ? "duty" : "period"; }

template <class List>
static auto* found_in(List& list, std::string_view id) {
    const auto at = std::ranges::find(list, id, [](const auto& item) -> std::string_view { return item.id; });
    return at == list.end() ? nullptr : &*at;
}

int event_type(const Mechanism& mechanism, std::string_view id) {
    const auto at = std::ranges::lower_bound(mechanism.event_types, id, {},
                                             [](const EventType& type) -> std::string_view { return type.id; });
    return at != mechanism.event_types.end() && at->id == id ? static_cast<int>(at - mechanism.event_types.begin()) : -1;
}
int filing(const Mechanism& mechanism) {
    if (mechanism.steps.empty() || mechanism.steps.front().opens.empty()) return -1;
    return mechanism.steps.front().opens.front();
}
const Step* find_step(const Mechanism& mechanism, std::string_view id) { return found_in(mechanism.steps, id); }
const Actor* find_actor(const Mechanism& mechanism, std::string_view id) { return found_in(mechanism.actors, id); }
const Stage* find_stage(const Mechanism& mechanism, std::string_view id) { return found_in(mechanism.stages, id); }

Span in_force(const Mechanism& mechanism, const Limit& limit) {
    Span span = mechanism.versions[static_cast<std::size_t>(limit.version)].authority.in_force;
    const Span& own = limit.authority.in_force;
    if (own.from && (!span.from || *span.from < *own.from)) span.from = own.from;
    if (own.to && (!span.to || *own.to < *span.to)) span.to = own.to;
    return span;
}

std::vector<SourceFile> shipped_files() {
    std::vector<SourceFile> files;
    for (const base::EmbeddedFile& file : base::embedded_under("data/law/"))
        files.push_back({std::string(file.path), file.content});
    return files;
}

const Calendar* calendar_for(const Limit& limit, std::string_view party) {
    for (const auto& [of, calendar] : limit.calendars)
        if (of == party) return calendar.get();
    return limit.calendar.get();
}

const std::expected<Mechanisms, base::Faults>& shipped() {
    static const auto law = load(shipped_files());
    return law;
}

const Mechanism* find_mechanism(const Mechanisms& mechanisms, std::string_view id_or_code) {
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto same = [&](std::string_view name) { return std::ranges::equal(name, id_or_code, {}, lower, lower); };
    for (const Mechanism& mechanism : mechanisms.list)
        if (same(mechanism.id) || same(mechanism.code)) return &mechanism;
    return nullptr;
}

Decision decide(const VoteRule& rule, std::span<const Ballot> ballots) {
    const int yes = static_cast<int>(std::ranges::count(ballots, Ballot::yes));
    const int no = static_cast<int>(std::ranges::count(ballots, Ballot::no));
    const int silent = rule.members - yes - no;
    if (rule.polarity == Polarity::opt_in) {
        if (yes >= rule.threshold) return Decision::yes;
        return yes + silent < rule.threshold ? Decision::no : Decision::undecided;
    }
    if (no >= rule.threshold) return Decision::no;
    return no + silent < rule.threshold ? Decision::yes : Decision::undecided;
}

}  // namespace comity::law
