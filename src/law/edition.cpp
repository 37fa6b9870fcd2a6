#include "law/edition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "law/mechanism_file.hpp"

namespace comity::law {

namespace {

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }
bool ends_in(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && same(text.substr(text.size() - end.size()), end);
}

// Every version of a file that was read has a beginning.
base::Day beginning(const Version& version) { return version.authority.in_force.from.value(); }

std::string versions_text(const Mechanism& mechanism) {
    std::string text;
    for (const Version& version : mechanism.versions)
        text += fmt::format("{}{} (from {})", text.empty() ? "" : ", ", version.id, base::to_string(beginning(version)));
    return text;
}

std::string how_to(const Mechanism& mechanism) {
    return fmt::format("write {}@ and a version's id, its year or a day, such as {}; there are: {}", mechanism.code,
                       to_string(editions(mechanism).back()), versions_text(mechanism));
}

// Those that the name fits: by the whole id, else by its end, else by the year in which they begin.
std::vector<const Version*> versions_named(const Mechanism& mechanism, std::string_view name) {
    const auto those = [&](const auto& fits) {
        std::vector<const Version*> found;
        for (const Version& version : mechanism.versions)
            if (fits(version)) found.push_back(&version);
        return found;
    };
    auto found = those([&](const Version& version) { return same(version.id, name); });
    if (found.empty()) found = those([&](const Version& version) { return ends_in(version.id, fmt::format("-{}", name)); });
    if (found.empty()) found = those([&](const Version& v) { return base::to_string(beginning(v)).substr(0, 4) == name; });
    return found;
}

bool holds_any(const Mechanism& mechanism, base::Day day) {
    return std::ranges::any_of(mechanism.versions, [&](const Version& v) { return v.authority.in_force.holds(day); });
}

std::expected<Edition, std::string> edition_of(const Mechanism& mechanism, std::string_view name) {
    if (const auto day = base::parse_day(name)) {
        if (!holds_any(mechanism, *day))
            return std::unexpected(fmt::format("no rules of {} are in force on {}; {}", mechanism.code, name, how_to(mechanism)));
        return Edition{&mechanism, nullptr, *day};
    }
    const auto found = versions_named(mechanism, name);
    if (found.empty())
        return std::unexpected(fmt::format("{} has no version \"{}\"; {}", mechanism.code, name, how_to(mechanism)));
    if (found.size() > 1)
        return std::unexpected(
            fmt::format("\"{}\" can mean {} versions of {}; {}", name, found.size(), mechanism.code, how_to(mechanism)));
    return Edition{&mechanism, found.front(), beginning(*found.front())};
}

bool opens(const Limit& limit, int event) {
    return limit.opened_by.empty() || std::ranges::find(limit.opened_by, event) != limit.opened_by.end();
}

// Drops the items that do not hold, and gives each old place its new one, or -1.
template <class Item>
std::vector<int> keep(std::vector<Item>& list, const auto& holds) {
    std::vector<int> place(list.size(), -1);
    std::vector<Item> kept;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (!holds(list[at])) continue;
        place[at] = static_cast<int>(kept.size());
        kept.push_back(std::move(list[at]));
    }
    list = std::move(kept);
    return place;
}

// From the old places to the new ones.
void move(int& index, const std::vector<int>& place) {
    if (index >= 0) index = place[static_cast<std::size_t>(index)];
}
void move(std::vector<int>& indices, const std::vector<int>& place) {
    for (int& index : indices) move(index, place);
    std::erase(indices, -1);
}

// Tests, votes and other rules: those of a version that is kept, in force for ever.
template <class Item>
void keep_rules(std::vector<Item>& list, const std::vector<int>& version_place, base::Day day) {
    keep(list, [&](const Item& item) {
        return version_place[static_cast<std::size_t>(item.version)] >= 0 && item.authority.in_force.holds(day);
    });
    for (Item& item : list) {
        move(item.version, version_place);
        item.authority.in_force = {};
    }
}

}  // namespace

