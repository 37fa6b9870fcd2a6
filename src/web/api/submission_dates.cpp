#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/format.hpp"
#include "base/messages.hpp"
#include "exchange/atom.hpp"
#include "exchange/icalendar.hpp"
#include "law/provision.hpp"
#include "record/codec.hpp"
#include "web/api/answers.hpp"
#include "web/api/case_seen.hpp"
#include "web/api/parts.hpp"

// One case by its dates: its clocks as a calendar, its events as a feed.
namespace comity::api {

namespace {

using base::Words;

std::string event_name(const law::Mechanism& mechanism, std::string_view type, const Words& words) {
    if (type == "expiry") return std::string(words("api.expiry"));
    const int index = law::event_type(mechanism, type);
    return index < 0 ? std::string(type)
                     : in_language(mechanism.event_types[static_cast<std::size_t>(index)].name, words.language());
}

std::string moment(const CaseSeen& seen, const char* key, const law::Moment& at, const Words& words) {
    const std::string name = event_name(*seen.on.mechanism, at.type, words);
    const std::string date = at.date ? base::date(words.language(), *at.date) : std::string(words("api.unknown_date"));
    return words(key, {{"event", name}, {"date", date}});
}

const char* state_key(law::ClockState state) {
    switch (state) {
        case law::ClockState::open: return "api.clock.open";
        case law::ClockState::met: return "api.clock.met";
        case law::ClockState::late: return "api.clock.late";
        case law::ClockState::met_late: return "api.clock.met_late";
        case law::ClockState::past_target: return "api.clock.past_target";
        case law::ClockState::elapsed: return "api.clock.elapsed";
        case law::ClockState::superseded: return "api.clock.superseded";
        case law::ClockState::untimed: return "api.clock.untimed";
        case law::ClockState::suspended: return "api.clock.suspended";
    }
    return "";
}

std::string host(const std::string& origin) { return origin.substr(origin.find("//") + 2); }

// The same for a clock whatever the day on which it is asked for: what opened it, and for what.
std::string uid(const CaseSeen& seen, const law::Clock& clock, const std::string& origin) {
    const auto opened = static_cast<std::size_t>(clock.opened_by.event);
    std::string id = clock.opened_by.event == law::no_event ? fmt::format("{}/{}", seen.of->submission.id, clock.opened_by.type)
                                                            : seen.of->events[opened].id;
    if (clock.opened_by.event == law::no_event && clock.opened_by.date) id += "-" + base::to_string(*clock.opened_by.date);
    const bool several = seen.of->submission.parties.size() > 1;
    if (several && !clock.party.empty()) id += fmt::format("/{}", clock.party);
    return fmt::format("{}/{}@{}", id, clock.step->id, host(origin));
}

exchange::EventStatus calendar_status(const law::Clock& clock) {
    if (clock.state == law::ClockState::superseded) return exchange::EventStatus::cancelled;
    // A notice of extension within the time would still move it.
    if (clock.state == law::ClockState::open && clock.limit->extension && !clock.extended)
        return exchange::EventStatus::tentative;
    return exchange::EventStatus::confirmed;
}

exchange::CalendarEvent due_day(const site::Site& site, const CaseSeen& seen, const law::Clock& clock, const Words& words,
                                const std::string& page) {
    const std::string step = in_language(clock.step->name, words.language());
    const std::string actor = site::actor_name(site, *seen.of, *seen.on.mechanism, clock.step->actor, words.language());
    std::string description = words("api.clock.actor", {{"actor", actor}}) + "\n" +
                              words("api.clock.provision", {{"provision", law::cited(words, clock.limit->authority.provision)}}) +
                              "\n" + moment(seen, "api.clock.opened_by", clock.opened_by, words) + "\n" +
                              std::string(words(state_key(clock.state)));
    if (clock.met_by) description += "\n" + moment(seen, "api.clock.met_by", *clock.met_by, words);
    return {.uid = uid(seen, clock, site.origin()),
            .day = *clock.due,
            .summary = words("api.clock.summary", {{"id", seen.of->submission.id}, {"step", step}}),
            .description = std::move(description),
            .address = page,
            .status = calendar_status(clock),
            .categories = {seen.of->submission.id},
            .last_modified = {}};
}

// What the reader of a feed is told of a document's date: nothing, where the event is not dated.
base::Day told(const CaseSeen& seen, const registry::DocketEvent& event) {
    return event.date ? event.date->first() : seen.of->submission.as_of.first();
}

}  // namespace

server::Response submission_ics(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const Words words(match.language);
    const Spot spot{site::Page::submission, match.language, {{"id", seen.of->submission.id}}, {}};
    const std::string page = absolute(site, spot);
    exchange::EventCalendar calendar{
        .name = words("api.clock.calendar",
                      {{"id", seen.of->submission.id}, {"title", in_language(seen.of->submission.title, match.language)}}),
        .description = {},
        .address = page,
        .source = absolute(site, spot, "ics"),
        .language = match.language,
        .stamp = seen.on.on,
        .events = {}};
    std::set<std::string> seen_ids;
    for (const law::Clock& clock : seen.on.evaluation.clocks) {
        if (!clock.due) continue;
        exchange::CalendarEvent event = due_day(site, seen, clock, words, page);
        // One event can open a step under two rules, a treaty's and a guideline's.
        for (int n = 2; !seen_ids.insert(event.uid).second; ++n)
            event.uid = fmt::format("{}-{}", uid(seen, clock, site.origin()), n);
        calendar.events.push_back(std::move(event));
    }
    std::string out;
    exchange::append_icalendar(out, calendar);
    return answered("ics", std::move(out));
}

server::Response submission_atom(const site::Site& site, const server::Request& request, const server::Match& match) {
    const CaseSeen seen = case_seen(site, request, match);
    const Words words(match.language);
    const registry::Submission& submission = seen.of->submission;
    const Spot spot{site::Page::submission, match.language, {{"id", submission.id}}, {}};
    const std::string page = absolute(site, spot), language(base::code(match.language));
    exchange::AtomFeed feed{.id = absolute(site, spot, "atom"),
                            .title = submission.id + " " + in_language(submission.title, match.language),
                            .subtitle = {},
                            .language = match.language,
                            .author = publisher(site, match.language),
                            .author_address = absolute(site, {site::Page::home, match.language, {}, {}}),
                            .updated = submission.as_of.first(),
                            .links = {{"self", absolute(site, spot, "atom"), "application/atom+xml", language}},
                            .entries = {}};
    for (const base::Language other : site.languages())
        feed.links.push_back(
            {"alternate", absolute(site, {spot.page, other, spot.captured, {}}), "text/html", std::string(base::code(other))});
    for (const registry::DocketEvent& event : seen.of->events) {
        const std::string_view type = event.event;
        // The event's own part of its id: the case's address has the rest.
        exchange::AtomEntry entry{.id = page + "#" + event.id.substr(event.id.find('/') + 1),
                                  .title = event_name(*seen.on.mechanism, type, words),
                                  .summary = in_language(event.note, match.language),
                                  .language = match.language,
                                  .updated = told(seen, event),
                                  .published = {},
                                  .links = {{"alternate", page, "text/html", language}},
                                  .categories = {{std::string(type), {}}}};
        if (event.date) {
            entry.published = event.date->first();
            entry.summary = base::date(match.language, *event.date) + (entry.summary.empty() ? "" : ". " + entry.summary);
        }
        feed.entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(feed.entries, std::greater{}, &exchange::AtomEntry::updated);
    if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
    std::string out;
    exchange::append_atom(out, feed);
    return answered("atom", std::move(out));
}

}  // namespace comity::api
