#include "law/event_order.hpp"

#include <algorithm>
#include <tuple>

namespace comity::law {
namespace {

constexpr base::Day beginning = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr base::Day end_of_days = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

const EventType* type_of(const Mechanism& mechanism, const SeenEvent& seen) {
    return seen.type < 0 ? nullptr : &mechanism.event_types[static_cast<std::size_t>(seen.type)];
}

int rank(const Mechanism& mechanism, const SeenEvent& seen) {
    const EventType* type = type_of(mechanism, seen);
    return type ? type->rank : -1;
}

int leads_to(const Mechanism& mechanism, const SeenEvent& seen) {
    const EventType* type = type_of(mechanism, seen);
    return type ? type->leads_to : -1;
}

// Everything that an event says: two events that are equal in it can stand for each other.
auto content(const Event& event) {
    return std::tie(event.type, event.date, event.party, event.partial, event.document_date, event.stated, event.by);
}
bool content_before(const Event& a, const Event& b) {
    if (const auto order = content(a) <=> content(b); order != 0) return order < 0;
    return std::ranges::lexicographical_compare(a.assertions, b.assertions);
}

std::size_t place_for(const Mechanism& mechanism, const std::vector<SeenEvent>& order, const SeenEvent& vague) {
    // Vague dates among them overlap, so their ends are not in order: after everything that is certainly before.
    std::size_t least = order.size();
    while (least > 0 && order[least - 1].last >= vague.first) --least;
    std::size_t most = least;
    while (most < order.size() && order[most].first <= vague.last) ++most;
    const int own = leads_to(mechanism, vague);
    if (own < 0) return most;
    for (std::size_t place = most; place > least; --place) {
        const int other = leads_to(mechanism, order[place - 1]);
        if (0 <= other && (other < own || (other == own && rank(mechanism, order[place - 1]) <= rank(mechanism, vague))))
            return place;
    }
    return least;
}

std::vector<SeenEvent> ordered(const Mechanism& mechanism, const std::vector<SeenEvent>& events) {
    std::vector<SeenEvent> order;
    std::vector<SeenEvent> vague;
    order.reserve(events.size());
    for (const SeenEvent& seen : events) (seen.first == seen.last ? order : vague).push_back(seen);
    const auto before = [&](const SeenEvent& a, const SeenEvent& b) {
        if (a.first != b.first) return a.first < b.first;
        if (a.last != b.last) return a.last < b.last;
        const int rank_a = rank(mechanism, a);
        const int rank_b = rank(mechanism, b);
        return rank_a != rank_b ? rank_a < rank_b : content_before(*a.event, *b.event);
    };
    std::ranges::sort(order, before);
    // The earlier steps first, so that later ones find them in place.
    std::ranges::sort(vague, [&](const SeenEvent& a, const SeenEvent& b) {
        const int to_a = leads_to(mechanism, a);
        const int to_b = leads_to(mechanism, b);
        return to_a != to_b ? to_a < to_b : before(a, b);
    });
    for (const SeenEvent& seen : vague)
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(place_for(mechanism, order, seen)), seen);
    return order;
}

// What an undated event stands after is a bound of its date: it has not happened while any of that is still to come.
void drop_undated_to_come(std::vector<SeenEvent>& order, base::Day on) {
    base::Day latest = beginning;
    std::erase_if(order, [&](const SeenEvent& seen) {
        if (!seen.event->date) return latest > on;
        latest = std::max(latest, seen.last);
        return false;
    });
}

}  // namespace

std::vector<SeenEvent> in_order(const Mechanism& mechanism, std::span<const Event> events, base::Day on) {
    std::vector<SeenEvent> all;
    all.reserve(events.size());
    bool undated = false;
    for (std::size_t at = 0; at < events.size(); ++at) {
        const Event& event = events[at];
        SeenEvent seen{&event, static_cast<int>(at), event_type(mechanism, event.type), beginning, end_of_days};
        if (event.date) {
            seen.first = event.date->first();
            seen.last = event.date->last();
        }
        undated = undated || !event.date;
        all.push_back(seen);
    }
    const auto to_come = [&](const SeenEvent& seen) { return seen.event->date && seen.last > on; };
    if (std::ranges::none_of(all, to_come)) return ordered(mechanism, all);
    if (undated) {
        all = ordered(mechanism, all);
        drop_undated_to_come(all, on);
    }
    std::erase_if(all, to_come);
    return ordered(mechanism, all);
}

}  // namespace comity::law
