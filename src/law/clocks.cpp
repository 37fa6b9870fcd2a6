#include <algorithm>

#include "law/count.hpp"
#include "law/course.hpp"

namespace comity::law {
namespace {

int opening_type(const Course& course, const Moment& moment) {
    return moment.event == no_event ? -1 : event_type(course.mechanism, moment.type);
}

// The date after which a limit of the clock is counted.
const base::Date& start_of(const Course& course, const Clock& clock, const Limit& limit) {
    if (limit.counted_from == CountedFrom::document && clock.opened_by.event != no_event) {
        const Event& event = course.events[static_cast<std::size_t>(clock.opened_by.event)];
        if (event.document_date) return *event.document_date;
    }
    return *clock.opened_by.date;
}

// A count from a date that may be vague, over suspensions whose dates may be.
struct Sum {
    Missing missing = Missing::nothing;
    std::optional<Count> earliest, latest;  // the same where nothing is vague
    bool exact() const { return missing == Missing::nothing && earliest->due == earliest->latest; }
};

// Whether a suspension that lasts has stopped what would be due by then.
bool stopped(const Suspension& lasting, const std::optional<Count>& otherwise) {
    return !otherwise || !lasting.by.date || lasting.by.date->first() < otherwise->latest;
}

Sum sum(const Course& course, const Clock& clock, const Limit& limit, int number) {
    const base::Date& start = start_of(course, clock, limit);
    const Calendar* calendar = calendar_for(limit, clock.party);
    Sum sum;
    if (clock.suspensions.empty()) {
        sum.earliest = count(limit, calendar, number, start.first());
        sum.latest = start.day() ? sum.earliest : count(limit, calendar, number, start.last());
        if (!start.day()) sum.missing = Missing::opening_date;
    } else {
        sum.earliest = count(limit, calendar, number, start.first(), abeyances_of(clock, Vague::shortest));
        sum.latest = count(limit, calendar, number, start.last(), abeyances_of(clock, Vague::longest));
        const bool known = std::ranges::all_of(clock.suspensions, [&](const Suspension& of) {
            return of.by.date && of.by.date->day() && (!of.until || (of.until->date && of.until->date->day()));
        });
        const bool dated = std::ranges::all_of(clock.suspensions,
                                               [](const Suspension& of) { return of.by.date && (!of.until || of.until->date); });
        if (!start.day()) sum.missing = Missing::opening_date;
        if (!known) sum.missing = Missing::abeyance_day;
        if (!dated) sum.earliest = sum.latest = std::nullopt;
        if (clock.in_abeyance() && stopped(clock.suspensions.back(), sum.latest)) sum.missing = Missing::in_abeyance;
    }
    if (sum.missing == Missing::nothing && (!sum.earliest || !sum.latest)) sum.missing = Missing::known_days;
    return sum;
}

void set_due(const Course& course, Clock& clock) {
    const Limit& limit = *clock.limit;
    const int number = clock.extended ? limit.extension->number : limit.number;
    clock.missing = Missing::nothing;
    clock.raw_last_day = clock.due = clock.earliest_due = clock.latest_due = std::nullopt;
    if (limit.unit == Unit::none) return;
    if (number == 0) {
        clock.missing = Missing::no_upper_limit;
        return;
    }
    const Sum counted = sum(course, clock, limit, number);
    clock.missing = counted.missing;
    if (counted.exact()) {
        clock.raw_last_day = counted.earliest->raw_last_day;
        clock.due = counted.earliest->due;
        return;
    }
    if (counted.missing == Missing::in_abeyance || counted.missing == Missing::known_days) return;
    if (counted.missing == Missing::nothing) clock.missing = Missing::month_reading;
    if (counted.earliest) clock.earliest_due = counted.earliest->due;
    if (counted.latest) clock.latest_due = counted.latest->latest;
}

// Where no limit gives way: what each would give. Neither is chosen; the case is late only once it would be under all of them.
void set_readings(const Course& course, Clock& clock) {
    clock.earliest_due = clock.latest_due = std::nullopt;
    bool bounded = true;
    for (Reading& reading : clock.readings) {
        reading.due.reset();
        if (reading.limit->unit == Unit::none) {
            bounded = false;
            continue;
        }
        const Sum counted = sum(course, clock, *reading.limit, reading.limit->number);
        if (counted.exact()) reading.due = counted.earliest->due;
        bounded = bounded && counted.earliest && counted.latest && counted.missing != Missing::in_abeyance;
        if (!bounded) continue;
        clock.earliest_due = std::min(clock.earliest_due.value_or(counted.earliest->due), counted.earliest->due);
        clock.latest_due = std::max(clock.latest_due.value_or(counted.latest->latest), counted.latest->latest);
    }
    if (!bounded) clock.earliest_due = clock.latest_due = std::nullopt;
}

void set_limit(Course& course, Clock& clock) {
    const int type = opening_type(course, clock.opened_by);
    const auto filed = course.filed ? course.filed->day() : std::nullopt;
    const auto& date = clock.opened_by.date;
    if (!date) {
        clock.missing = Missing::opening_date;
        return;
    }
    const Rule rule = rule_for(course.mechanism, *clock.step, type, filed, date->first());
    if (!date->day() && rule != rule_for(course.mechanism, *clock.step, type, filed, date->last())) {
        clock.missing = Missing::opening_date;  // the rule changed within the month or the year
        return;
    }
    const auto version_of = [&](const Limit& limit) {
        return &course.mechanism.versions[static_cast<std::size_t>(limit.version)];
    };
    if (!rule.rivals.empty()) {
        clock.missing = Missing::conflicting_rules;
        for (const Limit* rival : rule.rivals) clock.readings.push_back({rival, version_of(*rival), std::nullopt});
        course.find(FindingCode::conflicting_rules, clock.opened_by.event, no_event, clock.step);
        return;
    }
    if (!rule.limit) {
        clock.missing = Missing::rule;
        return;
    }
    clock.limit = rule.limit;
    clock.version = version_of(*rule.limit);
    clock.calendar = calendar_for(*rule.limit, clock.party);
    clock.counted_from = start_of(course, clock, *rule.limit).day();
}

}  // namespace

void count_again(const Course& course, Clock& clock) {
    if (clock.limit) set_due(course, clock);
    if (!clock.readings.empty()) set_readings(course, clock);
}

void open_clock(Course& course, int at, Moment moment, std::string_view party) {
    const Step& step = course.step(at);
    const Span& span = step.authority.in_force;
    if (moment.date && (span.from || span.to) && !span.holds(moment.date->first())) return;
    Clock clock;
    clock.step = &step;
    clock.opened_by = moment;
    clock.party = party;
    if (!step.parties.empty() && std::ranges::find(step.parties, clock.party) == step.parties.end()) return;
    set_limit(course, clock);
    open_in_abeyance(course, at, clock);
    count_again(course, clock);
    if (step.track == Track::main) course.last_step = at;
    course.result.clocks.push_back(std::move(clock));
}

void extend(const Course& course, Clock& clock, int event) {
    clock.extended = true;
    clock.extension_event = event;
    const auto& stated = course.events[static_cast<std::size_t>(event)].stated;
    if (clock.limit->extension->number == 0 && stated) {  // the only date there is
        clock.announcement = event;
        clock.announced = stated;
    }
    count_again(course, clock);
}

void take_notice(Course& course, Clock& clock, const SeenEvent& seen) {
    const Extension& extension = *clock.limit->extension;
    const auto find = [&](FindingCode code) { course.find(code, seen.index, clock.opened_by.event, clock.step); };
    const auto first_end = clock.due ? clock.due : clock.earliest_due;
    const auto last_end = clock.due ? clock.due : clock.latest_due;
    const bool standing_still = clock.missing == Missing::in_abeyance;
    if (!seen.event->date || (!standing_still && !first_end)) return;
    if (!extension.by.empty() && seen.event->by != extension.by) return find(FindingCode::extension_not_by_officer);
    if (standing_still || seen.last <= *first_end) {
        extend(course, clock, seen.index);
    } else if (last_end && seen.first > *last_end) {
        find(FindingCode::late_extension);
    }
}

}  // namespace comity::law
