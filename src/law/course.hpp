#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "law/evaluate.hpp"
#include "law/event_order.hpp"

namespace comity::law {

// A step that an event has put in abeyance, whether a clock of it runs or not.
struct StandingStill {
    int step;
    std::string_view party;
    Moment by;
};

inline bool parties_meet(std::string_view a, std::string_view b) { return a.empty() || b.empty() || a == b; }

// The course of one case while its events are taken one by one: what evaluate() works on.
struct Course {
    const Mechanism& mechanism;
    std::span<const Event> events;
    base::Day on;
    Evaluation result;
    std::vector<SeenEvent> order;
    std::vector<StandingStill> standing_still;
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

// Opens a clock of the step, of the Party that it concerns; moment.event is no_event where time that ran out opens it.
void open_clock(Course& course, int step, Moment moment, std::string_view party);
// Works out the due date, with the extension and the suspensions that the clock has.
void count_again(const Course& course, Clock& clock);
// Works out the due date with the limit's extension, of which the event gives valid notice.
void extend(const Course& course, Clock& clock, int event);
// A notice of the limit's extension: prolongs the clock if it came within the time and from whom the law names.
void take_notice(Course& course, Clock& clock, const SeenEvent& seen);
void suspend(Course& course, const SeenEvent& seen, const EventType& type);
void resume(Course& course, const SeenEvent& seen, const EventType& type);
void open_in_abeyance(const Course& course, int step, Clock& clock);
// The states of all clocks on the day, and what is to be said of their dates.
void settle(Course& course);

}  // namespace comity::law
