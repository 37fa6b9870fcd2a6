#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "law/mechanism.hpp"

namespace comity::law {

// One event of a case, as the record has it. The views must live as long as the evaluation.
struct Event {
    std::string_view type;
    std::optional<base::Date> date;           // when it happened or was received; empty: not known
    std::optional<base::Date> document_date;  // the date that its document bears, where that differs
    std::optional<base::Date> stated;         // the due date or the new date that it announces
    std::string_view party;                   // the Party (or Minister, or office) that it concerns
    bool partial = false;                     // it settles only a part of the matter
    std::string_view by;  // the office, person or filer that did it; the actor's id where the law asks for that officer
    std::span<const std::string> assertions;  // the assertions or laws that it concerns; empty: the whole
};

inline constexpr int no_event = -1;

// One of several who stand on a case as the same actor: a joint filer.
struct Member {
    std::string_view actor;  // id in the mechanism
    std::string_view name;   // as Event::by has it
};

// What opened or ended a clock.
struct Moment {
    std::string_view type;           // an event type, or "expiry" where time ran out
    std::optional<base::Date> date;  // empty: not known
    int event = no_event;            // index in the events given
};

enum class ClockState : std::uint8_t {
    open,
    met,
    late,         // hard limit past, not met
    met_late,     // hard limit past when it was met
    past_target,  // a softer limit past, whether met since or not
    elapsed,      // a period that ran out; nobody was bound to act in it
    superseded,   // another event overtook it
    untimed,      // the law sets no limit (met_by says whether it has ended), or what is missing keeps it from being counted
    suspended,    // in abeyance: it doesn't run, and nobody is bound to act
};
// "open", "met", "late", "met-late", "past-target", "elapsed", "superseded", "untimed", "suspended"
std::string_view code(ClockState state);

// What keeps a due date from being worked out.
enum class Missing : std::uint8_t {
    nothing,
    opening_event,      // no event on the record opened the step
    opening_date,       // it is not known to the day
    rule,               // no rule was in force
    month_reading,      // the law does not say which day ends the month
    known_days,         // outside the days that calendars know
    conflicting_rules,  // several hold and none gives way: see Clock::readings
    in_abeyance,        // it is suspended, and nothing on the record lets it run on
    abeyance_day,       // the day of a suspension or resumption is not known
    no_upper_limit,     // a valid notice prolonged it without an end
};
std::string_view code(Missing missing);

// Time in which a clock does not run. The day on which something happens is not counted in what it starts: the day of the event
// that suspends still counts, the day of the one that resumes does not. The days in abeyance are those after `by`, up to and
// including `until`. A clock in calendar days, months or years is pushed by as many days; one in working days goes on with the
// first working day after `until`; a suspension on the last day comes too late to move it. A step that opens while it is in
// abeyance is so from its opening. On one day a resumption is taken first and a suspension last.
struct Suspension {
    Moment by;
    std::optional<Moment> until;  // empty: it lasts
};

// What one of several limits would give that hold where none gives way to another.
struct Reading {
    const Limit* limit;
    const Version* version;
    std::optional<base::Day> due;  // empty: the limit has no number, or a date is not known to the day
};

struct Clock {
    const Step* step = nullptr;
    const Limit* limit = nullptr;        // null where the date that picks the version is not known, or where the rules conflict
    const Version* version = nullptr;    // of the limit
    const Calendar* calendar = nullptr;  // on which it is counted: that of its Party, where the limit names one
    std::string_view party;              // from the opening event
    Moment opened_by;
    std::optional<Moment> met_by;
    std::optional<Moment> superseded_by;
    std::optional<base::Day> counted_from;  // the day after which the count begins
    std::optional<base::Day> raw_last_day;  // before it was rolled forward
    std::optional<base::Day> due;
    std::optional<base::Day> earliest_due;  // bounds, where the opening date is vague or the month has two readings
    std::optional<base::Day> latest_due;
    Missing missing = Missing::nothing;
    std::vector<Reading> readings;        // two or more where rules conflict; otherwise empty
    std::vector<Suspension> suspensions;  // in their order
    bool extended = false;
    int extension_event = no_event;
    ClockState state = ClockState::open;
    std::optional<int> days_late;   // calendar days from due to the day it was met, or to the day asked about; negative: early
    std::vector<int> explanations;  // events that explain a delay; they move nothing
    int announcement = no_event;    // event that published a due date for it
    std::optional<base::Date> announced;
    bool unexplained = false;  // the dates on the record fit no rule
    // The weakest link of its proof: step, limit, extension, calendar, and each day off by which it was counted.
    Confidence confidence = Confidence::verified;

