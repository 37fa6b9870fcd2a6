#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "exchange/geojson.hpp"

// Calendars (RFC 5545, and the calendar's own properties of RFC 7986).
namespace comity::exchange {

enum class EventStatus : std::uint8_t {
    tentative,  // the day may still move
    confirmed,
    cancelled,
};

// Something on one or more whole days: a due date, a meeting, the time in which comments are taken. It takes no one's time: it
// shows as free.
struct CalendarEvent {
    std::string uid;  // unique in the world, the same for this event in every file
    base::Day day;    // the first
    std::string summary;
    std::string description;  // plain text, may have several lines or be empty
    std::string address;
    EventStatus status = EventStatus::confirmed;
    std::vector<std::string> categories;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> last_modified;
    std::optional<base::Day> last_day;  // of several
    std::string place;                  // in words, may be empty
    std::optional<Point> point;
    int sequence = 0;  // grows each time that its days or its place are changed
};

struct EventCalendar {
    std::string name;
    std::string description;  // may be empty
    std::string address;      // of the page that it belongs to
    std::string source;       // where to fetch it again
    base::Language language = base::Language::en;
    std::chrono::sys_time<std::chrono::milliseconds> stamp;  // when the record had this state
    std::vector<CalendarEvent> events;
};

void append_icalendar(std::string& out, const EventCalendar& calendar);

}  // namespace comity::exchange
