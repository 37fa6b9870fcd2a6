#include "law/replay_json.hpp"

namespace comity::law {
namespace {

using base::JsonWriter;

void write_text(JsonWriter& json, std::string_view name, const base::Text& text) {
    json.key(name).begin_object();
    for (const base::Language language : base::languages) json.member(base::code(language), text[language]);
    json.end_object();
}

template <class T>
void number_or_null(JsonWriter& json, std::string_view name, const std::optional<T>& number) {
    json.key(name);
    if (number)
        json.value(*number);
    else
        json.null();
}

void text_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    if (text.empty())
        json.null();
    else
        json.value(text);
}

void write_summary(JsonWriter& json, const ReplaySummary& sum) {
    json.begin_object();
    if (sum.step) {
        json.member("step", sum.step->id);
        write_text(json, "name", sum.step->name);
    }
    json.member("clocks", sum.clocks).member("compared", sum.compared());
    number_or_null(json, "median_shift", sum.median_shift);
    number_or_null(json, "least_shift", sum.least_shift);
    number_or_null(json, "most_shift", sum.most_shift);
    json.member("judged", sum.judged);
    for (const bool would : {false, true})
        json.key(would ? "would_be" : "as_was")
            .begin_object()
            .member("late", would ? sum.late_would : sum.late_was)
            .member("past_target", would ? sum.past_target_would : sum.past_target_was)
            .end_object();
    json.member("worse", sum.worse).member("better", sum.better).key("not_compared").begin_object();
    for (std::size_t at = 1; at < comparisons; ++at)
        if (sum.by_comparison[at] > 0) json.member(code(static_cast<Comparison>(at)), sum.by_comparison[at]);
    json.end_object().end_object();
}

void write_side(JsonWriter& json, std::string_view name, const std::optional<ReplayedSide>& side) {
    json.key(name);
    if (!side) {
        json.null();
        return;
    }
    json.begin_object();
    text_or_null(json, "version", side->version ? std::string_view(side->version->id) : "");
    text_or_null(json, "provision", side->limit ? std::string_view(side->limit->authority.provision) : "");
    json.key("limit");
    if (side->limit && side->limit->unit != Unit::none) {
        const int number = side->extended ? side->limit->extension->number : side->limit->number;
        json.begin_object();
        number_or_null(json, "number", number == 0 ? std::nullopt : std::optional(number));  // no upper limit
        json.member("unit", code(side->limit->unit)).member("strength", code(side->limit->strength)).end_object();
    } else {
        json.null();
    }
    text_or_null(json, "due", side->due ? base::to_string(*side->due) : "");
    json.member("state", code(side->state));
    number_or_null(json, "days_late", side->days_late);
    json.member("kept", code(side->keeping));
    if (side->missing != Missing::nothing) json.member("missing", code(side->missing));
    json.end_object();
}

void write_moment(JsonWriter& json, std::string_view name, const std::optional<Moment>& moment) {
    json.key(name);
    if (!moment || moment->type.empty()) {
        json.null();
        return;
    }
    json.begin_object().member("type", moment->type);
    text_or_null(json, "date", moment->date ? base::to_string(*moment->date) : "");
    json.end_object();
}

void write_clock(JsonWriter& json, const ReplayedClock& clock) {
    json.begin_object().member("step", clock.step->id);
    if (!clock.party.empty()) json.member("party", clock.party);
    write_moment(json, "opened_by", clock.opened_by);
    write_moment(json, "met_by", clock.met_by);
    write_side(json, "as_was", clock.was);
    write_side(json, "would_be", clock.would);
    json.member("comparison", code(clock.comparison));
    number_or_null(json, "shift", clock.shift);
    json.member("change", code(clock.change)).end_object();
}

void write_case(JsonWriter& json, const ReplayedCase& replayed) {
    const ReplayCase& of = *replayed.of;
    json.begin_object().member("case", of.id).member("mechanism", of.mechanism->id);
    json.member("worse", replayed.worse).member("better", replayed.better).key("unknown_events").begin_array();
    for (const int at : replayed.unknown_events) {
        const Event& event = of.events[static_cast<std::size_t>(at)];
        json.begin_object().member("type", event.type);
        text_or_null(json, "date", event.date ? base::to_string(*event.date) : "");
        json.end_object();
    }
    json.end_array().key("clocks").begin_array();
    for (const ReplayedClock& clock : replayed.clocks) write_clock(json, clock);
    json.end_array().end_object();
}

}  // namespace

void write_json(JsonWriter& json, const Replay& replay, const Edition& under, base::Day on) {
    json.member("under", to_string(under)).member("day", base::to_string(under.day)).member("on", base::to_string(on));
    json.member("cases", replay.cases.size()).member("worse", replay.worse).member("better", replay.better);
    json.key("summary").begin_object().key("all");
    write_summary(json, replay.all);
    json.key("steps").begin_array();
    for (const ReplaySummary& sum : replay.steps) write_summary(json, sum);
    json.end_array().end_object().key("replayed").begin_array();
    for (const ReplayedCase& each : replay.cases) write_case(json, each);
    json.end_array();
}

}  // namespace comity::law
