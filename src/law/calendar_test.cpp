#include "law/calendar.hpp"

#include <gtest/gtest.h>

#include "law/mechanism.hpp"
#include "law/working_days.hpp"

namespace comity::law {

static base::Day day(std::string_view text) { return *base::parse_day(text); }

static const Calendar& montreal() {
    const auto& law = shipped();
    EXPECT_TRUE(law.has_value()) << (law ? "" : to_string(law.error().front()));
    return *law->calendars.at(0);
}

TEST(Calendar, finds_easter) {
    EXPECT_EQ(easter_sunday(1961), day("1961-04-02"));
    EXPECT_EQ(easter_sunday(2000), day("2000-04-23"));
    EXPECT_EQ(easter_sunday(2019), day("2019-04-21"));
    EXPECT_EQ(easter_sunday(2038), day("2038-04-25"));
}

TEST(Calendar, names_the_days_off_of_montreal) {
    const auto why = [](std::string_view text) {
        const DayOff* off = montreal().why_off(day(text));
        return off ? off->id : std::string("worked");
    };
    EXPECT_EQ(why("2021-06-26"), "weekend");
    EXPECT_EQ(why("2013-05-20"), "patriots-day");
    EXPECT_EQ(why("2009-05-18"), "patriots-day");  // 25 May 2009 is a Monday itself: the one before it
    EXPECT_EQ(why("2013-09-02"), "labour-day");
    EXPECT_EQ(why("2013-10-14"), "thanksgiving");
    EXPECT_EQ(why("2013-11-11"), "worked");
    EXPECT_EQ(why("2013-09-16"), "worked");
    EXPECT_EQ(why("2019-06-25"), "worked");
    EXPECT_EQ(why("2012-06-25"), "national-holiday");  // 24 June 2012 is a Sunday
    EXPECT_EQ(why("2018-07-02"), "canada-day");
    EXPECT_EQ(why("2018-03-30"), "good-friday");
    EXPECT_EQ(why("2018-04-02"), "easter-monday");
    EXPECT_EQ(why("2004-12-24"), "worked");
    EXPECT_EQ(why("2020-12-29"), "year-end-closure");
    EXPECT_EQ(why("2021-01-01"), "new-year");
    EXPECT_EQ(montreal().all_reasons(day("2021-01-01")).size(), 2U);
}

TEST(Calendar, answers_nothing_outside_the_days_it_knows) {
    EXPECT_FALSE(montreal().add_working_days(day("2119-12-01"), 60));
    EXPECT_FALSE(montreal().add_working_days(day("1979-12-31"), 1));
    EXPECT_FALSE(montreal().roll_forward(day("2120-01-01")));
}

TEST(Months, say_when_the_month_has_no_such_day) {
    EXPECT_EQ(add_months(day("2021-01-15"), 5).day, day("2021-06-15"));
    EXPECT_FALSE(add_months(day("2021-01-15"), 5).ambiguous);
    const MonthSum sum = add_months(day("2021-01-31"), 1);
    EXPECT_TRUE(sum.ambiguous);
    EXPECT_EQ(sum.day, day("2021-02-28"));
    EXPECT_EQ(sum.next, day("2021-03-01"));
}

}  // namespace comity::law
