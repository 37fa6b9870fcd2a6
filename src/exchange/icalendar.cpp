#include "exchange/icalendar.hpp"

#include <fmt/format.h>

namespace comity::exchange {

namespace {

// Lines longer than 75 octets are folded, never inside a character; the space that marks the fold counts as one of them.
void append_line(std::string& out, std::string_view line) {
    constexpr std::size_t widest = 75;
    std::size_t room = widest;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80) --cut;
        if (cut == 0) cut = room;  // not UTF-8
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = widest - 1;
    }
    out += line;
    out += "\r\n";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case ';': out += "\\;"; break;
            case ',': out += "\\,"; break;
            case '\n': out += "\\n"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
        }
    }
    return out;
}

// An address is not a text: nothing in it is escaped, and what can't be in one must not end the line.
std::string address(std::string_view uri) {
    std::string out;
    for (const char c : uri)
        if (static_cast<unsigned char>(c) > 0x20) out += c;
    return out;
}

std::string basic(base::Day day) {
    const std::chrono::year_month_day ymd{day};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string basic(std::chrono::sys_time<std::chrono::milliseconds> time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time) - day};
    return fmt::format("{}T{:02}{:02}{:02}Z", basic(day), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string_view status_of(EventStatus status) {
    switch (status) {
        case EventStatus::tentative: return "TENTATIVE";
        case EventStatus::confirmed: return "CONFIRMED";
        case EventStatus::cancelled: return "CANCELLED";
    }
    return {};
}

void append_event(std::string& out, const CalendarEvent& event, std::string_view language, std::string_view stamp) {
    append_line(out, "BEGIN:VEVENT");
    append_line(out, fmt::format("UID:{}", escaped(event.uid)));
    append_line(out, fmt::format("DTSTAMP:{}", stamp));
    append_line(out, fmt::format("DTSTART;VALUE=DATE:{}", basic(event.day)));
    append_line(out, fmt::format("DTEND;VALUE=DATE:{}", basic(event.last_day.value_or(event.day) + std::chrono::days{1})));
    append_line(out, fmt::format("SUMMARY;LANGUAGE={}:{}", language, escaped(event.summary)));
    if (!event.description.empty())
        append_line(out, fmt::format("DESCRIPTION;LANGUAGE={}:{}", language, escaped(event.description)));
    if (!event.place.empty()) append_line(out, fmt::format("LOCATION;LANGUAGE={}:{}", language, escaped(event.place)));
    if (event.point) append_line(out, fmt::format("GEO:{};{}", event.point->latitude, event.point->longitude));
    if (!event.address.empty()) append_line(out, fmt::format("URL:{}", address(event.address)));
    if (!event.categories.empty()) {
        std::string list;
        for (const std::string& category : event.categories) list += (list.empty() ? "" : ",") + escaped(category);
        append_line(out, fmt::format("CATEGORIES;LANGUAGE={}:{}", language, list));
    }
    append_line(out, fmt::format("STATUS:{}", status_of(event.status)));
    if (event.sequence > 0) append_line(out, fmt::format("SEQUENCE:{}", event.sequence));
    if (event.last_modified) append_line(out, fmt::format("LAST-MODIFIED:{}", basic(*event.last_modified)));
    append_line(out, "TRANSP:TRANSPARENT");
    append_line(out, "END:VEVENT");
}

}  // namespace

void append_icalendar(std::string& out, const EventCalendar& calendar) {
    const std::string_view language = base::code(calendar.language);
    const std::string stamp = basic(calendar.stamp);
    append_line(out, "BEGIN:VCALENDAR");
    append_line(out, "VERSION:2.0");
    append_line(out, "PRODID:-//Comity//Docket//EN");
    append_line(out, "CALSCALE:GREGORIAN");
    const std::string name = escaped(calendar.name);
    append_line(out, fmt::format("NAME;LANGUAGE={}:{}", language, name));
    append_line(out, fmt::format("X-WR-CALNAME:{}", name));  // what most programs read instead of NAME
    if (!calendar.description.empty())
        append_line(out, fmt::format("DESCRIPTION;LANGUAGE={}:{}", language, escaped(calendar.description)));
    append_line(out, fmt::format("URL:{}", address(calendar.address)));
    append_line(out, fmt::format("SOURCE;VALUE=URI:{}", address(calendar.source)));
    append_line(out, fmt::format("LAST-MODIFIED:{}", stamp));
    append_line(out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for (const CalendarEvent& event : calendar.events) append_event(out, event, language, stamp);
    append_line(out, "END:VCALENDAR");
}

}  // namespace comity::exchange
