#include "base/date.hpp"

#include <gtest/gtest.h>

namespace comity::base {

TEST(Date, keeps_the_precision_it_was_written_with) {
    for (const char* text : {"2013", "2013-05", "2013-05-24", "2012-02-29", "0001-01-01", "9999-12-31"})
        EXPECT_EQ(to_string(parse_date(text).value()), text);
}

TEST(Date, says_what_is_wrong) {
    EXPECT_EQ(parse_date("2013-02-30").error(), "\"2013-02-30\" is not a day of the calendar");
    EXPECT_EQ(parse_date("2013-13-01").error(), "\"2013-13-01\" has no month from 01 to 12");
    for (const char* text : {"", "13", "2013-5-24", "24/05/2013", "2013-05-24T00:00", "2013-", "-013", "２０１３"})
        EXPECT_FALSE(parse_date(text)) << text;
    EXPECT_EQ(parse_day("2013-05").error(), "\"2013-05\" needs a day; write YYYY-MM-DD");
}

TEST(Date, is_every_day_it_can_mean) {
    const Date may = parse_date("2013-05").value();
    EXPECT_EQ(to_string(may.first()), "2013-05-01");
    EXPECT_EQ(to_string(may.last()), "2013-05-31");
    EXPECT_EQ(may.day(), std::nullopt);
    EXPECT_EQ(to_string(parse_date("2012-02").value().last()), "2012-02-29");
}

TEST(Date, is_before_another_only_where_that_is_certain) {
    const auto d = [](const char* text) { return parse_date(text).value(); };
    EXPECT_TRUE(certainly_before(d("2013-05"), d("2013-06-01")));
    EXPECT_FALSE(certainly_before(d("2013-05"), d("2013-05-24")));
    EXPECT_FALSE(certainly_before(d("2013-05-24"), d("2013-05")));
    EXPECT_LT(d("2013"), d("2013-01-01"));
    EXPECT_LT(d("2013-05"), d("2013-05-24"));
}

}  // namespace comity::base
