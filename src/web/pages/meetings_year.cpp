#include "web/pages/meetings_year.hpp"

#include <algorithm>
#include <map>

#include "base/format.hpp"
#include "record/codec.hpp"
#include "web/pages/meeting_words.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Row;
using council::Meeting;
using std::chrono::days;

constexpr std::size_t most_entries = 100;  // of a year
constexpr std::size_t most_moved = 50;     // moved meetings that are looked at, the newest
constexpr int longest = 31;                // days of one meeting that are marked

const collections::Collection& collection_of_meetings() { return *collections::find("meeting"); }

std::optional<MeetingEntry> read(const ValueView& view, const store::Snapshot& snapshot, Row row) {
    const collections::Item& item = *view.shelves.of("meeting")->items[row];
    const auto stored = snapshot.read("meeting", item.id, record::Audience::everyone);
    if (!stored) return std::nullopt;
    return MeetingEntry{record::read_as<Meeting>(stored->record), item.title, {}};
}

// Those that were moved, the newest first.
std::vector<MeetingEntry> moved(const ValueView& view, const collections::Filter& filter, const store::Snapshot& snapshot) {
    const collections::Shelf& shelf = *view.shelves.of("meeting");
    collections::Filter only = filter;
    only.values[static_cast<std::size_t>(collection_of_meetings().facet("moved") - collection_of_meetings().facets.data())] = {
        "yes"};
    const std::vector<bool> fits = collections::fulfilling(shelf, only, {});
    std::vector<MeetingEntry> found;
    for (const Row row : shelf.by_date) {
        if (!fits[row]) continue;
        if (auto entry = read(view, snapshot, row)) found.push_back(*std::move(entry));
        if (found.size() == most_moved) break;
    }
    return found;
}

int chosen_year(const std::set<int>& years, std::optional<int> asked, int now) {
    if (asked) return *asked;
    const auto after = years.upper_bound(now);
    if (after != years.begin()) return *std::prev(after);
    return after == years.end() ? now : *after;
}

using Marks = std::map<base::Day, std::vector<const MeetingEntry*>>;

Marks marks_of(const MeetingYear& of) {
    Marks marks;
    for (const MeetingEntry& entry : of.entries) {
        const auto first = entry.first();
        if (!first || !first->day()) continue;
        const base::Day last = std::min(entry.last().value_or(*first).last(), first->first() + days{longest - 1});
        for (base::Day day = first->first(); day <= last; day += days{1}) marks[day].push_back(&entry);
    }
    return marks;
}

std::string named(const ValueView& view, const MeetingEntry& entry) {
    std::string name(base::shown(entry.title, view.language).text);
    if (const base::Text* body = view.shelves.title("body", entry.meeting.body.id))
        name += ", " + std::string(base::shown(*body, view.language).text);
    return name;
}

// The number of a day: a link to the meeting, or to the day in the list where there are several.
void day_cell(Html& h, const ValueView& view, base::Day day, const std::vector<const MeetingEntry*>* held) {
    const auto number = static_cast<unsigned>(std::chrono::year_month_day{day}.day());
    const bool today = day == view.site.today();
    if (!held) {
        h.td(only_if(today, attr<"aria-current">("date")), number);
        return;
    }
    const bool left = std::ranges::all_of(*held, [](const MeetingEntry* entry) { return entry->former.has_value(); });
    std::string names;
    for (const MeetingEntry* entry : *held)
        names += (names.empty() ? "" : "; ") +
                 (entry->former ? view.words("meetings.moved_away", {{"name", named(view, *entry)}}) : named(view, *entry));
    const std::string address = held->size() == 1
                                    ? site::record_address(Meeting::type(), held->front()->meeting.id, view.language)
                                    : "#" + day_anchor(day);
    const auto link = [&] { h.a(href(address), attr<"title">(names), number, [&] { h.span(cls("unseen"), ": ", names); }); };
    h.td(cls(left ? "left" : "held"), only_if(today, attr<"aria-current">("date")), [&] {
        if (left)
            h.s(link);
        else
            link();
    });
}

