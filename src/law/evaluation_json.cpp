#include "law/evaluation_json.hpp"

#include <utility>

#include "law/publicity.hpp"

namespace comity::law {
namespace {

using base::JsonWriter;

void write_text(JsonWriter& json, std::string_view name, const base::Text& text) {
    json.key(name).begin_object();
    for (const base::Language language : base::languages) json.member(base::code(language), text[language]);
    json.end_object();
}

void write_day(JsonWriter& json, std::string_view name, const std::optional<base::Day>& day) {
    json.key(name);
    if (day)
        json.value(base::to_string(*day));
    else
        json.null();
}

void write_moment(JsonWriter& json, std::string_view name, const std::optional<Moment>& moment) {
    json.key(name);
    if (!moment || moment->type.empty()) {
        json.null();
        return;
    }
    json.begin_object().member("type", moment->type).key("date");
    if (moment->date)
        json.value(to_string(*moment->date));
    else
        json.null();
    json.key("event");
    if (moment->event != no_event)
        json.value(moment->event);
    else
        json.null();
    json.end_object();
}

void write_limit(JsonWriter& json, const Limit* limit, bool extended) {
    json.key("limit");
    if (!limit) {
        json.null();
        return;
    }
    json.begin_object().key("number");
    const int number = extended ? limit->extension->number : limit->number;
    if (number == 0)  // there is no limit, or no upper one
        json.null();
    else
        json.value(number);
    json.member("unit", code(limit->unit));
    json.member("strength", code(limit->strength));
    if (limit->lead > 0) json.member("lead", limit->lead);
    json.member("roll", limit->roll == Roll::next_working_day ? "next-working-day" : "none");
    json.member("counted_from", limit->counted_from == CountedFrom::document ? "document" : "delivery");
    json.end_object();
}

void write_rule(JsonWriter& json, const Mechanism& mechanism, const Clock& clock) {
    json.key("rule");
    if (!clock.limit || !clock.version) {
        json.null();
        return;
    }
    const Span span = in_force(mechanism, *clock.limit);
    json.begin_object().member("version", clock.version->id);
    write_day(json, "in_force_from", span.from);
    write_day(json, "in_force_to", span.to);
    json.member("confidence", code(clock.limit->authority.confidence));
    json.member("source", clock.limit->authority.source);
    json.member("rank", code(clock.version->rank));
    json.member("chosen_by", clock.version->axis == Axis::filed ? "filing" : "opening");
    write_text(json, "note", clock.limit->authority.note);
    json.end_object();
}

void write_skipped(JsonWriter& json, const Clock& clock, base::Language language) {
    json.key("skipped").begin_array();
    for (const SkippedDay& skipped : skipped_days(clock))
        json.begin_object()
            .member("date", base::to_string(skipped.day))
            .member("why", skipped.why->name[language])
            .member("id", skipped.why->id)
            .end_object();
    json.end_array();
}

// "days" is that by which a sum of calendar days is pushed.
void write_suspensions(JsonWriter& json, const Clock& clock) {
    if (clock.suspensions.empty()) return;
    json.key("suspensions").begin_array();
    for (const Suspension& suspension : clock.suspensions) {
        json.begin_object();
        write_moment(json, "by", suspension.by);
        write_moment(json, "until", suspension.until);
        const auto from = suspension.by.date ? suspension.by.date->day() : std::nullopt;
        const auto to = suspension.until && suspension.until->date ? suspension.until->date->day() : std::nullopt;
        json.key("days");
        if (from && to)
            json.value(static_cast<int>(
                (*to - clock.counted_from.transform([&](base::Day start) { return std::max(start, *from); }).value_or(*from))
                    .count()));
        else
            json.null();
        json.end_object();
    }
    json.end_array();
}

void write_readings(JsonWriter& json, const Clock& clock) {
    if (clock.readings.empty()) return;
    json.key("readings").begin_array();
    for (const Reading& reading : clock.readings) {
        json.begin_object().member("version", reading.version->id).member("provision", reading.limit->authority.provision);
        write_limit(json, reading.limit, false);
        write_day(json, "due", reading.due);
        json.end_object();
    }
    json.end_array();
}

void write_finding(JsonWriter& json, const Mechanism& mechanism, std::span<const Event> events, const Finding& finding) {
    json.begin_object().member("code", code(finding.code)).key("events").begin_array();
    for (const int event : {finding.event, finding.other_event})
        if (event != no_event) json.value(event);
    json.end_array().key("step");
    if (finding.step)
        json.value(finding.step->id);
    else
        json.null();
    write_text(json, "text", describe(mechanism, events, finding));
    json.end_object();
}

// Only where there are some.
void write_positions(JsonWriter& json, const Evaluation& evaluation) {
    if (evaluation.positions.empty()) return;
    json.key("positions").begin_array();
    for (const Position& position : evaluation.positions) {
        json.begin_object().member("event", position.event).key("on");
        if (position.on == no_event)
            json.null();
        else
            json.value(position.on);
        json.end_object();
    }
    json.end_array();
}

// Of the events whose papers become public later than they bind.
void write_publicity(JsonWriter& json, const Evaluation& evaluation, std::span<const Event> events) {
    bool first = true;
    for (const int event : evaluation.order) {
        const Publicity of = publicity(evaluation, events, event);
        if (!of.delay) continue;
        if (std::exchange(first, false)) json.key("publicity").begin_array();
        json.begin_object().member("event", event);
        write_day(json, "public_from", of.from);
        json.member("provision", of.delay->limit ? of.delay->limit->authority.provision : of.delay->step->authority.provision);
        json.end_object();
    }
    if (!first) json.end_array();
}

}  // namespace

void write_json(JsonWriter& json, const Mechanism& mechanism, const Clock& clock, base::Language language) {
    json.begin_object().member("step", clock.step->id);
    write_text(json, "name", clock.step->name);
    json.member("actor", clock.step->actor);
    if (!clock.party.empty()) json.member("party", clock.party);
    write_moment(json, "opened_by", clock.opened_by);
    json.member("provision", clock.limit ? clock.limit->authority.provision : clock.step->authority.provision);
    write_limit(json, clock.limit, clock.extended);
    json.key("calendar");
    if (clock.calendar)
        json.value(clock.calendar->id());
    else
        json.null();
    write_day(json, "counted_from", clock.counted_from);
    write_day(json, "last_day", clock.raw_last_day);
    write_skipped(json, clock, language);
    write_day(json, "due", clock.due);
    if (clock.earliest_due) write_day(json, "earliest_due", clock.earliest_due);
    if (clock.latest_due) write_day(json, "latest_due", clock.latest_due);
    if (clock.missing != Missing::nothing) json.member("missing", code(clock.missing));
    write_readings(json, clock);
    write_suspensions(json, clock);
    if (clock.extended) json.member("extended_by_event", clock.extension_event);
    write_moment(json, "met_by", clock.met_by);
    if (clock.superseded_by) write_moment(json, "superseded_by", clock.superseded_by);
    json.member("state", code(clock.state)).key("days_late");
    if (clock.days_late)
        json.value(*clock.days_late);
    else
        json.null();
    if (!clock.explanations.empty()) {
        json.key("explanations").begin_array();
        for (const int event : clock.explanations) json.value(event);
        json.end_array();
    }
    if (clock.announced) json.member("announced_due", to_string(*clock.announced));
    json.member("unexplained", clock.unexplained);
    json.member("confidence", code(clock.confidence));
    write_rule(json, mechanism, clock);
    json.end_object();
}

void write_json(JsonWriter& json, const Evaluation& evaluation, std::span<const Event> events, base::Day on,
                base::Language language) {
    const Mechanism& mechanism = *evaluation.mechanism;
    json.begin_object().member("mechanism", mechanism.id).member("on", base::to_string(on)).key("stage");
    if (evaluation.stage)
        json.value(evaluation.stage->id);
    else
        json.null();
    json.key("turns").begin_array();
    for (const Turn& turn : evaluation.turns)
        json.begin_object().member("actor", turn.actor).member("step", turn.step->id).member("clock", turn.clock).end_object();
    json.end_array().member("ended", evaluation.ended).key("outcome");
    if (evaluation.outcome)
        json.value(evaluation.outcome->id);
    else
        json.null();
    write_moment(json, "ended_by", evaluation.ended_by);
    json.member("confidence", code(evaluation.confidence));
    json.key("clocks").begin_array();
    for (const Clock& clock : evaluation.clocks) write_json(json, mechanism, clock, language);
    json.end_array().key("findings").begin_array();
    for (const Finding& finding : evaluation.findings) write_finding(json, mechanism, events, finding);
    json.end_array();
    write_positions(json, evaluation);
    write_publicity(json, evaluation, events);
    json.end_object();
}

}  // namespace comity::law
