#include "web/pages/meetings_calendar_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/format.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/meeting_words.hpp"
#include "web/pages/meetings_year.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"
#include "web/site/collection_asked.hpp"

namespace comity::pages {

namespace {

using namespace html;
using council::Meeting;
using server::Parameters;

constexpr std::size_t bodies_shown = 8;

struct View {
    ValueView of;
    const collections::Collection& collection;
    const collections::Filter& filter;
    MeetingYear year;

    // The calendar of a year, under the same filters.
    std::string address(int of_year, const collections::Filter& narrowed) const {
        Parameters query = site::query_of(collection, narrowed);
        query.insert(query.begin(), {"year", std::to_string(of_year)});
        return site::address(site::Page::meetings_calendar, of.language, {}, "", query);
    }
    // The list of the year's meetings, in a format.
    std::string list(std::string_view format) const {
        Parameters query = site::query_of(collection, filter);
        query.push_back({"from", std::to_string(year.year)});
        query.push_back({"to", std::to_string(year.year)});
        return site::address(site::Page::meetings, of.language, {}, format, query);
    }
};

std::optional<int> year_asked(const server::Request& request) {
    const std::string_view text = server::find(request.query, "year").value_or("");
    if (text.empty()) return std::nullopt;
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year < 1900 || year > 2199)
        throw server::HttpError{400, "bad_filter.year",
                                fmt::format("\"{}\" is not a year of the calendar; write a year from 1900 to 2199, such as 2016",
                                            text.substr(0, 60))};
    return year;
}

collections::Filter filter_asked(const collections::Collection& collection, const server::Request& request) {
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const server::Parameter& parameter : request.query) parameters.emplace_back(parameter.name, parameter.value);
    auto filter = collections::filter_from(collection, parameters);
    if (!filter)
        throw server::HttpError{400, "bad_filter." + filter.error().front().field, base::to_string(filter.error().front())};
    return *std::move(filter);
}

void years(Html& h, const View& view) {
    const std::set<int>& all = view.year.years;
    const auto before = all.lower_bound(view.year.year), after = all.upper_bound(view.year.year);
    h.nav(cls("pager", "unprinted"), aria_label(view.of.words("meetings.years")), [&] {
        const auto link = [&](int year, const char* relation, const char* key) {
            const std::string text = std::to_string(year);
            h.a(cls("button"), rel(relation), href(view.address(year, view.filter)), view.of.words(key, {{"year", text}}));
        };
        if (before != all.begin()) link(*std::prev(before), "prev", "meetings.before");
        if (after != all.end()) link(*after, "next", "meetings.after");
    });
    h.details(cls("unprinted"), [&] {
        h.summary(view.of.words("meetings.all_years"));
        h.p(cls("formats"), [&] {
            for (auto year = all.rbegin(); year != all.rend(); ++year) {
                h.a(href(view.address(*year, view.filter)), only_if(*year == view.year.year, attr<"aria-current">("page")),
                    *year);
                h.write(" ");
            }
        });
    });
}

// One body alone, or all of them.
void bodies(Html& h, const View& view) {
    const auto at = static_cast<std::size_t>(view.collection.facet("body") - view.collection.facets.data());
    const auto listing = collections::list(view.of.shelves.of(view.collection), view.filter, view.of.language, {});
    if (!listing || (listing->facets[at].size() < 2 && view.filter.values[at].empty())) return;
    h.nav(cls("formats", "unprinted"), aria_label(view.of.words("field.meeting.body")), [&] {
        collections::Filter narrowed = view.filter;
        narrowed.values[at].clear();
        h.a(href(view.address(view.year.year, narrowed)), only_if(view.filter.values[at].empty(), attr<"aria-current">("true")),
            view.of.words("meetings.all_bodies"));
        for (std::size_t i = 0; i < std::min(listing->facets[at].size(), bodies_shown); ++i) {
            const std::string& body = listing->facets[at][i].value;
            narrowed.values[at] = {body};
            h.write(" ");
            h.a(href(view.address(view.year.year, narrowed)),
                only_if(view.filter.values[at].contains(body), attr<"aria-current">("true")),
                site::facet_value(view.of.site, view.of.shelves, view.collection.facets[at], body, view.of.language));
        }
    });
}

