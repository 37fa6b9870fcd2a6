#include "body/registry/docket.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include "record/codec.hpp"

namespace comity::registry {

namespace {

// Where a docket is read from.
struct Lists {
    std::function<std::vector<store::Stored>(const record::RecordType&)> of;
    bool past = false;
};

// An earlier record may lack what its type asks for since: what fits is read.
template <class T>
T read(const store::Stored& stored, bool past) {
    if (!past) return record::read_as<T>(stored.record);
    T record{};
    static_cast<void>(record::from_value(T::type(), stored.record, &record));
    return record;
}

// Parts come by id, which starts with their submission's: one pass hands them out.
template <class T>
void hand_out(const Lists& lists, Docket& docket, std::vector<T> Case::* parts) {
    for (const store::Stored& stored : lists.of(T::type())) {
        T part = read<T>(stored, lists.past);
        const auto of = std::ranges::lower_bound(docket.cases, part.submission.id, {},
                                                 [](const Case& c) { return std::string_view(c.submission.id); });
        // A part whose submission the audience may not see is not for them either.
        if (of == docket.cases.end() || of->submission.id != part.submission.id) continue;
        of->version = std::max(of->version, stored.version);
        ((*of).*parts).push_back(std::move(part));
    }
}

bool told_before(const DocketEvent& a, const DocketEvent& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date && *a.date != *b.date) return *a.date < *b.date;
    return a.position < b.position;
}

// The running duty that asks for attention first: the earliest due date, then those without one.
const law::Clock* first_duty(const law::Evaluation& evaluation, const law::Turn** turn) {
    const law::Clock* first = nullptr;
    for (const law::Turn& t : evaluation.turns) {
        const law::Clock& clock = evaluation.clocks[static_cast<std::size_t>(t.clock)];
        if (first && !(clock.due && (!first->due || *clock.due < *first->due))) continue;
        first = &clock;
        *turn = &t;
    }
    return first;
}

}  // namespace

std::optional<base::Date> filed(const CaseOn& on) {
    const int filing = law::filing(*on.mechanism);
    for (const DocketEvent& event : on.of->events)
        if (filing >= 0 && event.event == on.mechanism->event_types[static_cast<std::size_t>(filing)].id) return event.date;
    return std::nullopt;
}

const Case* Docket::find(std::string_view id) const {
    const auto at = std::ranges::lower_bound(cases, id, {}, [](const Case& c) { return std::string_view(c.submission.id); });
    return at != cases.end() && at->submission.id == id ? &*at : nullptr;
}

static Docket docket_from(const Lists& lists, std::int64_t head, std::int64_t known) {
    Docket docket{.head = head, .known = known, .cases = {}};
    for (const store::Stored& stored : lists.of(Submission::type())) {
        Case& added = docket.cases.emplace_back();
        added.submission = read<Submission>(stored, lists.past);
        added.version = stored.version;
    }
    hand_out(lists, docket, &Case::filers);
    hand_out(lists, docket, &Case::events);
    hand_out(lists, docket, &Case::documents);
    for (Case& c : docket.cases) std::ranges::stable_sort(c.events, told_before);
    return docket;
}

Docket read_docket(const store::Snapshot& snapshot, record::Audience audience) {
    const auto lists = [&](const record::RecordType& type) { return snapshot.list(type.name, audience); };
    return docket_from({lists, false}, snapshot.head(), snapshot.head());
}

Docket read_docket(const store::Snapshot& snapshot, std::int64_t known, record::Audience audience) {
    if (known == snapshot.head()) return read_docket(snapshot, audience);
    store::Past past = snapshot.past(
        known, {Submission::type().name, Filer::type().name, DocketEvent::type().name, Document::type().name}, audience);
    const auto lists = [&](const record::RecordType& type) {
        const auto at = past.records.find(type.name);
        return std::move(at->second);
    };
    return docket_from({lists, true}, snapshot.head(), known);
}

std::optional<Case> read_case(const store::Snapshot& snapshot, std::string_view id, record::Audience audience) {
    const auto stored = snapshot.read(Submission::type().name, id, audience);
    if (!stored) return std::nullopt;
    Case read{.submission = record::read_as<Submission>(stored->record), .version = stored->version};
    const auto take = [&]<class T>(std::vector<T>& parts) {
        for (const store::Stored& part : snapshot.parts(T::type().name, id, audience)) {
            read.version = std::max(read.version, part.version);
            parts.push_back(record::read_as<T>(part.record));
        }
    };
    take(read.filers);
    take(read.events);
    take(read.documents);
    std::ranges::stable_sort(read.events, told_before);
    return read;
}

