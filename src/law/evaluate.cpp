#include "law/evaluate.hpp"

#include <algorithm>

#include "law/course.hpp"

namespace comity::law {
namespace {

bool is_main(const Clock& clock) { return clock.step->track == Track::main; }
bool contains(const std::vector<int>& list, int item) { return std::ranges::find(list, item) != list.end(); }

Moment moment_of(const SeenEvent& seen) { return {seen.event->type, seen.event->date, seen.index}; }

// Time that runs out by itself before an event of this first day: the period is over, and what its end opens opens.
void run_out(Course& course, const SeenEvent& seen, const EventType& type) {
    for (std::size_t at = 0; at < course.result.clocks.size(); ++at) {
        Clock& clock = course.result.clocks[at];
        if (clock.step->kind != StepKind::period || !clock.running() || !clock.due || !seen.event->date) continue;
        if (*clock.due >= seen.first || contains(type.closes, course.place(*clock.step))) continue;
        // Where running out ends the case and the record goes on, something is missing from the record: nothing ran out then.
        if (clock.step->expiry_ends && !type.ends_any_step) continue;
        clock.state = ClockState::elapsed;
        const Moment expiry{"expiry", base::Date(*clock.due), no_event};
        if (const int next = clock.step->expiry_opens; next >= 0) open_clock(course, next, expiry, clock.party);
    }
}

// What stands still is not overtaken by what goes on meanwhile, nor by the event that lets it run again.
bool in_abeyance(const Clock& clock, const SeenEvent& seen) {
    return !clock.suspensions.empty() && (!clock.suspensions.back().until || clock.suspensions.back().until->event == seen.index);
}

void supersede(Course& course, const SeenEvent& seen, bool everything) {
    for (Clock& clock : course.result.clocks) {
        if (!clock.running() || !parties_meet(clock.party, seen.event->party)) continue;
        if (!everything && in_abeyance(clock, seen)) continue;
        if (clock.domestic()) continue;
        // A duty beside the main course, such as an acknowledgement, is overtaken with the step that it belongs to.
        if (everything || is_main(clock) || clock.step->kind == StepKind::duty) clock.superseded_by = moment_of(seen);
    }
}

bool close_clocks(Course& course, const SeenEvent& seen, const EventType& type) {
    bool closed = false;
    for (Clock& clock : course.result.clocks) {
        if (!clock.running() || !contains(type.closes, course.place(*clock.step))) continue;
        if (!parties_meet(clock.party, seen.event->party)) continue;
        clock.met_by = moment_of(seen);
        closed = true;
        if (is_main(clock)) course.last_step = course.place(*clock.step);
    }
    return closed;
}

// The place in the order of a later event that opens the step, where nothing before this place opens it and nothing after that
// event ends it: the two are dated the wrong way round.
int opener_after(const Course& course, std::size_t place, const Step& step) {
    int opener = no_event;
    for (std::size_t at = 0; at < course.order.size(); ++at) {
        const int type = course.order[at].type;
        if (at < place && contains(step.opens, type)) return no_event;
        if (at > place && opener == no_event && contains(step.opens, type))
            opener = course.order[at].index;
        else if (at > place && opener != no_event && contains(step.closes, type))
            return no_event;
    }
    return opener;
}

// What is one step for all can end once for each: a petition that is forwarded to several Ministers.
bool ended_for_another(const Course& course, const SeenEvent& seen, const Step& step) {
    return std::ranges::any_of(course.result.clocks, [&](const Clock& clock) {
        if (clock.step != &step || !clock.party.empty() || !clock.met_by || clock.met_by->type != seen.event->type) return false;
        return clock.met_by->event != no_event &&
               !parties_meet(course.events[static_cast<std::size_t>(clock.met_by->event)].party, seen.event->party);
    });
}

// A step that ended but whose opening is not on the record: a clock that says so.
void note_missing_opener(Course& course, std::size_t place, const SeenEvent& seen, const EventType& type) {
    const auto main = std::ranges::find_if(type.closes, [&](int at) { return course.step(at).track == Track::main; });
    if (main == type.closes.end()) return;
    const Step& step = course.step(*main);
    if (ended_for_another(course, seen, step)) return;
    const int later = opener_after(course, place, step);
    if (later != no_event)
        course.find(FindingCode::out_of_order, seen.index, later, &step);
    else
        course.find(FindingCode::missing_opener, seen.index, no_event, &step);
    Clock clock;
    clock.step = &step;
    clock.party = seen.event->party;
    clock.met_by = moment_of(seen);
    clock.missing = Missing::opening_event;
    course.last_step = *main;
    course.result.clocks.push_back(std::move(clock));
}

// Events that attach to running clocks without moving the case.
void attach(Course& course, const SeenEvent& seen, const EventType& type) {
    if (type.merges) course.find(FindingCode::merged, seen.index);
    for (Clock& clock : course.result.clocks) {
        if (!clock.running() || !parties_meet(clock.party, seen.event->party)) continue;
        if (type.explains_delay && is_main(clock)) clock.explanations.push_back(seen.index);
        if (type.announces_due && is_main(clock) && seen.event->stated) {
            clock.announcement = seen.index;
            clock.announced = seen.event->stated;
        }
        if (clock.limit && clock.limit->extension && clock.limit->extension->on == seen.type) take_notice(course, clock, seen);
    }
}

void end_case(Course& course, const SeenEvent& seen, const EventType& type) {
    const int outcome = type.ends >= 0 ? type.ends : course.last_step >= 0 ? course.step(course.last_step).if_ended : -1;
    supersede(course, seen, true);
    // What is over for one of several addressees is not over for the others.
    if (std::ranges::any_of(course.result.clocks, [](const Clock& clock) { return clock.running() && is_main(clock); })) return;
    course.result.ended = true;
    course.result.outcome = outcome >= 0 ? &course.mechanism.outcomes[static_cast<std::size_t>(outcome)] : nullptr;
    course.result.ended_by = moment_of(seen);
    course.ended_provisionally = type.provisional;
}

// An event that shows that the case went on takes its end back.
void take_back_the_end(Course& course, const SeenEvent& seen) {
    if (!course.result.ended) return;
    course.find(course.ended_provisionally ? FindingCode::went_on : FindingCode::after_the_end, seen.index,
                course.result.ended_by->event);
    if (course.ended_provisionally)  // what it had overtaken was running all the time
        for (Clock& clock : course.result.clocks)
            if (clock.superseded_by && clock.superseded_by->event == course.result.ended_by->event) clock.superseded_by.reset();
    course.result.ended = false;
    course.result.outcome = nullptr;
    course.result.ended_by.reset();
}

bool is_duplicate(const Course& course, std::size_t place) {
    const SeenEvent& seen = course.order[place];
    for (std::size_t at = 0; at < place; ++at) {
        const SeenEvent& other = course.order[at];
        if (other.type == seen.type && other.event->date == seen.event->date && other.event->party == seen.event->party &&
            other.event->by == seen.event->by && std::ranges::equal(other.event->assertions, seen.event->assertions))
            return true;
    }
    return false;
}

bool moves(const EventType& type) { return type.leads_to >= 0 || !type.closes.empty() || !type.opens.empty(); }

void take_effect(Course& course, std::size_t place, const SeenEvent& seen) {
    const EventType& type = course.mechanism.event_types[static_cast<std::size_t>(seen.type)];
    attach(course, seen, type);
    resume(course, seen, type);
    suspend(course, seen, type);
    if (!moves(type)) return;
    if (settles_a_part(course, seen)) {
        course.find(FindingCode::partial_outcome, seen.index);
        if (type.ends >= 0) return;  // the rest of the matter goes on
    }
    // That the process ended is no news to a case that has ended and is known to have ended how.
    if (type.ends_any_step && course.result.ended && course.result.outcome) return;
    const bool moves_main =
        type.leads_to >= 0 || std::ranges::any_of(type.closes, [&](int at) { return course.step(at).track == Track::main; });
    if (moves_main) take_back_the_end(course, seen);
    run_out(course, seen, type);
    const bool closed = close_clocks(course, seen, type);
    if (!closed) note_missing_opener(course, place, seen, type);
    if (moves_main) supersede(course, seen, false);
    for (const int at : type.opens) open_clock(course, at, moment_of(seen), seen.event->party);
    if (type.ends >= 0 || type.ends_any_step) end_case(course, seen, type);
}

// The last event of the type before this place.
int latest(const Course& course, std::size_t place, int type) {
    int found = no_event;
    for (std::size_t at = 0; at < place; ++at)
        if (course.order[at].type == type) found = course.order[at].index;
    return found;
}

// What waited for the event at this place, or came to its effect with it.
void wake(Course& course, std::size_t place) {
    const SeenEvent now = course.order[place];
    std::erase_if(course.waiting, [&](std::size_t waiting) {
        if (waiting == place) return false;
        SeenEvent seen = course.order[waiting];
        const EventType& type = course.mechanism.event_types[static_cast<std::size_t>(seen.type)];
        if (type.needs_all && seen.type == now.type) return has_its_needs(course, place);  // one of those who had to do it
        if (type.needs != now.type) return false;
        Event& late = course.late.emplace_back(*seen.event);
        late.date = now.event->date;
        seen.event = &late;
        seen.first = now.first;
        seen.last = now.last;
        take_effect(course, waiting, seen);
        return true;
    });
}

void take(Course& course, std::size_t place) {
    const SeenEvent& seen = course.order[place];
    if (seen.type < 0) return course.find(FindingCode::unknown_type, seen.index);
    const EventType& type = course.mechanism.event_types[static_cast<std::size_t>(seen.type)];
    const bool acts = moves(type) || !type.suspends.empty() || !type.resumes.empty();
    if (acts && is_duplicate(course, place)) return course.find(FindingCode::duplicate, seen.index);
    if (!seen.event->date)
        course.find(FindingCode::unknown_date, seen.index);
    else if (!seen.event->date->day())
        course.find(FindingCode::vague_date, seen.index);
    if (type.position_on >= 0) course.result.positions.push_back({seen.index, latest(course, place, type.position_on)});
    if (has_its_needs(course, place))
        take_effect(course, place, seen);
    else
        course.waiting.push_back(place);
    wake(course, place);
}

// What the day itself brings once every event is taken: time that ran out, silence.
void run_to_the_day(Course& course) {
    for (std::size_t at = 0; at < course.result.clocks.size(); ++at) {
        const Clock clock = course.result.clocks[at];
        if (course.result.ended || !clock.running() || !clock.due || *clock.due >= course.on) continue;
        const Moment expiry{"expiry", base::Date(*clock.due), no_event};
        if (clock.step->kind == StepKind::period) course.result.clocks[at].state = ClockState::elapsed;
        if (clock.step->expiry_opens >= 0) {
            if (clock.step->kind == StepKind::duty)
                course.find(FindingCode::silence, clock.opened_by.event, no_event, clock.step);
            open_clock(course, clock.step->expiry_opens, expiry, clock.party);
        }
        if (!clock.step->expiry_ends) continue;
        course.result.ended = true;
        course.result.outcome = &course.mechanism.outcomes[static_cast<std::size_t>(clock.step->if_ended)];
        course.result.ended_by = expiry;
    }
}

void note_needs(Course& course, const SeenEvent& seen) {
    const bool all = course.mechanism.event_types[static_cast<std::size_t>(seen.type)].needs_all;
    course.find(all ? FindingCode::needs_all : FindingCode::needs_missing, seen.index);
}

void find_filing(Course& course) {
    const int filing_type = filing(course.mechanism);
    if (filing_type < 0) return;
    const auto at = std::ranges::find(course.order, filing_type, &SeenEvent::type);
    if (at == course.order.end()) {
        if (!course.order.empty()) course.find(FindingCode::not_filed, no_event);
        return;
    }
    course.filed = at->event->date;
    const auto day = course.filed ? course.filed->day() : std::nullopt;
    if (day && !course.mechanism.filed.holds(*day)) course.find(FindingCode::outside_regime, at->index);
}

void set_standing(Course& course) {
    Evaluation& result = course.result;
    if (result.ended) {
        result.stage = find_stage(course.mechanism, "ended");
        return;
    }
    int step = course.last_step;
    for (std::size_t at = 0; at < result.clocks.size(); ++at) {
        const Clock& clock = result.clocks[at];
        if (!clock.running() || !is_main(clock)) continue;
        if (clock.state == ClockState::suspended) {
            if (result.turns.empty()) step = course.place(*clock.step);
            continue;
        }
        result.turns.push_back({clock.step, clock.step->actor, static_cast<int>(at)});
        step = course.place(*clock.step);
    }
    if (step >= 0) result.stage = &course.mechanism.stages[static_cast<std::size_t>(course.step(step).stage)];
}

}  // namespace

Evaluation evaluate(const Mechanism& mechanism, std::span<const Event> events, base::Day on, std::span<const Member> members) {
    Course course(mechanism, events, on);
    course.members = members;
    course.result.mechanism = &mechanism;
    course.order = in_order(mechanism, events, on);
    course.result.clocks.reserve(course.order.size() + 2);
    find_filing(course);
    for (std::size_t place = 0; place < course.order.size(); ++place) {
        course.result.order.push_back(course.order[place].index);
        take(course, place);
    }
    for (const std::size_t place : course.waiting) note_needs(course, course.order[place]);
    run_to_the_day(course);
    settle(course);
    set_standing(course);
    return std::move(course.result);
}

}  // namespace comity::law
