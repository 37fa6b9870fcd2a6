#include <algorithm>

#include "law/count.hpp"
#include "law/course.hpp"

namespace comity::law {
namespace {

int opening_type(const Course& course, const Moment& moment) {
    return moment.event == no_event ? -1 : event_type(course.mechanism, moment.type);
}

void set_due(Clock& clock, int number) {
    const auto counted = count(*clock.limit, number, *clock.counted_from);
    if (!counted) {
        clock.missing = Missing::known_days;
    } else if (counted->latest != counted->due) {
        clock.missing = Missing::month_reading;
        clock.earliest_due = counted->due;
        clock.latest_due = counted->latest;
    } else {
        clock.raw_last_day = counted->raw_last_day;
        clock.due = counted->due;
    }
}

// A clock whose opening is known to the month or the year: the earliest and the latest day that it can mean.
void set_bounds(Clock& clock, const base::Date& opened) {
    clock.missing = Missing::opening_date;
    if (!clock.limit || clock.limit->unit == Unit::none) return;
    const auto first = count(*clock.limit, clock.limit->number, opened.first());
    const auto last = count(*clock.limit, clock.limit->number, opened.last());
    if (first) clock.earliest_due = first->due;
    if (last) clock.latest_due = last->latest;
}

void set_limit(const Course& course, Clock& clock) {
    const int type = opening_type(course, clock.opened_by);
    const auto filed = course.filed ? course.filed->day() : std::nullopt;
    const auto& date = clock.opened_by.date;
    if (!date) {
        clock.missing = Missing::opening_date;
        return;
    }
    clock.limit = limit_for(course.mechanism, *clock.step, type, filed, date->first());
    if (clock.limit != limit_for(course.mechanism, *clock.step, type, filed, date->last())) {
        clock.limit = nullptr;  // the rule changed within the month or the year
        clock.missing = Missing::opening_date;
        return;
    }
    if (!clock.limit) {
        clock.missing = Missing::rule;
        return;
    }
    clock.version = &course.mechanism.versions[static_cast<std::size_t>(clock.limit->version)];
    const bool has_document = clock.opened_by.event != no_event &&
                              course.events[static_cast<std::size_t>(clock.opened_by.event)].document_date.has_value();
    const base::Date from = clock.limit->counted_from == CountedFrom::document && has_document
                                ? *course.events[static_cast<std::size_t>(clock.opened_by.event)].document_date
                                : *date;
    clock.counted_from = from.day();
    if (clock.limit->unit == Unit::none) return;
    if (clock.counted_from)
        set_due(clock, clock.limit->number);
    else
        set_bounds(clock, from);
}

bool soft(const Clock& clock) { return clock.limit->strength != Strength::hard; }
int days_between(base::Day from, base::Day to) { return static_cast<int>((to - from).count()); }

ClockState past(const Clock& clock, bool met) {
    if (soft(clock)) return ClockState::past_target;
    return met ? ClockState::met_late : ClockState::late;
}

// From the first day on which it can have been due to the last; equal where the due date is known.
void settle_by(Course& course, Clock& clock, base::Day earliest, base::Day latest) {
    if (!clock.met_by) {
        if (clock.due) clock.days_late = days_between(*clock.due, course.on);
        if (course.on > latest)
            clock.state = past(clock, false);
        else
            clock.state = course.on <= earliest ? ClockState::open : ClockState::untimed;
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

void settle_one(Course& course, Clock& clock) {
    if (clock.state == ClockState::elapsed) return;
    if (clock.superseded_by) {
        clock.state = ClockState::superseded;
    } else if (!clock.limit || clock.limit->unit == Unit::none) {
        clock.state = ClockState::untimed;
    } else if (clock.due) {
        settle_by(course, clock, *clock.due, *clock.due);
    } else if (clock.earliest_due && clock.latest_due) {
        settle_by(course, clock, *clock.earliest_due, *clock.latest_due);
    } else {
        clock.state = ClockState::untimed;
    }
}

// A date that is later than the rule allows is reported, never made to fit.
void judge(Course& course, Clock& clock) {
    if (clock.announcement != no_event && clock.due && clock.announced->day() && *clock.announced->day() != *clock.due) {
        clock.unexplained = true;
        course.find(FindingCode::announced_due_differs, clock.announcement, clock.opened_by.event, clock.step);
    }
    if (clock.state != ClockState::met_late || !clock.explanations.empty()) return;
    if (clock.limit->extension && !clock.extended && clock.counted_from && clock.met_by->date) {
        const auto extended = count(*clock.limit, clock.limit->extension->number, *clock.counted_from);
        if (extended && clock.met_by->date->last() <= extended->due) {
            course.find(FindingCode::extension_not_on_record, clock.met_by->event, clock.opened_by.event, clock.step);
            return;
        }
    }
    clock.unexplained = true;
    course.find(FindingCode::unexplained_date, clock.met_by->event, clock.opened_by.event, clock.step);
}

}  // namespace

void open_clock(Course& course, int at, Moment moment) {
    const Step& step = course.step(at);
    const Span& span = step.authority.in_force;
    if (moment.date && (span.from || span.to) && !span.holds(moment.date->first())) return;
    Clock clock;
    clock.step = &step;
    clock.opened_by = moment;
    if (moment.event != no_event) clock.party = course.events[static_cast<std::size_t>(moment.event)].party;
    set_limit(course, clock);
    if (step.track == Track::main) course.last_step = at;
    course.result.clocks.push_back(std::move(clock));
}

void extend(Clock& clock, int event) {
    clock.extended = true;
    clock.extension_event = event;
    set_due(clock, clock.limit->extension->number);
}

void settle(Course& course) {
    for (Clock& clock : course.result.clocks) {
        settle_one(course, clock);
        judge(course, clock);
    }
}

}  // namespace comity::law
