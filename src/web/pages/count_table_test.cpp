#include "web/pages/count_table.hpp"

#include <gtest/gtest.h>

namespace comity::pages {
namespace {

using std::chrono::days;

base::Day day(const char* text) { return base::parse_day(text).value(); }
bool has(const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; }
bool is_weekend(base::Day d) { return std::chrono::weekday{d}.iso_encoding() > 5; }

CountTable::Words words() {
    return {"Week of",
            {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
            "opens",
            "due",
            [](base::Day monday) { return base::to_string(monday); },
            [](const std::optional<CountTable::LeftOut>& left) {
                if (!left) return std::string("all");
                return std::to_string(left->first_number) + " to " + std::to_string(left->last_number) + ", " +
                       base::to_string(left->first) + " to " + base::to_string(left->last) + ", skipped " +
                       std::to_string(left->skipped);
            }};
}

// Counts every day, or the days from Monday to Friday; the last day is moved off a weekend.
CountTable counted(base::Day opens, int limit, bool working) {
    CountTable table{opens, opens, {}, words()};
    int n = 0;
    while (n < limit || is_weekend(table.due)) {
        table.due += days{1};
        CountTable::CountedDay d{table.due};
        if (is_weekend(d.day) && (working || n >= limit - 1)) d.word = "off";
        if (n < limit && !(working && is_weekend(d.day))) d.number = ++n;
        table.days.push_back(d);
    }
    return table;
}

std::string drawn(const CountTable& table) {
    html::Html h;
    count_table(h, table);
    return h.take();
}
int rows(const std::string& drawn) {
    int n = 0;
    for (std::size_t at = 0; (at = drawn.find(R"(<th scope="row">)", at)) != std::string::npos; ++at) ++n;
    return n;
}

TEST(CountTable, shows_each_counted_and_skipped_day) {
    const std::string all = drawn(counted(day("2020-12-17"), 5, true));
    EXPECT_TRUE(has(all, "<caption>all</caption>"));
    EXPECT_TRUE(has(all, R"(<tr><th scope="row">2020-12-14</th><td class="outside"></td><td class="outside"></td>)"
                         R"(<td class="outside"></td><td class="opens">17<i>opens</i></td><td>18<b>1</b></td>)"
                         R"(<td class="skipped">19<i>off</i></td><td class="skipped">20<i>off</i></td></tr>)"))
        << all;
    EXPECT_TRUE(has(all, R"(<td class="falls">24<b>5</b></td><td class="outside"></td>)")) << all;
    EXPECT_EQ(rows(all), 2);
}

TEST(CountTable, names_the_day_to_which_the_last_one_was_moved) {
    const std::string all = drawn(counted(day("2023-06-02"), 120, false));
    EXPECT_TRUE(has(all, R"(<td class="skipped">30<b>120</b></td><td class="skipped">1<i>off</i></td></tr>)")) << all;
    EXPECT_TRUE(has(all, R"(<th scope="row">2023-10-02</th><td class="falls">2<i>due</i></td>)")) << all;
}

TEST(CountTable, leaves_out_the_beginning_of_a_long_count_and_says_so) {
    const std::string all = drawn(counted(day("2023-06-02"), 120, false));
    EXPECT_TRUE(has(all, "<caption>1 to 107, 2023-06-03 to 2023-09-17, skipped 0</caption>")) << all;
    EXPECT_EQ(rows(all), 3);
    const std::string working = drawn(counted(day("2023-06-02"), 120, true));
    EXPECT_TRUE(has(working, "skipped 46")) << working;
    EXPECT_FALSE(has(working, R"(class="opens")"));
}

TEST(CountTable, shows_ten_weeks_whole) {
    EXPECT_EQ(rows(drawn(counted(day("2023-06-05"), 67, false))), 10);
    EXPECT_EQ(rows(drawn(counted(day("2023-06-05"), 70, false))), 2);
}

TEST(CountTable, holds_a_clock_that_is_due_on_the_day_it_opened) {
    CountTable table{day("2023-06-07"), day("2023-06-07"), {}, words()};
    EXPECT_TRUE(has(drawn(table), R"(<td class="falls">7<i>due</i></td>)"));
}

}  // namespace
}  // namespace comity::pages