// "Moved to 8 Sep 2016 – 9 Sep 2016, Mérida" under a former day, "Moved; it was planned for …" under the day itself.
void row(Html& h, const View& view, const MeetingEntry& entry, bool anchored) {
    const Meeting& meeting = entry.meeting;
    const auto first = entry.first();
    h.tr(only_if(anchored && first && first->day(), id(first ? day_anchor(first->first()) : std::string())), [&] {
        h.td(cls("date"), [&] { days_shown(h, view.of, first, entry.last(), entry.former.has_value()); });
        h.th(scope("row"), cls("name"), [&] {
            record_link(h, view.of, Meeting::type(), meeting.id);
            if (const base::Text* body = view.of.shelves.title("body", meeting.body.id))
                h.span(cls("under"), [&] { record_text(h, *body, view.of.language); });
            if (!meeting.theme.empty()) h.span(cls("under"), [&] { record_text(h, meeting.theme, view.of.language); });
        });
        h.td(attr<"data-label">(view.of.words("home.place")), [&] {
            if (!entry.former) {
                h.p([&] { place_shown_of(h, view.of, meeting); });
                moved_shown(h, view.of, meeting);
                return;
            }
            const base::Text& place = meeting.moved_from[*entry.former].place;
            if (!place.empty()) h.p([&] { h.s([&] { record_text(h, place, view.of.language); }); });
            h.p([&] {
                h.write(view.of.words("meeting.moved_to"), " ");
                days_shown(h, view.of, meeting.start_date, meeting.end_date);
                h.write(". ");
                place_shown_of(h, view.of, meeting);
            });
        });
    });
}

void list(Html& h, const View& view) {
    part(h, view.of.words, "list", "meetings.list", "meetings.list_note", [&] {
        if (view.year.entries.empty()) {
            const std::string year = std::to_string(view.year.year);
            h.p(view.of.words("meetings.none", {{"year", year}}));
        } else {
            h.table(cls("ledger"), [&] {
                h.caption(cls("unseen"), view.of.words("meetings.list"));
                h.thead([&] {
                    h.tr([&] {
                        for (const char* head : {"list.date", "list.name", "home.place"}) h.th(scope("col"), view.of.words(head));
                    });
                });
                h.tbody([&] {
                    std::set<base::Day> anchored;
                    for (const MeetingEntry& entry : view.year.entries)
                        row(h, view, entry, entry.first() && anchored.insert(entry.first()->first()).second);
                });
            });
        }
        if (view.year.count > view.year.entries.size()) {
            const std::string n = base::format_number(view.of.language, static_cast<std::int64_t>(view.year.count));
            h.p(cls("more"), [&] { h.a(href(view.list("")), view.of.words("related.all", {{"n", n}})); });
        }
        h.p(cls("formats"), [&] {
            h.span(view.of.words("meetings.as"));
            for (const char* format : {"ics", "json", "csv", "atom"}) {
                h.write(" ");
                h.a(href(view.list(format)), type(*server::media_type(format)), ".", format);
            }
        });
    });
}

}  // namespace

server::Response meetings_calendar_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const collections::Collection& collection = *collections::find("meeting");
    const std::optional<int> asked = year_asked(request);
    const collections::Filter filter = filter_asked(collection, request);
    const auto shelves = site.shelves();
    const ValueView of{site, *shelves, match.language, base::Words(match.language)};
    const View view{of, collection, filter, meeting_year(of, filter, asked)};
    const std::string year = std::to_string(view.year.year);
    Parameters query = site::query_of(collection, filter);
    if (asked) query.insert(query.begin(), {"year", year});
    const Frame frame{
        .language = match.language,
        .page = site::Page::meetings_calendar,
        .query = std::move(query),
        .title = of.words("meetings.of_year", {{"year", year}}),
        .description = std::string(of.words("meetings.lead")),
        .trail = {{site::address(site::Page::home, match.language), std::string(of.words("nav.home"))},
                  {site::address(site::Page::meetings, match.language), std::string(of.words("collection.meetings.title"))}},
        .section = collections::Section::council,
        .stylesheet = "calendar.css"};
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 title_band(h, frame);
                                 h.section(cls("part", "wide"), attr<"aria-labelledby">("months"), [&] {
                                     h.header([&] {
                                         h.h2(id("months"), of.words.plural("collection.meetings.count",
                                                                            static_cast<std::int64_t>(view.year.count)));
                                         bodies(h, view);
                                     });
                                     h.div(cls("text"), [&] {
                                         year_grid(h, of, view.year);
                                         years(h, view);
                                     });
                                 });
                                 list(h, view);
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
