#include "body/registry/docket.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/format.hpp"
#include "base/json_writer.hpp"
#include "command/options.hpp"
#include "exchange/profile.hpp"
#include "law/evaluation_json.hpp"
#include "law/proof.hpp"
#include "record/codec.hpp"

namespace comity::command {

namespace {

using base::Language;
using registry::CaseOn;
using registry::Standing;

std::string_view english(const base::Text& text) { return base::shown(text, Language::en).text; }

std::string_view status_code(registry::Status status) { return status == registry::Status::open ? "open" : "closed"; }

// "party" is the Party or Parties of the case.
std::string actor_code(const registry::Case& of, std::string_view actor) {
    if (actor != "party") return std::string(actor);
    std::string parties;
    for (const std::string& party : of.submission.parties) parties += (parties.empty() ? "" : ", ") + party;
    return parties;
}

void member(base::JsonWriter& json, std::string_view name, const std::optional<base::Date>& date) {
    if (date)
        json.member(name, base::to_string(*date));
    else
        json.key(name).null();
}

void member(base::JsonWriter& json, std::string_view name, std::string_view code) {
    if (code.empty())
        json.key(name).null();
    else
        json.member(name, code);
}

void head_json(base::JsonWriter& json, const Standing& standing) {
    const registry::Submission& submission = standing.of->submission;
    json.member("id", submission.id).member("title", english(submission.title)).key("parties").begin_array();
    for (const std::string& party : submission.parties) json.value(party);
    json.end_array().member("agreement", submission.agreement).member("mechanism", standing.mechanism->id);
}

void case_json(const CaseOn& on, const Standing& standing, const std::string& known) {
    std::string out;
    base::JsonWriter json(out);
    json.begin_object();
    head_json(json, standing);
    json.member("on", base::to_string(on.on));
    if (!known.empty()) json.member("known", known);
    json.member("status", status_code(standing.status));
    member(json, "stage", standing.stage);
    member(json, "outcome", standing.outcome);
    member(json, "turn", actor_code(*on.of, standing.turn_actor));
    member(json, "filed", standing.filed);
    member(json, "ended", standing.ended);
    json.key("events").begin_array();
    for (int index : on.evaluation.order) {
        const registry::DocketEvent& event = on.of->events[static_cast<std::size_t>(index)];
        json.begin_object().member("event", index);  // what a clock's moments name
        json.member("id", event.id).member("type", event.event);
        member(json, "date", event.date);
        member(json, "document_date", event.document_date);
        json.member("provision", event.provision).member("note", english(event.note)).end_object();
    }
    json.end_array().key("clocks").begin_array();
    for (const law::Clock& clock : on.evaluation.clocks) law::write_json(json, *on.mechanism, clock);
    json.end_array().key("findings").begin_array();
    for (const law::Finding& finding : on.evaluation.findings)
        json.begin_object()
            .member("code", law::code(finding.code))
            .member("text", english(law::describe(*on.mechanism, on.events, finding)))
            .end_object();
    json.end_array().end_object();
    fmt::print("{}\n", out);
}

std::string moment_text(const CaseOn& on, const law::Moment& moment) {
    if (moment.type.empty()) return "not on the record";
    const int type = law::event_type(*on.mechanism, moment.type);
    const std::string_view name =
        type < 0 ? moment.type : english(on.mechanism->event_types[static_cast<std::size_t>(type)].name);
    return fmt::format("{}, {}", name, moment.date ? base::to_string(*moment.date) : "day not known");
}

std::string counted(std::int64_t number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
}

std::string_view unit_text(law::Unit unit) {
    switch (unit) {
        case law::Unit::working: return "working day";
        case law::Unit::month: return "month";
        case law::Unit::year: return "year";
        default: return "calendar day";
    }
}

std::string limit_text(const law::Clock& clock) {
    const law::Limit& limit = *clock.limit;
    const std::string_view strength = law::code(limit.strength);
    if (limit.unit == law::Unit::none)
        return limit.strength == law::Strength::hard ? "no time limit" : fmt::format("{}, no time limit", strength);
    std::string text = counted(limit.number, unit_text(limit.unit));
    if (clock.extended && limit.extension->number == 0) text += ", extended without an upper limit";
    if (clock.extended && limit.extension->number > 0)
        text = fmt::format("{}, extended from {}", counted(limit.extension->number, unit_text(limit.unit)), text);
    text += fmt::format(", {}", strength);
    if (limit.lead > 0) text += fmt::format(", after a delay of {}", counted(limit.lead, unit_text(limit.unit)));
    if (limit.roll == law::Roll::next_working_day) text += ", rolls on to a working day";
    return text;
}

std::string version_text(const CaseOn& on, const law::Clock& clock) {
    const law::Span span = law::in_force(*on.mechanism, *clock.limit);
    std::string text = clock.version->id;
    if (span.from) text += ", in force from " + base::to_string(*span.from);
    if (span.to) text += fmt::format("{} to {}", span.from ? "" : ", in force", base::to_string(*span.to));
    return text + (clock.version->axis == law::Axis::filed ? "; chosen by the day of filing" : "; chosen by the day of opening");
}

std::string_view missing_text(law::Missing missing) {
    switch (missing) {
        case law::Missing::opening_event: return "the event that opened it is not on the record";
        case law::Missing::opening_date: return "the day on which it opened is not known";
        case law::Missing::rule: return "no rule was in force";
        case law::Missing::month_reading: return "the law does not say which day ends the month";
        case law::Missing::known_days: return "the days are outside those that the calendars know";
        case law::Missing::conflicting_rules: return "several time limits hold and none gives way; none is chosen";
        case law::Missing::in_abeyance: return "it is in abeyance, and nothing on the record lets it run on";
        case law::Missing::abeyance_day: return "the day on which it was suspended or resumed is not known";
        case law::Missing::no_upper_limit: return "it was extended, and the law sets no upper limit";
        case law::Missing::nothing: break;
    }
    return "";
}

std::string state_text(const law::Clock& clock) {
    std::string text(law::code(clock.state));
    if (clock.days_late) {
        const std::string days = counted(std::abs(*clock.days_late), "day");
        if (*clock.days_late > 0)
            text += fmt::format(", {} late", days);
        else if (*clock.days_late < 0)
            text += clock.met_by ? fmt::format(", {} before the due date", days) : fmt::format(", {} left", days);
        else
            text += clock.met_by ? " on the due date" : ", due on this day";
    }
    return text + (clock.unexplained ? "; the date fits no rule: unexplained" : "");
}

void print_rule(const CaseOn& on, const law::Clock& clock) {
    const law::Authority& authority = clock.limit ? clock.limit->authority : clock.step->authority;
    fmt::print("    provision   {} [{}]\n", authority.provision, law::code(authority.confidence));
    if (!clock.limit || !clock.version) return;
    fmt::print("    rule        {}\n    version     {}\n", limit_text(clock), version_text(on, clock));
    if (!clock.due || !clock.counted_from) return;
    fmt::print("    counted     from {}{}{}\n", base::long_date(Language::en, *clock.counted_from),
               clock.limit->counted_from == law::CountedFrom::document ? ", the date of the document" : "",
               clock.calendar ? ", calendar " + clock.calendar->id() : "");
}

// The days under their reason, in lines that a terminal can hold.
void print_skipped(const law::Clock& clock) {
    constexpr std::size_t days_on_a_line = 6;
    std::vector<std::pair<const law::DayOff*, std::vector<base::Day>>> reasons;
    for (const law::SkippedDay& skipped : law::skipped_days(clock)) {
        auto at = std::ranges::find(reasons, skipped.why, [](const auto& reason) { return reason.first; });
        if (at == reasons.end()) at = reasons.insert(at, {skipped.why, {}});
        at->second.push_back(skipped.day);
    }
    bool first = true;
    for (const auto& [why, days] : reasons) {
        fmt::print("    {:<11} {}: ", std::exchange(first, false) ? "skipped" : "", english(why->name));
        for (std::size_t i = 0; i < days.size(); ++i)
            fmt::print("{}{}",
                       i == 0               ? ""
                       : i % days_on_a_line ? ", "
                                            : ",\n                  ",
                       base::weekday_date(Language::en, days[i]));
        fmt::print("\n");
    }
}

void print_clock(const CaseOn& on, const law::Clock& clock) {
    const law::Actor* actor = clock.step->actor == "party" ? nullptr : law::find_actor(*on.mechanism, clock.step->actor);
    fmt::print("\n  {} ({})\n", english(clock.step->name), actor ? english(actor->name) : actor_code(*on.of, clock.step->actor));
    fmt::print("    opened by   {}\n", moment_text(on, clock.opened_by));
    print_rule(on, clock);
    print_skipped(clock);
    for (const law::Reading& reading : clock.readings)
        fmt::print("    reading     {} ({}): {}\n", reading.version->id, reading.limit->authority.provision,
                   reading.due ? base::to_string(*reading.due) : "no due date");
    for (const law::Suspension& suspension : clock.suspensions)
        fmt::print("    suspended   {}{}\n", moment_text(on, suspension.by),
                   suspension.until ? " until " + moment_text(on, *suspension.until) : ", not resumed");
    if (clock.due) fmt::print("    due         {}\n", base::long_date(Language::en, *clock.due));
    if (clock.announced) fmt::print("    announced   {}\n", base::to_string(*clock.announced));
    if (clock.missing != law::Missing::nothing) fmt::print("    missing     {}\n", missing_text(clock.missing));
    if (clock.met_by) fmt::print("    met by      {}\n", moment_text(on, *clock.met_by));
    if (clock.superseded_by) fmt::print("    overtaken   {}\n", moment_text(on, *clock.superseded_by));
    fmt::print("    state       {}\n    confidence  {}, the weakest link\n", state_text(clock), law::code(clock.confidence));
}

void print_case(const CaseOn& on, const Standing& standing, const std::string& known) {
    fmt::print("{} {}\n{} on {}", on.of->submission.id, english(on.of->submission.title),
               standing.status == registry::Status::open ? "Open" : "Closed", base::long_date(Language::en, on.on));
    if (!standing.turn_actor.empty()) fmt::print(", turn of {}", actor_code(*on.of, standing.turn_actor));
    if (!known.empty()) fmt::print("\nAs it was on the record at the end of {}", known);
    fmt::print("\n\nTimeline\n");
    for (int index : on.evaluation.order) {
        const registry::DocketEvent& event = on.of->events[static_cast<std::size_t>(index)];
        const int type = law::event_type(*on.mechanism, event.event);
        fmt::print("  {:<10}  {}{}\n", event.date ? base::to_string(*event.date) : "not known",
                   type < 0 ? event.event : english(on.mechanism->event_types[static_cast<std::size_t>(type)].name),
                   event.provision.empty() ? "" : "  [" + event.provision + "]");
    }
    fmt::print("\nClocks\n");
    for (const law::Clock& clock : on.evaluation.clocks) print_clock(on, clock);
    if (!on.evaluation.findings.empty()) fmt::print("\nNot known, or not in order\n");
    for (const law::Finding& finding : on.evaluation.findings)
        fmt::print("  {}\n", english(law::describe(*on.mechanism, on.events, finding)));
}

int print_proof(const CaseOn& on, const std::string& clock) {
    const auto proof =
        law::make_proof(*on.mechanism, law::shipped_files(), on.events,
                        {.case_id = on.of->submission.id, .record_version = on.of->version, .clock = clock, .on = on.on});
    if (!proof)
        fmt::print(stderr, "comity: {}: {}\n", on.of->submission.id, proof.error());
    else
        fmt::print("{}\n", *proof);
    return proof ? 0 : 1;
}

// Prints why there is none.
std::optional<registry::Case> case_asked(const store::Snapshot& snapshot, const DocketOptions& options) {
    const auto entry = entry_known(snapshot, options.known);
    if (!entry) return std::nullopt;
    if (options.known.empty()) {
        auto of = registry::read_case(snapshot, options.id, record::Audience::officers);
        if (!of) fmt::print(stderr, "comity: there is no submission \"{}\"; ids look like SEM-21-001\n", options.id);
        return of;
    }
    const registry::Docket docket = registry::read_docket(snapshot, *entry, record::Audience::officers);
    const registry::Case* of = docket.find(options.id);
    if (of) return *of;
    fmt::print(stderr, "comity: {} was not on the record at the end of {}\n", options.id, options.known);
    return std::nullopt;
}

// A running duty and the case that it belongs to.
struct Duty {
    const CaseOn* on;
    const law::Clock* clock;
};

bool concerns(const registry::Case& of, const std::string& party) {
    return party.empty() || std::ranges::find(of.submission.parties, party) != of.submission.parties.end();
}

void duty_json(base::JsonWriter& json, const Duty& duty, const Standing& standing) {
    json.begin_object();
    head_json(json, standing);
    json.member("turn", actor_code(*duty.on->of, duty.clock->step->actor));
    json.key("days_left");
    if (duty.clock->due)
        json.value((*duty.clock->due - duty.on->on).count());
    else
        json.null();
    json.key("clock");
    law::write_json(json, *duty.on->mechanism, *duty.clock);
    json.end_object();
}

void print_duty(const Duty& duty) {
    const auto left = duty.clock->due ? (*duty.clock->due - duty.on->on).count() : 0;
    const std::string when = !duty.clock->due ? "no due date"
                             : left < 0       ? fmt::format("{} days past the due date", -left)
                                              : fmt::format("{} days left", left);
    fmt::print("{:<10}  {:<14}  {:<10}  {:<12}  {}, {}\n", duty.clock->due ? base::to_string(*duty.clock->due) : "-", when,
               duty.on->of->submission.id, actor_code(*duty.on->of, duty.clock->step->actor), english(duty.clock->step->name),
               english(duty.on->of->submission.title));
}

// Prints which Parties there are where it is none of them; "" is any.
bool is_party(const Place& place, const std::string& code) {
    if (code.empty()) return true;
    const auto profile = exchange::read_profile(place.data);
    if (!profile) {
        print_faults(profile.error());
        return false;
    }
    if (exchange::find_party(*profile, code)) return true;
    std::vector<std::string> codes;
    for (const exchange::Party& party : profile->parties) codes.push_back(party.code);
    fmt::print(stderr, "comity: --party \"{}\" is no Party of the body; write one of: {}\n", code, fmt::join(codes, ", "));
    return false;
}

}  // namespace

int docket(const Place& place, const DocketOptions& options) {
    const auto day = day_or_today(options.on);
    const auto law = law_in(own_law(place));
    const auto store = open_store(place);
    if (!day || !law || !store) return 2;
    const auto of = case_asked(store->snapshot(), options);
    if (!of) return 1;
    const CaseOn on = registry::case_on(*of, *law, *day);
    if (!on.evaluation.stage) {
        fmt::print(stderr, "comity: {} had not been filed on {}\n", options.id, base::to_string(*day));
        return 1;
    }
    if (!options.proof.empty()) return print_proof(on, options.proof);
    if (options.json)
        case_json(on, registry::standing(on), options.known);
    else
        print_case(on, registry::standing(on), options.known);
    return 0;
}

int due(const Place& place, const DueOptions& options) {
    if (!is_party(place, options.party)) return 2;
    const auto day = day_or_today(options.on);
    const auto law = law_in(own_law(place));
    const auto store = open_store(place);
    if (!day || !law || !store) return 2;
    const store::Snapshot snapshot = store->snapshot();
    const auto entry = entry_known(snapshot, options.known);
    if (!entry) return 1;
    const registry::Docket docket = registry::read_docket(snapshot, *entry, record::Audience::officers);
    std::vector<CaseOn> cases;
    for (const registry::Case& c : docket.cases)
        if (concerns(c, options.party)) cases.push_back(registry::case_on(c, *law, *day));
    std::vector<Duty> duties;
    for (const CaseOn& on : cases)
        for (const law::Turn& turn : on.evaluation.turns) {
            const law::Clock& clock = on.evaluation.clocks[static_cast<std::size_t>(turn.clock)];
            const bool soon = !options.within || (clock.due && (*clock.due - *day).count() <= *options.within);
            if (soon) duties.push_back({&on, &clock});
        }
    std::ranges::stable_sort(duties, [](const Duty& a, const Duty& b) {
        if (a.clock->due.has_value() != b.clock->due.has_value()) return a.clock->due.has_value();
        return a.clock->due && *a.clock->due < *b.clock->due;
    });
    if (!options.json) {
        for (const Duty& duty : duties) print_duty(duty);
        if (duties.empty()) fmt::print("Nothing is due.\n");
        return 0;
    }
    std::string out;
    base::JsonWriter json(out);
    json.begin_object().member("on", base::to_string(*day));
    if (!options.known.empty()) json.member("known", options.known);
    json.member("count", duties.size()).key("due").begin_array();
    for (const Duty& duty : duties) duty_json(json, duty, registry::standing(*duty.on));
    json.end_array().end_object();
    fmt::print("{}\n", out);
    return 0;
}

}  // namespace comity::command
