#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "law/count.hpp"
#include "law/evaluation_json.hpp"

namespace comity::law {
namespace {

// From 0 to n - 1, all alike from the first try on.
int below(int n) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, n)); }

const Calendar& montreal() { return *shipped()->calendars.at(0); }

base::Day any_day() {
    const int span = static_cast<int>((base::parse_day("2090-01-01").value() - base::parse_day("1985-01-01").value()).count());
    return base::parse_day("1985-01-01").value() + std::chrono::days{below(span)};
}

// The plain way: one day after the other.
base::Day counted_by_hand(const Calendar& calendar, base::Day day, int n) {
    while (n > 0) {
        day += std::chrono::days{1};
        if (!calendar.why_off(day)) --n;
    }
    return day;
}

void holds(const char* what, const auto& property) { EXPECT_TRUE(rc::check(what, property)); }

}  // namespace

TEST(WorkingDays, are_what_counting_day_by_day_gives) {
    holds("sum", [] {
        const base::Day start = any_day();
        const int n = 1 + below(399);
        RC_ASSERT(montreal().add_working_days(start, n).value() == counted_by_hand(montreal(), start, n));
    });
    holds("roll", [] {
        base::Day day = any_day();
        const base::Day rolled = montreal().roll_forward(day).value();
        while (montreal().why_off(day)) day += std::chrono::days{1};
        RC_ASSERT(rolled == day);
    });
}

TEST(WorkingDays, end_no_earlier_when_they_begin_later) {
    holds("monotone", [] {
        const base::Day start = any_day();
        const base::Day later = start + std::chrono::days{below(60)};
        const int n = 1 + below(399);
        RC_ASSERT(montreal().add_working_days(start, n).value() <= montreal().add_working_days(later, n).value());
    });
}

TEST(WorkingDays, counted_after_adding_give_the_number_back) {
    holds("inverse", [] {
        const base::Day start = any_day();
        const int n = below(400);
        RC_ASSERT(montreal().count_working_days(start, montreal().add_working_days(start, n).value()) == n);
    });
}

TEST(Limits, are_never_due_on_a_day_off_nor_earlier_for_a_later_start) {
    holds("due", [] {
        std::vector<const Limit*> timed;
        for (const Mechanism& mechanism : shipped()->list)
            for (const Limit& each : mechanism.limits)
                if (each.unit != Unit::none) timed.push_back(&each);
        const Limit& limit = *timed[static_cast<std::size_t>(below(static_cast<int>(timed.size())))];
        const base::Day start = any_day();
        const auto due_from = [&](base::Day day) { return count(limit, limit.calendar.get(), limit.number, day).value().due; };
        const base::Day due = due_from(start);
        const bool on_a_working_day = limit.unit == Unit::working || limit.roll == Roll::next_working_day;
        if (on_a_working_day) RC_ASSERT(limit.calendar->why_off(due) == nullptr);
        RC_ASSERT(due <= due_from(start + std::chrono::days{1}));
    });
}