std::string to_string(const Edition& edition) {
    return edition.mechanism->code + "@" + (edition.version ? edition.version->id : base::to_string(edition.day));
}

std::vector<Edition> editions(const Mechanism& mechanism) {
    std::vector<Edition> list;
    for (const Version& version : mechanism.versions) list.push_back({&mechanism, &version, beginning(version)});
    std::ranges::stable_sort(list, {}, &Edition::day);
    return list;
}

std::expected<Edition, std::string> find_edition(const Mechanisms& mechanisms, std::string_view name) {
    const auto at = name.find('@');
    const std::string_view code = name.substr(0, at);
    const Mechanism* mechanism = find_mechanism(mechanisms, code);
    if (!mechanism) {
        std::string known;
        for (const Mechanism& one : mechanisms.list) known += (known.empty() ? "" : ", ") + one.code;
        return std::unexpected(fmt::format("there is no mechanism \"{}\"; there are: {}", code, known));
    }
    if (mechanism->versions.empty()) return std::unexpected(fmt::format("{} has no version of its rules", mechanism->code));
    if (at == std::string_view::npos) return editions(*mechanism).back();
    return edition_of(*mechanism, name.substr(at + 1));
}

bool is_in_force(const Mechanism& mechanism, const Limit& limit, base::Day day) { return in_force(mechanism, limit).holds(day); }

bool is_replaced(const Mechanism& mechanism, const Limit& limit, base::Day day) {
    const Step& step = mechanism.steps[static_cast<std::size_t>(limit.step)];
    std::vector<int> openers = limit.opened_by.empty() ? step.opens : limit.opened_by;
    if (limit.opened_by.empty()) openers.push_back(-1);  // time that ran out
    return std::ranges::all_of(openers, [&](int opener) {
        return std::ranges::any_of(step.limits, [&](int at) {
            const Limit& other = mechanism.limits[static_cast<std::size_t>(at)];
            return &other != &limit && opens(other, opener) && is_in_force(mechanism, other, day) &&
                   std::ranges::find(other.replaces, limit.version) != other.replaces.end();
        });
    });
}

Mechanism pinned(const Mechanism& mechanism, base::Day day) {
    Mechanism held = mechanism;
    const auto holds = [&](const auto& item) { return item.authority.in_force.holds(day); };
    const auto version_place = keep(held.versions, holds);
    const auto step_place = keep(held.steps, holds);
    std::vector<bool> stays;
    for (const Limit& limit : mechanism.limits)
        stays.push_back(step_place[static_cast<std::size_t>(limit.step)] >= 0 && is_in_force(mechanism, limit, day) &&
                        !is_replaced(mechanism, limit, day));
    std::size_t next = 0;
    const auto limit_place = keep(held.limits, [&](const Limit&) { return stays[next++]; });
    for (Version& version : held.versions) version.authority.in_force = {};
    for (Limit& limit : held.limits) {
        move(limit.step, step_place);
        move(limit.version, version_place);
        move(limit.replaces, version_place);
        limit.authority.in_force = {};
    }
    for (Step& step : held.steps) {
        move(step.limits, limit_place);
        move(step.expiry_opens, step_place);
        step.authority.in_force = {};
    }
    keep_rules(held.tests, version_place, day);
    keep_rules(held.votes, version_place, day);
    keep_rules(held.rules, version_place, day);
    for (EventType& type : held.event_types) {
        move(type.public_after, step_place);
        move(type.suspends, step_place);
        move(type.resumes, step_place);
    }
    keep(held.bars, holds);
    for (Bar& bar : held.bars) bar.authority.in_force = {};
    keep(held.reservations, [&](const Reservation& one) { return holds(one) && (!one.revoked || day < *one.revoked); });
    for (Reservation& reservation : held.reservations) {
        reservation.authority.in_force = {};
        reservation.revoked.reset();
    }
    held.filed = {};
    link_events(held);
    return held;
}

}  // namespace comity::law
