#include "law/assertions.hpp"

#include <algorithm>

#include "law/event_order.hpp"

namespace comity::law {
namespace {

bool names(const Event& event, std::string_view assertion) {
    return std::ranges::find(event.assertions, assertion) != event.assertions.end();
}

AssertionCourse course_of(const Mechanism& mechanism, std::span<const Event> events, std::span<const SeenEvent> order,
                          std::string_view assertion, base::Day on, std::span<const Member> members) {
    AssertionCourse course{.assertion = assertion};
    bool settled = false;
    for (const SeenEvent& seen : order) {
        const bool named = names(*seen.event, assertion);
        if (!named && (settled || !seen.event->assertions.empty())) continue;
        course.events.push_back(seen.index);
        Event& taken = course.taken.emplace_back(events[static_cast<std::size_t>(seen.index)]);
        if (named) {
            taken.partial = false;
            taken.assertions = {};
        }
        const bool ends = seen.type >= 0 && mechanism.event_types[static_cast<std::size_t>(seen.type)].ends >= 0;
        settled = settled || (named && ends);
    }
    course.evaluation = evaluate(mechanism, course.taken, on, members);
    return course;
}

}  // namespace

std::vector<AssertionCourse> assertion_courses(const Mechanism& mechanism, std::span<const Event> events,
                                               std::span<const std::string_view> assertions, base::Day on,
                                               std::span<const Member> members) {
    const std::vector<SeenEvent> order = in_order(mechanism, events, on);
    std::vector<AssertionCourse> courses;
    courses.reserve(assertions.size());
    for (const std::string_view assertion : assertions)
        courses.push_back(course_of(mechanism, events, order, assertion, on, members));
    return courses;
}

}  // namespace comity::law
