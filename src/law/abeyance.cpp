#include <algorithm>

#include "law/course.hpp"

namespace comity::law {
namespace {

bool contains(const std::vector<int>& list, int item) { return std::ranges::find(list, item) != list.end(); }

Moment moment_of(const SeenEvent& seen) { return {seen.event->type, seen.event->date, seen.index}; }

}  // namespace

void suspend(Course& course, const SeenEvent& seen, const EventType& type) {
    for (const int step : type.suspends) {
        const bool already = std::ranges::any_of(course.standing_still, [&](const StandingStill& other) {
            return other.step == step && parties_meet(other.party, seen.event->party);
        });
        if (already) {
            course.find(FindingCode::already_suspended, seen.index, no_event, &course.step(step));
            continue;
        }
        course.standing_still.push_back({step, seen.event->party, moment_of(seen)});
        for (Clock& clock : course.result.clocks) {
            if (!clock.running() || course.place(*clock.step) != step || !parties_meet(clock.party, seen.event->party)) continue;
            clock.suspensions.push_back({moment_of(seen), std::nullopt});
            count_again(course, clock);
        }
    }
}

void resume(Course& course, const SeenEvent& seen, const EventType& type) {
    if (type.resumes.empty()) return;
    const auto ends = [&](const StandingStill& of) {
        return contains(type.resumes, of.step) && parties_meet(of.party, seen.event->party);
    };
    if (std::erase_if(course.standing_still, ends) == 0)
        return course.find(FindingCode::resumed_without_suspension, seen.index, no_event, &course.step(type.resumes.front()));
    for (Clock& clock : course.result.clocks) {
        if (!clock.running() || !clock.in_abeyance() || !contains(type.resumes, course.place(*clock.step))) continue;
        if (!parties_meet(clock.party, seen.event->party)) continue;
        clock.suspensions.back().until = moment_of(seen);
        count_again(course, clock);
    }
}

void open_in_abeyance(const Course& course, int step, Clock& clock) {
    for (const StandingStill& of : course.standing_still)
        if (of.step == step && parties_meet(of.party, clock.party)) clock.suspensions.push_back({of.by, std::nullopt});
}

}  // namespace comity::law
