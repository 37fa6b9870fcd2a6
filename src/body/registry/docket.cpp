#include "body/registry/docket.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>
#include <utility>

#include "record/codec.hpp"
#include "store/changes.hpp"

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
void hand_out(const Lists& lists, std::vector<Case>& cases, std::vector<T> Case::* parts) {
    for (const store::Stored& stored : lists.of(T::type())) {
        T part = read<T>(stored, lists.past);
        const auto of = std::ranges::lower_bound(cases, part.submission.id, {},
                                                 [](const Case& c) { return std::string_view(c.submission.id); });
        // A part whose submission the audience may not see is not for them either.
        if (of == cases.end() || of->submission.id != part.submission.id) continue;
        of->version = std::max(of->version, stored.version);
        ((*of).*parts).push_back(std::move(part));
    }
}

bool told_before(const DocketEvent& a, const DocketEvent& b) {
    if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
    if (a.date && *a.date != *b.date) return *a.date < *b.date;
    return a.position < b.position;
}

// More changes than this, and reading everything is quicker than looking for what they touched.
constexpr std::size_t most_changes = 1'000;

struct Touched {
    std::set<std::string> submissions;
    std::set<std::string, std::less<>> parts;  // of which a case may have held one until now
};

// What entries after that of the docket changed; nullopt where it is too much.
std::optional<Touched> touched_since(const store::Snapshot& snapshot, std::int64_t head) {
    const auto changes = store::changes_since(snapshot, head, most_changes);
    if (!changes) return std::nullopt;
    Touched touched;
    for (const record::Change& change : *changes) {
        const record::RecordType* type = record::find_type(snapshot.catalog(), change.type);
        if (change.type == Submission::type().name) touched.submissions.insert(change.id);
        if (!type || type->part_of != "submission") continue;
        touched.parts.insert(change.id);
        const auto* fields = change.record.if_object();
        if (const record::Value* owner = fields ? fields->if_contains(type->part_of) : nullptr; owner && owner->is_string())
            touched.submissions.emplace(owner->get_string());
    }
    return touched;
}

bool holds_one(const Case& of, const std::set<std::string, std::less<>>& ids) {
    const auto any = [&](const auto& parts) {
        return std::ranges::any_of(parts, [&](const auto& part) { return ids.contains(part.id); });
    };
    return any(of.filers) || any(of.events) || any(of.documents);
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

std::optional<base::Date> filed(const Case& of, const law::Mechanism& mechanism) {
    const int filing = law::filing(mechanism);
    for (const DocketEvent& event : of.events)
        if (filing >= 0 && event.event == mechanism.event_types[static_cast<std::size_t>(filing)].id) return event.date;
    return std::nullopt;
}

std::optional<base::Date> filed(const CaseOn& on) { return filed(*on.of, *on.mechanism); }

const Case* Docket::find(std::string_view id) const {
    const auto at = std::ranges::lower_bound(cases, id, {}, [](const Case& c) { return std::string_view(c.submission.id); });
    return at != cases.end() && at->submission.id == id ? &*at : nullptr;
}

Case& Cases::add(Case of) {
    const auto added = std::make_shared<Case>(std::move(of));
    held_.push_back(added);
    return *added;
}

static Docket docket_from(const Lists& lists, std::int64_t head, std::int64_t known) {
    std::vector<Case> cases;
    for (const store::Stored& stored : lists.of(Submission::type())) {
        Case& added = cases.emplace_back();
        added.submission = read<Submission>(stored, lists.past);
        added.version = stored.version;
    }
    hand_out(lists, cases, &Case::filers);
    hand_out(lists, cases, &Case::events);
    hand_out(lists, cases, &Case::documents);
    Docket docket{.head = head, .known = known, .cases = {}};
    for (Case& c : cases) {
        std::ranges::stable_sort(c.events, told_before);
        docket.cases.add(std::move(c));
    }
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

Docket read_docket(const store::Snapshot& snapshot, record::Audience audience, const Docket& before) {
    auto touched = touched_since(snapshot, before.known);
    if (!touched) return read_docket(snapshot, audience);
    if (!touched->parts.empty())
        for (const Case& of : before.cases)
            if (holds_one(of, touched->parts)) touched->submissions.insert(of.submission.id);
    Docket docket{.head = snapshot.head(), .known = snapshot.head(), .cases = {}};
    auto id = touched->submissions.begin();
    const auto read_until = [&](const std::string* end) {
        for (; id != touched->submissions.end() && (!end || *id < *end); ++id)
            if (auto of = read_case(snapshot, *id, audience)) docket.cases.add(*std::move(of));
    };
    for (const auto& of : before.cases.held()) {
        read_until(&of->submission.id);
        if (id == touched->submissions.end() || *id != of->submission.id) docket.cases.share(of);
    }
    read_until(nullptr);
    return docket;
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
