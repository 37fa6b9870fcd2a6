#include <algorithm>

#include "law/count.hpp"
#include "law/course.hpp"

namespace comity::law {
namespace {

bool hard(const Clock& clock) {
    if (clock.limit) return clock.limit->strength == Strength::hard;
    return std::ranges::all_of(clock.readings, [](const Reading& of) { return of.limit->strength == Strength::hard; });
}

int days_between(base::Day from, base::Day to) { return static_cast<int>((to - from).count()); }

ClockState past(const Clock& clock, bool met) {
    if (!hard(clock)) return ClockState::past_target;
    if (!met && clock.domestic()) return ClockState::elapsed;
    return met ? ClockState::met_late : ClockState::late;
}

// From the first day on which it can have been due to the last; equal where the due date is known.
void settle_by(const Course& course, Clock& clock, base::Day earliest, base::Day latest) {
    if (!clock.met_by) {
        if (clock.due) clock.days_late = days_between(*clock.due, course.on);
        if (course.on > latest)
            clock.state = past(clock, false);
        else
            clock.state = course.on <= earliest ? ClockState::open : ClockState::untimed;
        if (clock.state == ClockState::elapsed) clock.days_late.reset();
        return;
    }
    const auto& met = clock.met_by->date;
    clock.state = ClockState::untimed;
    if (!met) return;
    if (met->last() <= earliest)
        clock.state = ClockState::met;
    else if (met->first() > latest)
        clock.state = past(clock, true);
    if (clock.due && met->day()) clock.days_late = days_between(*clock.due, *met->day());
}

void settle_one(const Course& course, Clock& clock) {
    if (clock.state == ClockState::elapsed) return;
    const auto earliest = clock.due ? clock.due : clock.earliest_due;
    const auto latest = clock.due ? clock.due : clock.latest_due;
    const bool timed = (clock.limit && clock.limit->unit != Unit::none) || !clock.readings.empty();
    if (clock.superseded_by)
        clock.state = ClockState::superseded;
    else if (clock.missing == Missing::in_abeyance)  // what stands still can be met, but not too late
        clock.state = clock.met_by ? ClockState::met : ClockState::suspended;
    else if (timed && earliest && latest)
        settle_by(course, clock, *earliest, *latest);
    else
        clock.state = clock.in_abeyance() && !clock.met_by ? ClockState::suspended : ClockState::untimed;
}

// A date that is later than the rule allows is reported, never made to fit.
void judge(Course& course, Clock& clock) {
    if (clock.announcement != no_event && clock.due && clock.announced->day() && *clock.announced->day() != *clock.due) {
        clock.unexplained = true;
        course.find(FindingCode::announced_due_differs, clock.announcement, clock.opened_by.event, clock.step);
    }
    if (clock.state != ClockState::met_late || !clock.explanations.empty()) return;
    if (clock.limit && clock.limit->extension && !clock.extended && clock.counted_from && clock.met_by->date) {
        const Extension& extension = *clock.limit->extension;
        const auto extended = extension.number == 0 ? std::nullopt
                                                    : count(*clock.limit, clock.calendar, extension.number, *clock.counted_from,
                                                            abeyances_of(clock, Vague::longest));
        if (extension.number == 0 || (extended && clock.met_by->date->last() <= extended->due)) {
            course.find(FindingCode::extension_not_on_record, clock.met_by->event, clock.opened_by.event, clock.step);
            return;
        }
    }
    clock.unexplained = true;
    course.find(FindingCode::unexplained_date, clock.met_by->event, clock.opened_by.event, clock.step);
}

Confidence confidence_of_count(const Clock& clock, const Limit& limit, const Calendar* calendar) {
    Confidence weakest = limit.authority.confidence;
    const bool in_working_days = limit.unit == Unit::working;
    if (!calendar || (!in_working_days && limit.roll == Roll::none)) return weakest;
    weakest = weaker(weakest, calendar->authority().confidence);
    const auto end = clock.due ? clock.due : clock.latest_due;
    if (!end || !clock.opened_by.date) return weakest;
    const base::Day start = clock.counted_from.value_or(clock.opened_by.date->first());
    // A sum that was rolled used the days off from its raw last day on.
    if (!in_working_days && clock.raw_last_day)
        return weaker(weakest, calendar->confidence_of_days_off(*clock.raw_last_day - std::chrono::days{1}, *end));
    if (!in_working_days) return weakest;
    base::Day from = start;
    for (const Abeyance& abeyance : abeyances_of(clock, Vague::shortest)) {
        if (abeyance.until <= from || abeyance.after >= *end) continue;
        weakest = weaker(weakest, calendar->confidence_of_days_off(from, std::max(from, abeyance.after)));
        from = abeyance.until;
    }
    return weaker(weakest, calendar->confidence_of_days_off(from, *end));
}

void set_confidence(Clock& clock) {
    clock.confidence = clock.step->authority.confidence;
    if (clock.limit) clock.confidence = weaker(clock.confidence, confidence_of_count(clock, *clock.limit, clock.calendar));
    for (const Reading& reading : clock.readings)
        clock.confidence =
            weaker(clock.confidence, confidence_of_count(clock, *reading.limit, calendar_for(*reading.limit, clock.party)));
    if (clock.extended) clock.confidence = weaker(clock.confidence, clock.limit->extension->authority.confidence);
}

}  // namespace

void settle(Course& course) {
    Evaluation& result = course.result;
    for (Clock& clock : result.clocks) {
        settle_one(course, clock);
        judge(course, clock);
        set_confidence(clock);
        result.confidence = weaker(result.confidence, clock.confidence);
    }
    if (result.outcome) result.confidence = weaker(result.confidence, result.outcome->authority.confidence);
}

}  // namespace comity::law
