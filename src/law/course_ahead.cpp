#include "law/course_ahead.hpp"

#include <algorithm>

#include "law/course.hpp"

namespace comity::law {
namespace {

constexpr std::string_view expiry = "expiry";

bool contains(const std::vector<int>& list, int item) { return std::ranges::find(list, item) != list.end(); }

const EventType& type_at(const Mechanism& mechanism, int at) { return mechanism.event_types[static_cast<std::size_t>(at)]; }

std::optional<base::Day> given_end(const Opening& opening, int step) {
    const auto at = std::ranges::find(opening.ends, step, &std::pair<int, base::Day>::first);
    return at == opening.ends.end() ? std::nullopt : std::optional(at->second);
}

std::vector<Onward> onward_from(const Mechanism& mechanism, const Step& step) {
    std::vector<Onward> onward;
    for (const int at : step.closes) {
        const EventType& type = type_at(mechanism, at);
        Onward& added = onward.emplace_back(Onward{type.id, type.opens, type.ends});
        std::ranges::sort(added.opens);
    }
    if (step.expiry_opens >= 0) onward.push_back({expiry, {step.expiry_opens}, -1});
    if (step.expiry_ends) onward.push_back({expiry, {}, step.if_ended});
    return onward;
}

// The clock of one step, opened as a case would open it; none where the step is not in force on that day.
std::optional<Clock> opened(const Mechanism& mechanism, CourseAhead& ahead, const Opening& opening, int step, Moment moment) {
    Event event{.type = moment.type, .date = moment.date, .party = opening.party};
    const base::Day on = moment.date ? moment.date->first() : opening.day;
    Course course(mechanism, {&event, 1}, on);
    if (opening.filed) course.filed = base::Date(*opening.filed);
    if (moment.type != expiry) moment.event = 0;
    open_clock(course, step, moment, opening.party);
    if (course.result.clocks.empty()) return std::nullopt;
    Clock clock = std::move(course.result.clocks.front());
    if (moment.event == 0) {
        clock.opened_by.event = static_cast<int>(ahead.events.size());
        ahead.events.push_back(event);
    }
    return clock;
}

void extend_if_asked(const Mechanism& mechanism, CourseAhead& ahead, const Opening& opening, int step, Clock& clock) {
    if (!contains(opening.extended, step)) return;
    if (!clock.limit || !clock.limit->extension || !clock.due) {
        ahead.unused.push_back(step);
        return;
    }
    const int notice = static_cast<int>(ahead.events.size());
    ahead.events.push_back(
        {.type = type_at(mechanism, clock.limit->extension->on).id, .party = opening.party, .by = clock.limit->extension->by});
    extend(Course(mechanism, ahead.events, opening.day), clock, notice);
}

// How the clock stands at its end: on the day on which it opened where no other is given, so that nobody is called late.
void settle_alone(const Mechanism& mechanism, CourseAhead& ahead, Clock& clock, base::Day on) {
    Course course(mechanism, ahead.events, on);
    course.result.clocks.push_back(std::move(clock));
    settle(course);
    clock = std::move(course.result.clocks.front());
    if (!clock.met_by) clock.days_late.reset();
    clock.unexplained = false;  // what is only supposed needs no explanation
}

void set_end(const Mechanism& mechanism, CourseAhead& ahead, const Opening& opening, ClockAhead& added) {
    Clock& clock = added.clock;
    const int step = static_cast<int>(clock.step - mechanism.steps.data());
    const auto given = given_end(opening, step);
    base::Day on = clock.opened_by.date ? clock.opened_by.date->first() : opening.day;
    if (given && clock.step->closes.empty()) ahead.unused.push_back(step);
    added.ends_too_early = given && clock.opened_by.date && *given < on;
    if (given && !clock.step->closes.empty() && !added.ends_too_early) {
        // Which of several events it was is not said, and does not matter to the clock.
        std::string_view event;
        if (clock.step->closes.size() == 1) event = type_at(mechanism, clock.step->closes.front()).id;
        clock.met_by = Moment{event, base::Date(*given), static_cast<int>(ahead.events.size())};
        ahead.events.push_back({.type = event, .date = base::Date(*given), .party = opening.party});
        std::erase_if(added.onward, [](const Onward& o) { return o.event == expiry; });
        added.ends = given;
        added.ends_by = EndsBy::given;
        on = *given;
    } else if (clock.due) {
        added.ends = clock.due;
        added.ends_by = EndsBy::due;
    }
    settle_alone(mechanism, ahead, clock, on);
}

std::vector<Way> ways_to(const Mechanism& mechanism, const CourseAhead& ahead, int step) {
    std::vector<Way> ways;
    for (std::size_t from = 0; from < ahead.clocks.size(); ++from) {
        const ClockAhead& before = ahead.clocks[from];
        if (before.clock.step - mechanism.steps.data() >= step) continue;
        for (const Onward& onward : before.onward)
            if (contains(onward.opens, step)) ways.push_back({from, onward.event, before.ends});
    }
    const auto last = std::ranges::max_element(ways, {}, &Way::day);
    if (last != ways.end()) std::rotate(ways.begin(), last, last + 1);
    return ways;
}

}  // namespace

bool is_filing(const Mechanism& mechanism, std::string_view event) {
    const std::vector<int>& first = mechanism.steps.front().opens;
    return !first.empty() && type_at(mechanism, first.front()).id == event;
}

CourseAhead course_ahead(const Mechanism& mechanism, const Opening& asked) {
    Opening opening = asked;
    if (is_filing(mechanism, opening.event)) opening.filed = opening.day;
    CourseAhead ahead;
    for (int step = opening.step; step < static_cast<int>(mechanism.steps.size()); ++step) {
        Moment moment{opening.event, base::Date(opening.day), no_event};
        std::vector<Way> ways;
        if (step != opening.step) {
            ways = ways_to(mechanism, ahead, step);
            if (ways.empty()) continue;
            moment = {ways.front().event, std::nullopt, no_event};
            if (ways.front().day) moment.date = base::Date(*ways.front().day);
        }
        auto clock = opened(mechanism, ahead, opening, step, moment);
        if (!clock) continue;
        ClockAhead added{.clock = *std::move(clock), .ways = std::move(ways)};
        added.onward = onward_from(mechanism, *added.clock.step);
        extend_if_asked(mechanism, ahead, opening, step, added.clock);
        set_end(mechanism, ahead, opening, added);
        ahead.clocks.push_back(std::move(added));
    }
    const auto reached = [&](int step) {
        return std::ranges::any_of(
            ahead.clocks, [&](const ClockAhead& c) { return c.clock.step == &mechanism.steps[static_cast<std::size_t>(step)]; });
    };
    for (const auto& [step, day] : opening.ends)
        if (!reached(step)) ahead.unused.push_back(step);
    for (const int step : opening.extended)
        if (!reached(step)) ahead.unused.push_back(step);
    return ahead;
}

bool depends_on_opener(const Mechanism& mechanism, const Step& step) {
    return std::ranges::any_of(step.limits,
                               [&](int at) { return !mechanism.limits[static_cast<std::size_t>(at)].opened_by.empty(); });
}

}  // namespace comity::law
