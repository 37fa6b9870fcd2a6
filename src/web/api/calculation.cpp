#include "web/site/calculation.hpp"

#include <fmt/format.h>

#include "base/format.hpp"
#include "base/hash.hpp"
#include "base/messages.hpp"
#include "exchange/icalendar.hpp"
#include "law/evaluation_json.hpp"
#include "law/provision.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"

// The deadline calculator for programs: the course ahead as data, its due days for a calendar.
namespace comity::api {

namespace {

using base::JsonWriter;
using base::Words;

// Throws HttpError 400 for the first fault, in the reader's language.
site::Calculation calculated(const site::Site& site, const server::Request& request, const server::Match& match) {
    site::Calculation asked = site::calculation_asked(site, request, match);
    if (asked.faults.empty()) return asked;
    const auto& [parameter, sentence] = *asked.faults.begin();
    throw server::HttpError{400, "bad_parameter." + parameter, sentence};
}

std::string_view code(law::EndsBy by) {
    switch (by) {
        case law::EndsBy::given: return "given";
        case law::EndsBy::due: return "due";
        case law::EndsBy::unknown: return "unknown";
    }
    return "";
}

void write_ways(JsonWriter& json, const law::CourseAhead& ahead, const law::ClockAhead& one) {
    json.key("ways").begin_array();
    for (const law::Way& way : one.ways) {
        json.begin_object().member("from", ahead.clocks[way.from].clock.step->id).member("event", way.event);
        write_day(json, "date", way.day);
        json.end_object();
    }
    json.end_array();
}

void write_onward(JsonWriter& json, const law::Mechanism& mechanism, const law::ClockAhead& one) {
    json.key("onward").begin_array();
    for (const law::Onward& onward : one.onward) {
        json.begin_object().member("event", onward.event).key("opens").begin_array();
        for (const int step : onward.opens) json.value(mechanism.steps[static_cast<std::size_t>(step)].id);
        json.end_array();
        write_code(json, "outcome",
                   onward.outcome < 0 ? std::string_view() : mechanism.outcomes[static_cast<std::size_t>(onward.outcome)].id);
        json.end_object();
    }
    json.end_array();
}

std::string host(const std::string& origin) { return origin.substr(origin.find("//") + 2); }

// The question itself, however its address was written.
std::string as_asked(const law::Opening& opening) {
    std::string text = fmt::format("{} {} {} {}", opening.event, base::to_string(opening.day),
                                   opening.filed ? base::to_string(*opening.filed) : "-", opening.party);
    for (const auto& [step, day] : opening.ends) text += fmt::format(" {}={}", step, base::to_string(day));
    for (const int step : opening.extended) text += fmt::format(" {}", step);
    return text;
}

exchange::CalendarEvent due_day(const site::Calculation& asked, const law::Clock& clock, const Words& words) {
    const law::Mechanism& mechanism = *asked.mechanism;
    const std::string step = in_language(clock.step->name, words.language()),
                      opened = base::date(words.language(), *clock.opened_by.date);
    const law::Actor* actor = law::find_actor(mechanism, clock.step->actor);
    return {.uid = {},
            .day = *clock.due,
            .summary = words("api.calculation.summary", {{"step", step}, {"mechanism", law::cited(words, mechanism.code)}}),
            .description = words("api.clock.actor", {{"actor", actor ? in_language(actor->name, words.language()) : ""}}) + "\n" +
                           words("api.clock.provision", {{"provision", law::cited(words, clock.limit->authority.provision)}}) +
                           "\n" + words("api.calculation.opens", {{"date", opened}}) + "\n" +
                           std::string(words("calculator.assumption")),
            .address = {},
            .status = exchange::EventStatus::tentative,
            .categories = {},
            .last_modified = {}};
}

}  // namespace

server::Response calculator_json(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Calculation asked = calculated(site, request, match);
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("mechanism", asked.mechanism->id).member("step", asked.step().id).member("event", asked.event);
    json.member("date", base::to_string(asked.opening.day));
    write_day(json, "filed", asked.opening.filed);
    write_code(json, "party", asked.opening.party);
    json.member("assumption", Words(match.language)("calculator.assumption")).key("clocks").begin_array();
    for (const law::ClockAhead& one : asked.ahead->clocks) {
        json.begin_object().key("clock");
        law::write_json(json, *asked.mechanism, one.clock, match.language);
        write_day(json, "ends", one.ends);
        json.member("ends_by", code(one.ends_by));
        write_ways(json, *asked.ahead, one);
        write_onward(json, *asked.mechanism, one);
        json.end_object();
    }
    json.end_array().key("events").begin_array();
    for (const law::Event& event : asked.ahead->events) {
        json.begin_object();
        write_code(json, "type", event.type);
        write_date(json, "date", event.date);
        json.end_object();
    }
    json.end_array().key("unused").begin_array();
    for (const std::string& step : asked.unused) json.value(step);
    json.end_array();
    write_links(json, site, {site::Page::calculator, match.language, {}, asked.given});
    json.end_object();
    return answered("json", std::move(out));
}

server::Response calculator_ics(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Calculation asked = calculated(site, request, match);
    const Words words(match.language);
    const Spot spot{site::Page::calculator, match.language, {}, asked.given};
    const std::string step = in_language(asked.step().name, match.language), day = base::date(match.language, asked.opening.day);
    exchange::EventCalendar calendar{.name = words("api.calculation.calendar", {{"step", step}, {"date", day}}),
                                     .description = std::string(words("calculator.assumption")),
                                     .address = absolute(site, spot),
                                     .source = absolute(site, spot, "ics"),
                                     .language = match.language,
                                     .stamp = site.today(),
                                     .events = {}};
    // The same question has the same events in every file and language.
    const std::string question = base::sha256(as_asked(asked.opening)).substr(0, 16);
    for (const law::ClockAhead& one : asked.ahead->clocks) {
        if (!one.clock.due) continue;
        exchange::CalendarEvent event = due_day(asked, one.clock, words);
        event.uid = fmt::format("{}/{}/{}@{}", asked.mechanism->id, one.clock.step->id, question, host(site.origin()));
        event.address = calendar.address;
        calendar.events.push_back(std::move(event));
    }
    std::string out;
    exchange::append_icalendar(out, calendar);
    return answered("ics", std::move(out));
}

}  // namespace comity::api
