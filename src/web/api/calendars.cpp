#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "base/messages.hpp"
#include "body/council/body.hpp"
#include "collections/values.hpp"
#include "exchange/icalendar.hpp"
#include "web/api/answers.hpp"
#include "web/api/parts.hpp"
#include "web/site/collection_asked.hpp"

// What of the lists is kept in a calendar: meetings, and the time in which comments or applications are taken.
namespace comity::api {

namespace {

using base::Words;
using record::Value;

std::string event_id(const site::Site& site, const record::RecordType& type, std::string_view id) {
    return fmt::format("{}/{}@{}", type.name, id, site.origin().substr(site.origin().find("//") + 2));
}

// What of the record a calendar tells besides its name and its days, a line each.
std::string told(const collections::Shelves& shelves, const Value& record, const Words& words) {
    std::vector<std::string> lines;
    for (const std::string& body : collections::strings_at(record, "body"))
        lines.push_back(in_language(site::record_title(shelves, council::Body::type(), body), words.language()));
    for (const std::string& format : collections::strings_at(record, "format")) {
        const std::string key = "meeting.how." + format;
        lines.emplace_back(words(key.c_str()));
    }
    for (const std::string& kind : collections::strings_at(record, "kind"))
        if (record.as_object().contains("deadline")) lines.emplace_back(site::label("news-kinds", kind, words.language()));
    if (const auto deadline = collections::date_at(record, "deadline"))
        lines.push_back(words("meetings.until", {{"date", base::date(words.language(), *deadline)}}));
    for (const char* path : {"theme", "summary", "note"})
        if (const base::Text text = collections::text_at(record, path); !text.empty())
            lines.push_back(in_language(text, words.language()));
    for (const Value* former : collections::values_at(record, "moved_from")) {
        const auto days = collections::span_at(*former, "start_date", "end_date");
        if (!days.date) continue;
        std::string day = base::date(words.language(), *days.date);
        if (const base::Text place = collections::text_at(*former, "place"); !place.empty())
            day += ", " + in_language(place, words.language());
        lines.push_back(std::string(words("meeting.moved")) + " " + day);
    }
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
    return out;
}

// Nothing where no month is known: a calendar has no place for a year.
std::optional<exchange::CalendarEvent> event_of(const site::Site& site, const collections::Collection& collection,
                                                const collections::Shelves& shelves, const store::Stored& stored,
                                                const Words& words) {
    const Value& record = stored.record;
    const collections::Span days = collection.occasion(record);
    if (!days.date || days.date->precision() == base::Precision::year) return std::nullopt;
    const base::Language language = words.language();
    const bool vague = days.date->precision() != base::Precision::day;
    std::string description = told(shelves, record, words);
    if (vague) description = std::string(words("case.date_unknown")) + (description.empty() ? "" : "\n") + description;
    exchange::CalendarEvent event{
        .uid = event_id(site, *collection.type, stored.id),
        .day = days.date->first(),
        .summary = in_language(collections::title_of(collection, record), language),
        .description = std::move(description),
        .address = site.origin() + site::record_address(*collection.type, stored.id, language),
        .status = vague ? exchange::EventStatus::tentative : exchange::EventStatus::confirmed,
        .categories = {std::string(Words(language)(fmt::format("collection.{}.title", collection.type->collection).c_str()))},
        .last_modified = {},
        .last_day = days.end ? days.end->last() : days.date->last(),
        .place = {},
        .point = {},
        .sequence = static_cast<int>(collections::values_at(record, "moved_from").size())};
    if (const Value* place = record.as_object().if_contains("place"); place && !collection.place.empty()) {
        event.place = in_language(collections::text_at(*place, "name"), language);
        if (const auto point = collections::point_at(record, "place"))
            event.point = exchange::Point{point->latitude, point->longitude};
    }
    return event;
}

server::Response calendar(const site::Site& site, const Spot& spot, std::string name, const collections::Collection& collection,
                          const collections::Shelves& shelves, const std::vector<store::Stored>& records) {
    const Words words(spot.language);
    exchange::EventCalendar calendar{.name = std::move(name),
                                     .description = {},
                                     .address = absolute(site, spot),
                                     .source = absolute(site, spot, "ics"),
                                     .language = spot.language,
                                     .stamp = site.today(),
                                     .events = {}};
    std::int64_t left_out = 0;
    for (const store::Stored& stored : records) {
        if (auto event = event_of(site, collection, shelves, stored, words))
            calendar.events.push_back(*std::move(event));
        else if (collection.occasion(stored.record).date)
            ++left_out;
    }
    if (left_out > 0) calendar.description = words.plural("meetings.left_out", left_out);
    std::string out;
    exchange::append_icalendar(out, calendar);
    return answered("ics", std::move(out));
}

// The list with only what can be kept in a calendar, where that is not all of it.
server::Request with_days_only(const site::Site& site, const server::Request& request,
                               const collections::Collection& collection) {
    server::Request narrowed = request;
    if (collection.occasions.empty() || server::find(request.query, collection.occasions)) return narrowed;
    const auto shelves = site.shelves();
    const auto at = static_cast<std::size_t>(collection.facet(collection.occasions) - collection.facets.data());
    for (const std::string& value : shelves->of(collection).columns[at].known->names)
        narrowed.query.push_back({std::string(collection.occasions), value});
    return narrowed;
}

server::Response list_calendar(const site::Site& site, site::Page page, const server::Request& request,
                               const server::Match& match, const Spot& spot, std::string_view name) {
    const collections::Collection& collection = *collections::find(site::shown_at(page)->type);
    const site::ListAsked asked =
        site::list_asked(site, page, with_days_only(site, request, collection), match, collections::most_rows);
    server::Response response = calendar(site, spot, fmt::format("{} · {}", name, publisher(site, match.language)), collection,
                                         *asked.shelves, asked.records);
    if (!asked.listing.next.empty()) {
        Spot next = spot;
        next.query.push_back({"after", asked.listing.next});
        next.query.push_back({"limit", std::to_string(asked.filter.limit)});
        response.headers.push_back({"Link", fmt::format("<{}>; rel=\"next\"", absolute(site, next, "ics"))});
    }
    return response;
}

}  // namespace

server::Response list_ics(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::Page page = site.page_of(*match.route);
    const collections::Collection& collection = *collections::find(site::shown_at(page)->type);
    server::Parameters query = request.query;
    std::erase_if(query, [](const server::Parameter& p) { return p.name == "after" || p.name == "limit" || p.name == "fields"; });
    const std::string title = fmt::format("collection.{}.title", collection.type->collection);
    return list_calendar(site, page, request, match, {page, match.language, {}, std::move(query)},
                         Words(match.language)(title.c_str()));
}

server::Response record_ics(const site::Site& site, const server::Request&, const server::Match& match) {
    const site::Page page = site.page_of(*match.route);
    const site::RecordAsked asked = site::record_asked(site, page, match);
    return calendar(site, {page, match.language, match.captured, {}}, in_language(asked.title, match.language), *asked.collection,
                    *asked.shelves, {asked.stored});
}

server::Response consultations_ics(const site::Site& site, const server::Request& request, const server::Match& match) {
    return list_calendar(site, site::Page::news, request, match, {site::Page::consultations, match.language, {}, {}},
                         Words(match.language)("consultations.title"));
}

}  // namespace comity::api