    // The law says that this Party's own bodies act in it; whether they did is not for this record to know, so nobody is late.
    bool domestic() const { return version && version->rank == Rank::domestic; }
    bool in_abeyance() const { return !suspensions.empty() && !suspensions.back().until; }
    bool running() const { return !met_by && !superseded_by && state != ClockState::elapsed; }
};

enum class FindingCode : std::uint8_t {
    missing_opener,  // a step ended whose opening is not on the record
    out_of_order,    // a step's opening is dated after its end
    vague_date,      // known only to the month or the year
    unknown_date,
    unexplained_date,         // later than any rule allows, and no explanation is on the record
    extension_not_on_record,  // late for the limit, in time for the extended one, of which there is no notice
    announced_due_differs,
    late_extension,  // the notice came after the limit had run out
    after_the_end,   // the case had ended
    went_on,         // it went on after an event that ends it unless contested
    partial_outcome,
    merged,
    silence,  // a time for an answer ran out, none is on the record
    duplicate,
    unknown_type,
    outside_regime,            // filed on a day that the mechanism does not govern
    not_filed,                 // no filing on the record
    needs_missing,             // it has no effect before another event, which is not on the record
    needs_all,                 // it has no effect before all who stand there have done it
    extension_not_by_officer,  // someone else gave the notice than the officer whose own notice alone counts
    resumed_without_suspension,
    already_suspended,
    conflicting_rules,  // several limits hold and none gives way
};
std::string_view code(FindingCode code);

struct Finding {
    FindingCode code;
    int event = no_event;
    int other_event = no_event;
    const Step* step = nullptr;
};
base::Text describe(const Mechanism& mechanism, std::span<const Event> events, const Finding& finding);

struct Turn {
    const Step* step;
    std::string_view actor;  // "party" stands for the Party of the case
    int clock;               // index of its clock
};

// What someone holds the effect of another event to be. It moves nothing by itself.
struct Position {
    int event = no_event;  // that states it
    int on = no_event;     // the event that it is about; no_event: not on the record by then
};

struct Evaluation {
    const Mechanism* mechanism = nullptr;
    const Stage* stage = nullptr;  // null before the filing; the stage "ended" once it has
    std::vector<Turn> turns;       // who must act; empty once the case has ended
    std::vector<Clock> clocks;     // in the order in which they opened
    std::vector<Finding> findings;
    std::vector<Position> positions;
    const Outcome* outcome = nullptr;              // how it ended, where that follows from the record
    Confidence confidence = Confidence::verified;  // the weakest of its clocks and its outcome
    std::optional<Moment> ended_by;
    bool ended = false;
    std::vector<int> order;  // the events that were seen, in the order in which they were taken
};

// The state of a case on a day. Events after the day are not seen; a vague date is seen from its last possible day on. An event
// without a date stands where the process puts it, and is seen once every dated event before it is. The answer does not depend on
// the order in which events are given. Members matter to events that all of an actor's members must do; those who have done
// something on the case by then are members as well.
Evaluation evaluate(const Mechanism& mechanism, std::span<const Event> events, base::Day on,
                    std::span<const Member> members = {});

// The count of a clock that has a due date: each day that was skipped, by name. In a count of working days these are all days off
// between opening and due date, without those in abeyance; in other counts the days off over which the last day was rolled.
struct SkippedDay {
    base::Day day;
    const DayOff* why;
};
std::vector<SkippedDay> skipped_days(const Clock& clock);
// Whether the day is one of those in abeyance, so far as they are known.
bool stands_still(const Clock& clock, base::Day day);

}  // namespace comity::law
