#include "web/pages/count_table.hpp"

#include <algorithm>

namespace comity::pages {
namespace {

using base::Day;
using std::chrono::days;
using CountedDay = CountTable::CountedDay;

constexpr days week{7}, most_shown{70};

Day monday_of(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

// The Monday of the first week that is shown.
Day first_week(const CountTable& table) {
    const Day all = monday_of(table.opens);
    if (monday_of(table.due) + week - all <= most_shown) return all;
    const auto last_counted =
        std::ranges::find_if(table.days.rbegin(), table.days.rend(), [](const CountedDay& d) { return d.number; });
    const Day last = last_counted == table.days.rend() ? table.due : last_counted->day;
    return std::max(all, monday_of(last) - week);
}

std::optional<CountTable::LeftOut> left_out(const CountTable& table, Day shown_from) {
    CountTable::LeftOut left{0, 0, {}, {}, 0};
    bool any = false;
    for (const CountedDay& d : table.days) {
        if (d.day >= shown_from) break;
        if (!any) left.first = d.day;
        any = true;
        left.last = d.day;
        if (d.number == 0) {
            ++left.skipped;
        } else {
            if (left.first_number == 0) left.first_number = d.number;
            left.last_number = d.number;
        }
    }
    return any ? std::optional(left) : std::nullopt;
}

void cell(html::Html& h, const CountTable& table, Day day, const CountedDay* counted) {
    using html::cls;
    const unsigned of_month = static_cast<unsigned>(std::chrono::year_month_day{day}.day());
    const int number = counted ? counted->number : 0;
    if (day == table.due)
        h.td(cls("falls"), of_month, [&] { number ? h.b(number) : h.i(table.words.due); });
    else if (day == table.opens)
        h.td(cls("opens"), of_month, [&] { h.i(table.words.opens); });
    else if (number)
        h.td(cls(counted->word.empty() ? "" : "skipped"), of_month, [&] { h.b(number); });
    else if (counted)
        h.td(cls("skipped"), of_month, [&] { h.i(counted->word); });
    else
        h.td(cls("outside"));
}

}  // namespace

void count_table(html::Html& h, const CountTable& table) {
    using html::cls, html::scope;
    const Day start = first_week(table);
    const auto element = h.open<"table">(cls("count-table"));
    h.caption(table.words.caption(left_out(table, start)));
    h.thead([&] {
        const auto row = h.open<"tr">();
        h.th(scope("col"), table.words.week_of);
        for (const std::string& weekday : table.words.weekdays) h.th(scope("col"), weekday);
    });
    const auto body = h.open<"tbody">();
    auto at = std::ranges::lower_bound(table.days, start, {}, &CountedDay::day);
    for (Day monday = start; monday <= table.due; monday += week) {
        const auto row = h.open<"tr">();
        h.th(scope("row"), table.words.monday(monday));
        for (Day day = monday; day < monday + week; day += days{1}) {
            const bool here = at != table.days.end() && at->day == day;
            cell(h, table, day, here ? &*at : nullptr);
            if (here) ++at;
        }
    }
}

}  // namespace comity::pages
