#pragma once

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

    Course(const Mechanism& of, std::span<const Event> given, base::Day day) : mechanism(of), events(given), on(day) {}
    const Step& step(int at) const { return mechanism.steps[static_cast<std::size_t>(at)]; }
    int place(const Step& of) const { return static_cast<int>(&of - mechanism.steps.data()); }
    void find(FindingCode code, int event, int other = no_event, const Step* of = nullptr) {
        result.findings.push_back({code, event, other, of});
    }
};

// Opens a clock of the step; moment.event is no_event where time that ran out opens it.
void open_clock(Course& course, int step, Moment moment);
// Works out the due date again, with the extension.
void extend(Clock& clock, int event);
// The states of all clocks on the day, and what is to be said of their dates.
void settle(Course& course);

}  // namespace comity::law