void month(Html& h, const ValueView& view, const MeetingYear& of, const Marks& marks, std::chrono::month which) {
    const std::chrono::year year{of.year};
    const base::Day first{year / which / 1}, last{year / which / std::chrono::last};
    h.div([&] {
        h.table(cls("month"), [&] {
            const std::string key = "date.month." + std::to_string(static_cast<unsigned>(which));
            h.caption(view.words(key.c_str()));
            h.thead([&] {
                h.tr([&] {
                    for (unsigned n = 1; n <= 7; ++n)
                        h.th(scope("col"), base::short_weekday_name(view.language, std::chrono::weekday{n}));
                });
            });
            h.tbody([&] {
                base::Day day = first - days{std::chrono::weekday{first}.iso_encoding() - 1};
                while (day <= last)
                    h.tr([&] {
                        for (int n = 0; n < 7; ++n, day += days{1}) {
                            const auto at = marks.find(day);
                            if (day < first || day > last)
                                h.td();
                            else
                                day_cell(h, view, day, at == marks.end() ? nullptr : &at->second);
                        }
                    });
            });
        });
        for (const MeetingEntry& entry : of.entries) {
            const auto date = entry.first();
            if (!date || date->precision() != base::Precision::month || date->first() != first) continue;
            h.p(cls("small"), view.words("case.date_unknown"), view.words("proof.colon"),
                [&] { record_link(h, view, Meeting::type(), entry.meeting.id); });
        }
    });
}

}  // namespace

std::optional<base::Date> MeetingEntry::first() const {
    return former ? meeting.moved_from[*former].start_date : std::optional(meeting.start_date);
}

std::optional<base::Date> MeetingEntry::last() const { return former ? meeting.moved_from[*former].end_date : meeting.end_date; }

MeetingYear meeting_year(const ValueView& view, const collections::Filter& filter, std::optional<int> asked) {
    const collections::Shelf& shelf = *view.shelves.of("meeting");
    const store::Snapshot snapshot = view.site.store().snapshot();
    const std::vector<bool> fits = collections::fulfilling(shelf, filter, {});
    MeetingYear of;
    int seen = 0;
    for (const Row row : shelf.by_date) {
        if (!fits[row] || shelf.first_year[row] == 0) continue;
        if (shelf.first_year[row] != seen || shelf.last_year[row] != seen)
            for (int year = shelf.first_year[row]; year <= shelf.last_year[row]; ++year) of.years.insert(year);
        seen = shelf.first_year[row];
    }
    std::vector<MeetingEntry> once = moved(view, filter, snapshot);
    for (const MeetingEntry& entry : once)
        for (const council::FormerSchedule& former : entry.meeting.moved_from)
            if (former.start_date) of.years.insert(former.start_date->year());
    const std::chrono::year_month_day today{view.site.today()};
    of.year = chosen_year(of.years, asked, static_cast<int>(today.year()));
    for (const Row row : shelf.by_date) {
        if (!fits[row] || shelf.first_year[row] > of.year || shelf.last_year[row] < of.year) continue;
        ++of.count;
        if (of.entries.size() == most_entries) continue;
        if (auto entry = read(view, snapshot, row)) of.entries.push_back(*std::move(entry));
    }
    for (MeetingEntry& entry : once)
        for (std::size_t n = 0; n < entry.meeting.moved_from.size(); ++n) {
            const auto& start = entry.meeting.moved_from[n].start_date;
            if (start && start->year() == of.year) of.entries.push_back({entry.meeting, entry.title, n});
        }
    std::ranges::stable_sort(of.entries, [](const MeetingEntry& a, const MeetingEntry& b) { return *a.first() < *b.first(); });
    return of;
}

std::string day_anchor(base::Day day) { return "d-" + base::to_string(day); }

void year_grid(Html& h, const ValueView& view, const MeetingYear& of) {
    const Marks marks = marks_of(of);
    h.div(cls("months"), [&] {
        for (unsigned n = 1; n <= 12; ++n) month(h, view, of, marks, std::chrono::month{n});
    });
    h.ul(cls("key"), [&] {
        h.li([&] { h.span(cls("mark", "held"), view.words("meetings.key_held")); });
        h.li([&] { h.span(cls("mark", "left"), [&] { h.s(view.words("meetings.key_left")); }); });
    });
}

}  // namespace comity::pages