std::vector<law::Event> events_of(const Case& of) {
    // Clocks and calendars can differ by Party: an event that names none concerns the only one there is.
    const std::string_view only = of.submission.parties.size() == 1 ? std::string_view(of.submission.parties.front()) : "";
    std::vector<law::Event> events;
    events.reserve(of.events.size());
    for (const DocketEvent& event : of.events)
        events.push_back({.type = event.event,
                          .date = event.date,
                          .document_date = event.document_date,
                          .stated = event.stated,
                          .party = event.party.empty() ? only : std::string_view(event.party),
                          .partial = event.partial,
                          .by = event.by,
                          .assertions = event.assertions});
    return events;
}

std::vector<law::Member> members_of(const Case& of, const law::Mechanism& mechanism) {
    std::vector<law::Member> members;
    const int filing = law::filing(mechanism);
    if (filing < 0 || of.filers.size() < 2) return members;
    const std::string& actor = mechanism.event_types[static_cast<std::size_t>(filing)].actor;
    for (const Filer& filer : of.filers) members.push_back({actor, filer.id});
    return members;
}

CaseOn case_on(const Case& of, const law::Mechanisms& mechanisms, base::Day on) {
    CaseOn result{.of = &of, .mechanism = law::find_mechanism(mechanisms, of.submission.agreement), .on = on};
    if (!result.mechanism)
        throw std::runtime_error(
            fmt::format("{}: there is no mechanism \"{}\" in the law of this body", of.submission.id, of.submission.agreement));
    result.events = events_of(of);
    result.evaluation = law::evaluate(*result.mechanism, result.events, on, members_of(of, *result.mechanism));
    return result;
}

std::vector<law::AssertionCourse> assertions_on(const CaseOn& on) {
    std::vector<std::string_view> ids;
    for (const Assertion& assertion : on.of->submission.assertions) ids.push_back(assertion.id);
    return law::assertion_courses(*on.mechanism, on.events, ids, on.on, members_of(*on.of, *on.mechanism));
}

std::vector<const Document*> documents_on(const CaseOn& on) {
    const auto happened = [&](std::string_view event) {
        const auto at = std::ranges::find(on.of->events, event, &DocketEvent::id);
        // One that the audience may not see says nothing about the document.
        return at == on.of->events.end() ||
               std::ranges::find(on.evaluation.order, at - on.of->events.begin()) != on.evaluation.order.end();
    };
    std::vector<const Document*> there;
    for (const Document& document : on.of->documents)
        if (!(document.date && document.date->first() > on.on) && (!document.event || happened(document.event->id)))
            there.push_back(&document);
    return there;
}

Standing standing(const CaseOn& on) {
    const law::Evaluation& evaluation = on.evaluation;
    Standing result{.of = on.of, .mechanism = on.mechanism, .filed = filed(on)};
    if (!evaluation.stage) return result;
    result.status = evaluation.ended ? Status::closed : Status::open;
    result.stage = evaluation.stage->id;
    if (evaluation.outcome) result.outcome = evaluation.outcome->id;
    if (evaluation.ended && evaluation.ended_by) result.ended = evaluation.ended_by->date;
    const law::Turn* turn = nullptr;
    if (const law::Clock* clock = first_duty(evaluation, &turn)) {
        result.turn_step = turn->step->id;
        result.turn_actor = turn->actor;
        result.due = clock->due;
    }
    result.overdue = std::ranges::any_of(evaluation.clocks, [](const law::Clock& c) { return c.state == law::ClockState::late; });
    for (int index : evaluation.order) {
        const law::Event& event = on.events[static_cast<std::size_t>(index)];
        if (event.date) result.steps.push_back(event.date->first());
    }
    return result;
}

DocketOn docket_on(std::shared_ptr<const Docket> docket, const law::Mechanisms& mechanisms, base::Day on) {
    DocketOn result{.docket = std::move(docket), .on = on};
    result.standings.reserve(result.docket->cases.size());
    for (const Case& c : result.docket->cases) {
        Standing s = standing(case_on(c, mechanisms, on));
        if (s.status != Status::not_filed) result.standings.push_back(std::move(s));
    }
    return result;
}

}  // namespace comity::registry
