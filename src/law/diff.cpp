#include "law/diff.hpp"

#include <algorithm>
#include <array>

#include "law/diff_facts.hpp"

namespace comity::law {

std::string_view code(Alteration change) {
    static constexpr std::array<std::string_view, 4> codes{"same", "added", "removed", "changed"};
    return codes[static_cast<std::size_t>(change)];
}

std::string_view code(Subject subject) {
    static constexpr std::array<std::string_view, 8> codes{"course", "limit",   "test", "vote",
                                                           "rule",   "outcome", "bar",  "reservation"};
    return codes[static_cast<std::size_t>(subject)];
}

Alteration Difference::change() const {
    if (!before) return Alteration::added;
    if (!after) return Alteration::removed;
    return changed.empty() ? Alteration::same : Alteration::changed;
}

int Diff::count(Alteration change) const {
    const auto is = [&](const Difference& one) { return one.change() == change; };
    auto sum = std::ranges::count_if(rules, is);
    for (const StepDifference& step : steps) sum += std::ranges::count_if(step.parts, is);
    return static_cast<int>(sum);
}

namespace {

// Both editions as their own day has them.
struct Pair {
    Mechanism before, after;
    bool one_mechanism;
};

template <class Item>
std::optional<Saying> saying(const Mechanism& mechanism, const Item* item) {
    return item ? std::optional(saying_of(mechanism, *item)) : std::nullopt;
}

template <class Item>
Difference difference(const Pair& pair, Subject subject, std::string id, const Item* before, const Item* after) {
    Difference one{.subject = subject,
                   .id = std::move(id),
                   .opened_by = {},
                   .before = saying(pair.before, before),
                   .after = saying(pair.after, after),
                   .changed = {}};
    if (!one.before || !one.after) return one;
    for (std::size_t at = 0; at < one.after->facts.size(); ++at) {
        const Fact& fact = one.after->facts[at];
        // Two mechanisms never share a provision: that it differs says nothing.
        if (fact.field == "provision" && !pair.one_mechanism) continue;
        if (fact.code != one.before->facts[at].code) one.changed.push_back(fact.field);
    }
    return one;
}

// "usmca-standing" is "standing" of the mechanism "usmca".
std::string_view own_id(std::string_view id, const Mechanism& mechanism) {
    if (id.starts_with(mechanism.id + "-")) id.remove_prefix(mechanism.id.size() + 1);
    return id;
}

template <class Item>
using Matches = std::vector<std::pair<const Item*, const Item*>>;

// Pairs what belongs together, in the order of the later edition, what is gone last. `kind` says of which an edition may have
// just one.
template <class Item>
Matches<Item> matched(const Pair& pair, const std::vector<const Item*>& before, const std::vector<const Item*>& after,
                      const auto& name, const auto& kind) {
    Matches<Item> found;
    std::vector<const Item*> left = before;
    for (const Item* item : after) found.emplace_back(nullptr, item);
    const auto take = [&](const auto& same) {
        for (auto& [one, other] : found) {
            if (one) continue;
            const auto fits = [&, item = other](const Item* candidate) { return same(*candidate, *item); };
            const auto at = std::ranges::find_if(left, fits);
            if (at == left.end()) continue;
            one = *at;
            left.erase(at);
        }
    };
    take([&](const Item& a, const Item& b) { return own_id(a.id, pair.before) == own_id(b.id, pair.after); });
    take([&](const Item& a, const Item& b) { return name(a) == name(b); });
    const auto alone = [&](const Item& a, const Item& b) {
        const auto same_kind = [&](const Item* item) { return kind(*item) == kind(b); };
        const auto open = std::ranges::count_if(found, [&](const auto& p) { return !p.first && same_kind(p.second); });
        return kind(a) == kind(b) && std::ranges::count_if(left, same_kind) == 1 && open == 1;
    };
    if (!pair.one_mechanism) take(alone);
    for (const Item* item : left) found.emplace_back(item, nullptr);
    return found;
}

template <class Item>
void add(std::vector<Difference>& list, const Pair& pair, Subject subject, const Matches<Item>& matches) {
    for (const auto& [before, after] : matches)
        list.push_back(difference(pair, subject, after ? after->id : before->id, before, after));
}

template <class Item>
std::vector<const Item*> those(const std::vector<Item>& list, const auto& fits) {
    std::vector<const Item*> found;
    for (const Item& item : list)
        if (fits(item)) found.push_back(&item);
    return found;
}

std::string_view english(const base::Text& text) { return base::shown(text, base::Language::en).text; }

bool opens(const Mechanism& mechanism, const Limit& limit, std::string_view opener) {
    if (limit.opened_by.empty()) return true;
    return std::ranges::any_of(limit.opened_by, [&](int type) {
        return type >= 0 && mechanism.event_types[static_cast<std::size_t>(type)].id == opener;
    });
}

// The limits that hold where this event opens the step: one, none, or several that are in conflict.
std::vector<const Limit*> limits_for(const Mechanism& mechanism, const Step* step, std::string_view opener) {
    std::vector<const Limit*> found;
    if (!step) return found;
    for (const int at : step->limits) {
        const Limit& limit = mechanism.limits[static_cast<std::size_t>(at)];
        if (opens(mechanism, limit, opener)) found.push_back(&limit);
    }
    const std::vector<const Limit*> all = found;
    std::erase_if(found, [&](const Limit* limit) {
        return std::ranges::any_of(all, [&](const Limit* other) {
            return other != limit && std::ranges::find(other->replaces, limit->version) != other->replaces.end();
        });
    });
    return found;
}

struct Opener {
    std::string id;
    base::Text name;
};

void add_openers(const Mechanism& mechanism, const Step* step, std::vector<Opener>& openers) {
    if (!step) return;
    for (const int type : step->opens) {
        const EventType& event = mechanism.event_types[static_cast<std::size_t>(type)];
        if (std::ranges::find(openers, event.id, &Opener::id) == openers.end()) openers.push_back({event.id, event.name});
    }
    const auto self = static_cast<int>(step - mechanism.steps.data());
    const bool by_expiry = std::ranges::find(mechanism.steps, self, &Step::expiry_opens) != mechanism.steps.end();
    if (!by_expiry || std::ranges::find(openers, "expiry", &Opener::id) != openers.end()) return;
    base::Text name;
    for (const base::Language language : base::languages) name[language] = base::Words(language)("event.expiry");
    openers.push_back({"expiry", name});
}

// Openers for which the same limits hold in both editions are told together.
void add_limits(StepDifference& step, const Pair& pair, const Step* before, const Step* after) {
    struct Group {
        std::vector<const Limit*> before, after;
        std::vector<Opener> openers;
    };
    std::vector<Opener> openers;
    add_openers(pair.before, before, openers);
    add_openers(pair.after, after, openers);
    std::vector<Group> groups;
    for (const Opener& opener : openers) {
        Group group{limits_for(pair.before, before, opener.id), limits_for(pair.after, after, opener.id), {}};
        auto at =
            std::ranges::find_if(groups, [&](const Group& g) { return g.before == group.before && g.after == group.after; });
        if (at == groups.end()) at = groups.insert(at, std::move(group));
        at->openers.push_back(opener);
    }
    for (const Group& group : groups)
        for (std::size_t at = 0; at < std::max(group.before.size(), group.after.size()); ++at) {
            const Limit* then = at < group.before.size() ? group.before[at] : nullptr;
            const Limit* now = at < group.after.size() ? group.after[at] : nullptr;
            Difference limit = difference(pair, Subject::limit, step.id, then, now);
            if (groups.size() > 1)
                for (const Opener& opener : group.openers) limit.opened_by.push_back(opener.name);
            step.parts.push_back(std::move(limit));
        }
}

StepDifference step_difference(const Pair& pair, const std::string& id) {
    const Step* before = find_step(pair.before, id);
    const Step* after = find_step(pair.after, id);
    StepDifference step{.id = id, .name = (after ? after : before)->name, .change = Alteration::same, .parts = {}};
    step.parts.push_back(difference(pair, Subject::course, id, before, after));
    add_limits(step, pair, before, after);
    const auto of_step = [&](const auto& item) { return item.step == id; };
    add(step.parts, pair, Subject::test,
        matched(
            pair, those(pair.before.tests, of_step), those(pair.after.tests, of_step),
            [](const Test& test) { return english(test.name); }, [](const Test& test) { return test.id; }));
    add(step.parts, pair, Subject::vote,
        matched(
            pair, those(pair.before.votes, of_step), those(pair.after.votes, of_step),
            [](const VoteRule& vote) { return english(vote.name); }, [](const VoteRule& vote) { return vote.step; }));
    if (!before || !after)
        step.change = before ? Alteration::removed : Alteration::added;
    else if (std::ranges::any_of(step.parts, [](const Difference& part) { return part.change() != Alteration::same; }))
        step.change = Alteration::changed;
    return step;
}

// Those of the earlier edition, each new one after the step that it follows in the later edition.
std::vector<std::string> step_ids(const Pair& pair) {
    std::vector<std::string> ids;
    for (const Step& step : pair.before.steps) ids.push_back(step.id);
    for (std::size_t at = 0; at < pair.after.steps.size(); ++at) {
        const std::string& id = pair.after.steps[at].id;
        if (std::ranges::find(ids, id) != ids.end()) continue;
        const auto previous = at == 0 ? ids.end() : std::ranges::find(ids, pair.after.steps[at - 1].id);
        ids.insert(at == 0 ? ids.begin() : previous == ids.end() ? previous : previous + 1, id);
    }
    return ids;
}

std::vector<Difference> rule_differences(const Pair& pair) {
    std::vector<Difference> rules;
    const auto all = [](const auto&) { return true; };
    const auto by_name = [](const auto& item) { return english(item.name); };
    add(rules, pair, Subject::rule,
        matched(pair, those(pair.before.rules, all), those(pair.after.rules, all), by_name,
                [](const OtherRule& rule) { return rule.about + " " + rule.term + " " + rule.party; }));
    const auto own = [](const auto& item) { return item.id; };
    add(rules, pair, Subject::outcome,
        matched(pair, those(pair.before.outcomes, all), those(pair.after.outcomes, all), by_name, own));
    add(rules, pair, Subject::bar, matched(pair, those(pair.before.bars, all), those(pair.after.bars, all), by_name, own));
    const auto reserved = [&](const Mechanism& mechanism, std::string_view party) -> const Reservation* {
        const auto at = std::ranges::find(mechanism.reservations, party, &Reservation::party);
        return at == mechanism.reservations.end() ? nullptr : &*at;
    };
    for (const Reservation& one : pair.after.reservations)
        rules.push_back(difference(pair, Subject::reservation, one.party, reserved(pair.before, one.party), &one));
    for (const Reservation& one : pair.before.reservations)
        if (!reserved(pair.after, one.party))
            rules.push_back(difference<Reservation>(pair, Subject::reservation, one.party, &one, nullptr));
    return rules;
}

EditionTold told(const Edition& edition, const Mechanism& held) {
    EditionTold one{.name = to_string(edition),
                    .mechanism = held.id,
                    .code = held.code,
                    .title = held.name,
                    .day = edition.day,
                    .versions = {}};
    for (const Version& version : held.versions) one.versions.push_back({version.id, version.name, version.authority});
    return one;
}

}  // namespace

Diff diff(const Edition& before, const Edition& after) {
    const Pair pair{pinned(before), pinned(after), before.mechanism->id == after.mechanism->id};
    Diff result{told(before, pair.before), told(after, pair.after), {}, {}};
    for (const std::string& id : step_ids(pair)) result.steps.push_back(step_difference(pair, id));
    result.rules = rule_differences(pair);
    return result;
}

}  // namespace comity::law
