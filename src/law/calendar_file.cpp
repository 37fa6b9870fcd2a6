#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "law/calendar.hpp"
#include "law/toml_file.hpp"

namespace comity::law {
namespace {

// "MM-DD"; 29 February is a date.
std::chrono::month_day month_day_from(TableReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() == 5 && text[2] == '-') {
        std::from_chars(text.data(), text.data() + 2, month);
        std::from_chars(text.data() + 3, text.data() + 5, day);
    }
    const std::chrono::month_day date{std::chrono::month{month}, std::chrono::day{day}};
    if (date.ok()) return date;
    if (!text.empty()) reader.fault(key, fmt::format("\"{}\" is not a day of the year", text), "write \"MM-DD\"");
    return std::chrono::January / 1;
}

std::chrono::weekday weekday_from(TableReader& reader) {
    const std::size_t at =
        reader.one_of("weekday", {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
    return std::chrono::weekday{static_cast<unsigned>(at)};
}

DayRule fixed_date_from(TableReader& reader) {
    const FixedDate date{month_day_from(reader, "date"), reader.flag("monday_if_sunday"), reader.flag("monday_if_saturday"),
                         reader.flag("friday_if_saturday")};
    if (date.monday_if_saturday && date.friday_if_saturday)
        reader.fault("friday_if_saturday", "stands beside monday_if_saturday", "one of the two");
    return date;
}

DayRule rule_from(TableReader& reader) {
    switch (
        reader.one_of("falls", {"weekend", "fixed-date", "nth-weekday", "weekday-before", "from-easter", "one-day", "closure"})) {
        case 1: return fixed_date_from(reader);
        case 2: {
            const std::chrono::month month{static_cast<unsigned>(reader.number("month", 1, 12))};
            const bool last = reader.flag("last");
            if (last && reader.find("nth")) reader.fault("last", "stands beside nth", "one of the two");
            return NthWeekday{month, weekday_from(reader), last ? 0 : static_cast<unsigned>(reader.number("nth", 1, 5))};
        }
        case 3: {
            const std::chrono::weekday weekday = weekday_from(reader);
            return WeekdayBefore{weekday, month_day_from(reader, "date")};
        }
        case 4: return FromEaster{static_cast<int>(reader.number("days", -100, 100))};
        case 5: {
            const auto day = reader.day("date");
            if (!day) reader.fault("date", "is missing", "YYYY-MM-DD, without quotation marks");
            return OneDay{day.value_or(base::Day{})};
        }
        case 6: {
            const std::chrono::month_day first = month_day_from(reader, "first");
            return YearEnd{first, month_day_from(reader, "last")};
        }
        default: return Weekend{};
    }
}

}  // namespace

std::expected<std::shared_ptr<const Calendar>, base::Faults> calendar_from(const SourceFile& file) {
    const auto root = parse_toml(file);
    if (!root) return std::unexpected(root.error());
    base::Faults faults;
    TableReader reader(*root, file.name, "", faults);
    const std::string id = reader.text("id");
    reader.rename(id);
    base::Text name = reader.words("name");
    Authority authority = reader.authority(false);
    const Span covers = reader.span("covers");
    std::vector<DayOff> days_off;
    for (const Node* node : reader.tables("day_off")) {
        TableReader entry(*node, file.name, "day off", faults);
        DayOff day_off{.id = entry.text("id"), .name = entry.words("name"), .rule = rule_from(entry), .authority = {}};
        entry.rename(day_off.id);
        day_off.authority = entry.authority();
        day_off.every_years = static_cast<int>(entry.number("every_years", 1, 100, 1));
        day_off.first_year = static_cast<int>(entry.number("first_year", 1900, 2119, 0));
        if (day_off.every_years > 1 && day_off.first_year == 0)
            entry.fault("first_year", "is missing beside every_years", "a year in which it falls");
        if (std::ranges::find(days_off, day_off.id, &DayOff::id) != days_off.end())
            entry.fault("id", "is used twice", "an id of its own");
        entry.end();
        days_off.push_back(std::move(day_off));
    }
    reader.end();
    if (days_off.size() > most_days_off)
        reader.fault("day_off", fmt::format("has {} entries", days_off.size()), fmt::format("at most {}", most_days_off));
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return std::make_shared<const Calendar>(id, std::move(name), std::move(authority), std::move(days_off), covers, file.name);
}

}  // namespace comity::law
