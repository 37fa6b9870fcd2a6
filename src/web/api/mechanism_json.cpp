#include "web/api/mechanism_json.hpp"

#include <algorithm>
#include <vector>

#include "web/api/parts.hpp"

namespace comity::api {

namespace {

using base::JsonWriter;
using law::Mechanism;

const std::string& version_id(const Mechanism& mechanism, int version) {
    static const std::string none;
    return version < 0 ? none : mechanism.versions[static_cast<std::size_t>(version)].id;
}

void write_event_types(JsonWriter& json, std::string_view name, const Mechanism& mechanism, const std::vector<int>& types) {
    json.key(name).begin_array();
    for (const int type : types) json.value(mechanism.event_types[static_cast<std::size_t>(type)].id);
    json.end_array();
}

// Left out where there are none.
void write_steps_named(JsonWriter& json, std::string_view name, const Mechanism& mechanism, const std::vector<int>& steps) {
    if (steps.empty()) return;
    json.key(name).begin_array();
    for (const int step : steps) json.value(mechanism.steps[static_cast<std::size_t>(step)].id);
    json.end_array();
}

template <class Named>
void write_named(JsonWriter& json, std::string_view name, const std::vector<Named>& all) {
    json.key(name).begin_array();
    for (const Named& one : all) {
        json.begin_object().member("id", one.id);
        write_text(json, "name", one.name);
        if constexpr (requires { one.authority; }) write_authority(json, one.authority);
        json.end_object();
    }
    json.end_array();
}

std::string_view outcome_id(const Mechanism& mechanism, int outcome) {
    return outcome < 0 ? std::string_view() : mechanism.outcomes[static_cast<std::size_t>(outcome)].id;
}

void write_versions(JsonWriter& json, const Mechanism& mechanism) {
    json.key("versions").begin_array();
    for (const law::Version& version : mechanism.versions) {
        json.begin_object().member("id", version.id);
        write_text(json, "name", version.name);
        json.member("rank", law::code(version.rank));
        json.member("chosen_by", version.axis == law::Axis::filed ? "filing" : "opening");
        write_authority(json, version.authority);
        json.end_object();
    }
    json.end_array();
}

void write_limit(JsonWriter& json, const Mechanism& mechanism, const law::Limit& limit) {
    json.begin_object().member("version", version_id(mechanism, limit.version)).key("number");
    if (limit.unit == law::Unit::none)
        json.null();
    else
        json.value(limit.number);
    json.member("unit", law::code(limit.unit)).member("strength", law::code(limit.strength));
    if (limit.month_end != law::MonthEnd::silent)
        json.member("month_end", limit.month_end == law::MonthEnd::last_day ? "last-day" : "next-day");
    if (limit.lead > 0) json.member("lead", limit.lead);
    json.member("roll", limit.roll == law::Roll::next_working_day ? "next-working-day" : "none");
    json.member("counted_from", limit.counted_from == law::CountedFrom::document ? "document" : "delivery");
    write_code(json, "calendar", limit.calendar ? limit.calendar->id() : "");
    if (!limit.calendars.empty()) {
        json.key("calendars").begin_object();
        for (const auto& [party, calendar] : limit.calendars) json.member(party, calendar->id());
        json.end_object();
    }
    write_event_types(json, "opened_by", mechanism, limit.opened_by);
    json.key("extension");
    if (limit.extension) {
        json.begin_object().key("number");
        if (limit.extension->number == 0)  // no upper limit
            json.null();
        else
            json.value(limit.extension->number);
        if (!limit.extension->by.empty()) json.member("by", limit.extension->by);
        write_event_types(json, "on", mechanism, {limit.extension->on});
        write_authority(json, limit.extension->authority);
        json.end_object();
    } else {
        json.null();
    }
    write_span(json, "in_force", law::in_force(mechanism, limit));
    write_authority(json, limit.authority);
    json.end_object();
}

void write_types(JsonWriter& json, const Mechanism& mechanism) {
    json.key("event_types").begin_array();
    for (const law::EventType& type : mechanism.event_types) {
        json.begin_object().member("id", type.id);
        write_text(json, "name", type.name);
        write_code(json, "actor", type.actor);
        write_code(json, "ends_with", outcome_id(mechanism, type.ends));
        json.member("provisional", type.provisional).member("explains_delay", type.explains_delay);
        json.member("announces_due", type.announces_due).member("merges", type.merges);
        write_steps_named(json, "suspends", mechanism, type.suspends);
        write_steps_named(json, "resumes", mechanism, type.resumes);
        const auto event = [&](int place) -> std::string_view {
            return place < 0 ? std::string_view() : mechanism.event_types[static_cast<std::size_t>(place)].id;
        };
        write_code(json, "needs", event(type.needs));
        json.member("needs_all", type.needs_all);
        write_code(json, "position_on", event(type.position_on));
        write_code(json, "public_after",
                   type.public_after < 0 ? "" : mechanism.steps[static_cast<std::size_t>(type.public_after)].id);
        json.end_object();
    }
    json.end_array();
}

std::string_view test_kind(law::TestKind kind) {
    switch (kind) {
        case law::TestKind::condition: return "condition";
        case law::TestKind::factor: return "factor";
        case law::TestKind::form: return "form";
    }
    return {};
}

void write_votes(JsonWriter& json, const Mechanism& mechanism) {
    json.key("votes").begin_array();
    for (const law::VoteRule& vote : mechanism.votes) {
        json.begin_object().member("id", vote.id);
        write_text(json, "name", vote.name);
        write_code(json, "step", vote.step);
        json.member("polarity", vote.polarity == law::Polarity::opt_in ? "opt-in" : "opt-out");
        json.member("threshold", vote.threshold).member("members", vote.members);
        write_code(json, "version", version_id(mechanism, vote.version));
        write_authority(json, vote.authority);
        json.end_object();
    }
    json.end_array();
}

void write_references(JsonWriter& json, const Mechanism& mechanism) {
    json.key("cross_references").begin_array();
    for (const law::CrossReference& reference : mechanism.cross_references) {
        json.begin_object().member("id", reference.id).member("found_in", reference.found_in).member("says", reference.says);
        json.member("state", reference.state == law::ReferenceState::broken ? "broken" : "stale");
        write_text(json, "annotation", reference.annotation);
        write_authority(json, reference.authority);
        json.end_object();
    }
    json.end_array();
}

// Those that its limits count with.
void write_calendars(JsonWriter& json, const Mechanism& mechanism) {
    std::vector<const law::Calendar*> calendars;
    for (const law::Limit& limit : mechanism.limits)
        if (limit.calendar && std::ranges::find(calendars, limit.calendar.get()) == calendars.end())
            calendars.push_back(limit.calendar.get());
    json.key("calendars").begin_array();
    for (const law::Calendar* calendar : calendars) {
        json.begin_object().member("id", calendar->id());
        write_text(json, "name", calendar->name());
        write_authority(json, calendar->authority());
        write_named(json, "days_off", calendar->days_off());
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_span(JsonWriter& json, std::string_view name, const law::Span& span) {
    json.key(name).begin_object();
    write_day(json, "from", span.from);
    write_day(json, "to", span.to);
    json.end_object();
}

void write_authority(JsonWriter& json, const law::Authority& authority) {
    json.key("authority").begin_object();
    json.member("provision", authority.provision).member("source", authority.source);
    json.member("confidence", law::code(authority.confidence));
    write_text(json, "note", authority.note);
    write_span(json, "in_force", authority.in_force);
    json.end_object();
}

void write_steps(JsonWriter& json, const Mechanism& mechanism) {
    json.key("steps").begin_array();
    for (const law::Step& step : mechanism.steps) {
        json.begin_object().member("id", step.id);
        write_text(json, "name", step.name);
        json.member("actor", step.actor);
        write_code(json, "stage", step.stage < 0 ? "" : mechanism.stages[static_cast<std::size_t>(step.stage)].id);
        json.member("kind", law::code(step.kind)).member("track", step.track == law::Track::main ? "main" : "side");
        if (!step.parties.empty()) {
            json.key("parties").begin_array();
            for (const std::string& party : step.parties) json.value(party);
            json.end_array();
        }
        write_event_types(json, "opens", mechanism, step.opens);
        write_event_types(json, "closes", mechanism, step.closes);
        write_code(json, "expiry_opens",
                   step.expiry_opens < 0 ? "" : mechanism.steps[static_cast<std::size_t>(step.expiry_opens)].id);
        json.member("expiry_ends", step.expiry_ends);
        write_code(json, "if_ended", outcome_id(mechanism, step.if_ended));
        write_authority(json, step.authority);
        json.key("limits").begin_array();
        for (const int limit : step.limits) write_limit(json, mechanism, mechanism.limits[static_cast<std::size_t>(limit)]);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_tests(JsonWriter& json, const Mechanism& mechanism) {
    json.key("criteria").begin_array();
    for (const law::Test& test : mechanism.tests) {
        json.begin_object().member("id", test.id).member("kind", test_kind(test.kind));
        json.member("points_against", test.points_against);
        write_text(json, "name", test.name);
        write_code(json, "version", version_id(mechanism, test.version));
        write_code(json, "step", test.step);
        write_authority(json, test.authority);
        json.end_object();
    }
    json.end_array();
}

void write_rules(JsonWriter& json, const Mechanism& mechanism) {
    json.key("rules").begin_array();
    for (const law::OtherRule& rule : mechanism.rules) {
        json.begin_object().member("id", rule.id).member("about", rule.about);
        write_text(json, "name", rule.name);
        write_code(json, "term", rule.term);
        write_code(json, "party", rule.party);
        write_code(json, "version", version_id(mechanism, rule.version));
        write_authority(json, rule.authority);
        json.end_object();
    }
    json.end_array();
}

void write_bars(JsonWriter& json, const Mechanism& mechanism) {
    json.key("bars").begin_array();
    for (const law::Bar& bar : mechanism.bars) {
        json.begin_object().member("id", bar.id);
        write_text(json, "name", bar.name);
        write_code(json, "filer_of", bar.filer_of);
        write_code(json, "respondent", bar.respondent);
        json.member("anonymous", bar.anonymous);
        write_code(json, "points_to", bar.points_to);
        write_authority(json, bar.authority);
        json.end_object();
    }
    json.end_array().key("reservations").begin_array();
    for (const law::Reservation& reservation : mechanism.reservations) {
        json.begin_object().member("party", reservation.party);
        write_day(json, "revoked", reservation.revoked);
        write_authority(json, reservation.authority);
        json.end_object();
    }
    json.end_array();
}

void write_mechanism(JsonWriter& json, const Mechanism& mechanism) {
    json.begin_object().member("id", mechanism.id).member("code", mechanism.code);
    write_text(json, "name", mechanism.name);
    write_span(json, "filed", mechanism.filed);
    write_authority(json, mechanism.authority);
    write_versions(json, mechanism);
    write_named(json, "actors", mechanism.actors);
    write_named(json, "stages", mechanism.stages);
    write_named(json, "outcomes", mechanism.outcomes);
    write_types(json, mechanism);
    write_steps(json, mechanism);
    write_tests(json, mechanism);
    write_votes(json, mechanism);
    write_rules(json, mechanism);
    write_bars(json, mechanism);
    write_references(json, mechanism);
    write_calendars(json, mechanism);
    json.end_object();
}

}  // namespace comity::api
