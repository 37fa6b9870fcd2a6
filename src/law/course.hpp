#pragma once

#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "law/evaluate.hpp"
#include "law/event_order.hpp"

namespace comity::law {

// The course of one case while its events are taken one by one: what evaluate() works on.
struct Course {
    const Mechanism& mechanism;
    std::span<const Event> events;
    base::Day on;
    Evaluation result;
    std::vector<SeenEvent> order;
    std::optional<base::Date> filed;
    int last_step = -1;  // main step in which the case was last
    bool ended_provisionally = false;
    std::span<const Member> members;
    std::vector<std::string_view> settled;  // assertions that an event has ended
    std::vector<std::size_t> waiting;       // places of events that have no effect yet
    std::deque<Event> late;                 // events that had their effect on a later day than their own, with that day

    Course(const Mechanism& of, std::span<const Event> given, base::Day day) : mechanism(of), events(given), on(day) {}
    const Step& step(int at) const { return mechanism.steps[static_cast<std::size_t>(at)]; }
    int place(const Step& of) const { return static_cast<int>(&of - mechanism.steps.data()); }
    void find(FindingCode code, int event, int other = no_event, const Step* of = nullptr) {
        result.findings.push_back({code, event, other, of});
    }
};

// Whether the event at this place in the order has its effect now, with all that it needs.
bool has_its_needs(const Course& course, std::size_t place);
// Whether it settles only a part of the matter; notes the assertions that it ends.
bool settles_a_part(Course& course, const SeenEvent& seen);

// Opens a clock of the step; moment.event is no_event where time that ran out opens it.
void open_clock(Course& course, int step, Moment moment);
// Works out the due date again, with the extension.
void extend(Clock& clock, int event);
// The states of all clocks on the day, and what is to be said of their dates.
void settle(Course& course);

}  // namespace comity::law
