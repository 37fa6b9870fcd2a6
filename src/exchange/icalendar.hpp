#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

// Calendars (RFC 5545, and the calendar's own properties of RFC 7986).
namespace comity::exchange {

enum class EventStatus : std::uint8_t {
    tentative,  // the day may still move
    confirmed,
    cancelled,
};

// Something on one whole day. It takes no one's time: a due date shows as free.
struct CalendarEvent {
    std::string uid;  // unique in the world, the same for this event in every file
    base::Day day;
    std::string summary;
    std::string description;  // plain text, may have several lines or be empty
    std::string address;
    EventStatus status = EventStatus::confirmed;
    std::vector<std::string> categories;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> last_modified;
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
