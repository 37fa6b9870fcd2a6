#include <algorithm>

#include "law/course.hpp"

namespace comity::law {
namespace {

const EventType& type_of(const Course& course, const SeenEvent& seen) {
    return course.mechanism.event_types[static_cast<std::size_t>(seen.type)];
}

// Those who must all do what this event does: the members who were given, and who has done anything on the case by then.
std::vector<std::string_view> needed(const Course& course, std::size_t place, std::string_view actor) {
    std::vector<std::string_view> all;
    const auto add = [&](std::string_view name) {
        if (!name.empty() && std::ranges::find(all, name) == all.end()) all.push_back(name);
    };
    for (const Member& member : course.members)
        if (member.actor == actor) add(member.name);
    for (std::size_t at = 0; at <= place; ++at)
        if (course.order[at].type >= 0 && type_of(course, course.order[at]).actor == actor) add(course.order[at].event->by);
    return all;
}

bool all_have_done_it(const Course& course, std::size_t place, const EventType& type) {
    if (course.order[place].event->by.empty()) return true;  // the record has it as one act of all
    const auto done = [&](std::string_view name) {
        for (std::size_t at = 0; at <= place; ++at)
            if (course.order[at].type == course.order[place].type && course.order[at].event->by == name) return true;
        return false;
    };
    return std::ranges::all_of(needed(course, place, type.actor), done);
}

}  // namespace

bool has_its_needs(const Course& course, std::size_t place) {
    const EventType& type = type_of(course, course.order[place]);
    if (type.needs_all && !all_have_done_it(course, place, type)) return false;
    const auto before = std::span(course.order).first(place);
    return type.needs < 0 || std::ranges::find(before, type.needs, &SeenEvent::type) != before.end();
}

bool settles_a_part(Course& course, const SeenEvent& seen) {
    const Event& event = *seen.event;
    if (event.assertions.empty()) return event.partial;
    if (type_of(course, seen).ends >= 0)
        course.settled.insert(course.settled.end(), event.assertions.begin(), event.assertions.end());
    if (event.partial) return true;
    const auto dealt_with = [&](std::string_view assertion) {
        return std::ranges::find(course.settled, assertion) != course.settled.end() ||
               std::ranges::find(event.assertions, assertion) != event.assertions.end();
    };
    return !std::ranges::all_of(course.order,
                                [&](const SeenEvent& other) { return std::ranges::all_of(other.event->assertions, dealt_with); });
}

}  // namespace comity::law
