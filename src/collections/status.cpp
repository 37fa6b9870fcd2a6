#include "collections/status.hpp"

#include <algorithm>
#include <array>

#include "collections/values.hpp"

namespace comity::collections {

namespace {

constexpr std::chrono::days one_day{1};

constexpr std::array ends{"ended", "superseded", "replaced", "left"};
constexpr std::array begins{"started", "established", "active", "in_force", "adopted", "in_use"};

}  // namespace

OnDay course_status(const record::Value& record, base::Day today) {
    bool begun = false, ended = false, ahead = false;
    std::optional<base::Day> until;
    for (const record::Value* event : values_at(record, "events")) {
        const std::string_view kind = event->at("event").as_string();
        const auto date = date_at(*event, "date");
        const bool past = !date || date->first() <= today;
        if (!past) until = std::min(until.value_or(date->first()), date->first());
        if (std::ranges::find(ends, kind) != ends.end()) (past ? ended : ahead) = true;
        if (std::ranges::find(begins, kind) != begins.end()) (past ? begun : ahead) = true;
    }
    if (ended) return {{"ended"}, until};
    if (begun) return {{"under-way"}, until};
    if (ahead) return {{"planned"}, until};
    return {{}, until};
}

OnDay when(const record::Value& record, base::Day today) {
    const auto start = date_at(record, "start_date");
    if (!start) return {};
    const auto end = date_at(record, "end_date").value_or(*start);
    if (start->first() > today) return {{"upcoming"}, start->first()};
    if (end.last() >= today) return {{"under-way"}, end.last() + one_day};
    return {{"past"}, {}};
}

OnDay consultation_status(const record::Value& record, base::Day today) {
    const auto deadline = date_at(record, "deadline");
    if (!deadline) return {};
    if (deadline->last() >= today) return {{"open"}, deadline->last() + one_day};
    return {{"closed"}, {}};
}

Span open_days(const record::Value& record) {
    const auto deadline = date_at(record, "deadline");
    if (!deadline) return {};
    const auto date = date_at(record, "date");
    return {date && date->first() <= deadline->first() ? *date : *deadline, deadline};
}

Span meeting_days(const record::Value& record) { return span_at(record, "start_date", "end_date"); }

OnDay moved(const record::Value& record, base::Day) {
    if (values_at(record, "moved_from").empty()) return {};
    return {{"yes"}, {}};
}

OnDay country(const record::Value& record, base::Day) {
    const record::Value* place = value_at(record, "place");
    if (!place) return {};
    return {strings_at(*place, "country"), {}};
}

}  // namespace comity::collections