namespace {

std::vector<Event> any_case(const Mechanism& mechanism) {
    std::vector<Event> events;
    const int size = below(14);
    for (int at = 0; at < size; ++at) {
        const int type = below(static_cast<int>(mechanism.event_types.size()));
        Event event{.type = mechanism.event_types[static_cast<std::size_t>(type)].id};
        // Few days, so that many events share one.
        const base::Day day = base::parse_day("2019-12-20").value() + std::chrono::days{below(12) * 29};
        const int precision = below(6);
        const std::chrono::year_month_day ymd{day};
        if (precision == 1)
            event.date = base::Date(std::chrono::sys_days{ymd.year() / ymd.month() / 1}, base::Precision::month);
        else if (precision == 2)
            event.date = base::Date(std::chrono::sys_days{ymd.year() / 1 / 1}, base::Precision::year);
        else if (precision > 2)
            event.date = base::Date(day);
        event.partial = below(8) == 0;
        events.push_back(event);
        if (below(6) == 0) events.push_back(event);
    }
    return events;
}

std::string in_words(const Event& event) {
    return std::string(event.type) + "|" + (event.date ? to_string(*event.date) : "?") + (event.partial ? "|part" : "");
}

// The whole answer with each index replaced by what the event says.
std::vector<std::string> told(const Evaluation& result, std::span<const Event> events) {
    const auto event = [&](int at) { return at == no_event ? std::string("-") : in_words(events[static_cast<std::size_t>(at)]); };
    const auto moment = [&](const std::optional<Moment>& of) {
        return of ? event(of->event) + "/" + std::string(of->type) : "none";
    };
    std::vector<std::string> lines;
    lines.push_back((result.stage ? result.stage->id : "-") + " " + (result.outcome ? result.outcome->id : "-") + " " +
                    moment(result.ended_by));
    for (const Clock& clock : result.clocks) {
        std::string line =
            clock.step->id + " " + moment(clock.opened_by) + " " + moment(clock.met_by) + " " + moment(clock.superseded_by);
        line += " " + std::string(code(clock.state)) + " " + (clock.due ? base::to_string(*clock.due) : "-");
        line += " " + (clock.version ? clock.version->id : "-") + " " + std::to_string(clock.days_late.value_or(-99999));
        for (const int at : clock.explanations) line += " " + event(at);
        lines.push_back(line + (clock.unexplained ? " unexplained" : "") +
                        (clock.extended ? " extended " + event(clock.extension_event) : ""));
    }
    for (const Finding& finding : result.findings)
        lines.push_back(std::string(code(finding.code)) + " " + event(finding.event) + " " + event(finding.other_event));
    for (const int at : result.order) lines.push_back(event(at));
    for (const Turn& turn : result.turns) lines.push_back(turn.step->id);
    return lines;
}

}  // namespace

TEST(Evaluation, does_not_depend_on_the_order_of_events) {
    holds("order", [] {
        const Mechanism& mechanism = shipped()->list[static_cast<std::size_t>(below(2))];
        const std::vector<Event> events = any_case(mechanism);
        std::vector<Event> shuffled = events;
        for (std::size_t at = shuffled.size(); at > 1; --at)
            std::swap(shuffled[at - 1], shuffled[static_cast<std::size_t>(below(static_cast<int>(at)))]);
        const base::Day on = base::parse_day("2020-01-01").value() + std::chrono::days{below(600)};
        RC_ASSERT(told(evaluate(mechanism, events, on), events) == told(evaluate(mechanism, shuffled, on), shuffled));
    });
}

TEST(Evaluation, sees_nothing_of_the_days_after) {
    holds("past", [] {
        const Mechanism& mechanism = shipped()->list[1];
        std::vector<Event> events = any_case(mechanism);
        std::erase_if(events, [](const Event& event) { return !event.date; });
        const base::Day on = base::parse_day("2020-01-01").value() + std::chrono::days{below(300)};
        std::vector<Event> known;
        std::ranges::copy_if(events, std::back_inserter(known), [&](const Event& event) { return event.date->last() <= on; });
        RC_ASSERT(told(evaluate(mechanism, events, on), events) == told(evaluate(mechanism, known, on), known));
    });
}

TEST(Evaluation, writes_the_proof_of_a_clock_as_json) {
    const Mechanism& mechanism = *find_mechanism(*shipped(), "USMCA");
    const auto date = [](std::string_view text) { return base::parse_date(text).value(); };
    const std::vector<Event> events{{.type = "filed", .date = date("2021-03-01")},
                                    {.type = "response_requested", .date = date("2021-04-27")},
                                    {.type = "response_received", .date = date("2021-06-28")}};
    const base::Day on = base::parse_day("2021-06-28").value();
    std::string json;
    base::JsonWriter writer(json);
    write_json(writer, evaluate(mechanism, events, on), events, on);
    for (const char* part : {R"("step":"response")", R"("opened_by":{"type":"response_requested","date":"2021-04-27")",
                             R"x("provision":"USMCA 24.27(4)")x", R"("limit":{"number":60,"unit":"calendar","strength":"hard")",
                             R"({"date":"2021-06-26","why":"Weekend","id":"weekend"})", R"("due":"2021-06-28")",
                             R"("met_by":{"type":"response_received","date":"2021-06-28")", R"("state":"met","days_late":0)",
                             R"("rule":{"version":"usmca-treaty","in_force_from":"2020-07-01")", R"("confidence":"derived")"})
        EXPECT_NE(json.find(part), std::string::npos) << part << "\n" << json;
}

}  // namespace comity::law
