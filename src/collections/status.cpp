#include "collections/status.hpp"

#include <algorithm>
#include <array>

#include "collections/values.hpp"

namespace comity::collections {

namespace {

constexpr std::array ends{"ended", "superseded", "replaced", "left"};
constexpr std::array begins{"started", "established", "active", "in_force", "adopted", "in_use"};

}  // namespace

std::vector<std::string> course_status(const record::Value& record, base::Day today) {
    bool begun = false, ended = false, ahead = false;
    for (const record::Value* event : values_at(record, "events")) {
        const std::string_view kind = event->at("event").as_string();
        const auto date = date_at(*event, "date");
        const bool past = !date || date->first() <= today;
        if (std::ranges::find(ends, kind) != ends.end()) (past ? ended : ahead) = true;
        if (std::ranges::find(begins, kind) != begins.end()) (past ? begun : ahead) = true;
    }
    if (ended) return {"ended"};
    if (begun) return {"under-way"};
    if (ahead) return {"planned"};
    return {};
}

std::vector<std::string> when(const record::Value& record, base::Day today) {
    const auto start = date_at(record, "start_date");
    if (!start) return {};
    const auto end = date_at(record, "end_date").value_or(*start);
    if (start->first() > today) return {"upcoming"};
    return {end.last() < today ? "past" : "under-way"};
}

std::vector<std::string> consultation_status(const record::Value& record, base::Day today) {
    const auto deadline = date_at(record, "deadline");
    if (!deadline) return {};
    return {deadline->last() < today ? "closed" : "open"};
}

Span open_days(const record::Value& record) {
    const auto deadline = date_at(record, "deadline");
    if (!deadline) return {};
    const auto date = date_at(record, "date");
    return {date && date->first() <= deadline->first() ? *date : *deadline, deadline};
}

Span meeting_days(const record::Value& record) { return span_at(record, "start_date", "end_date"); }

std::vector<std::string> moved(const record::Value& record, base::Day) {
    return values_at(record, "moved_from").empty() ? std::vector<std::string>{} : std::vector<std::string>{"yes"};
}

std::vector<std::string> country(const record::Value& record, base::Day) {
    const record::Value* place = value_at(record, "place");
    return place ? strings_at(*place, "country") : std::vector<std::string>{};
}

}  // namespace comity::collections
