#include "law/calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "law/mechanism.hpp"
#include "law/working_days.hpp"

namespace comity::law {

static base::Day day(std::string_view text) { return *base::parse_day(text); }

static const Calendar& calendar(std::string_view id) {
    const auto& law = shipped();
    EXPECT_TRUE(law.has_value()) << (law ? "" : to_string(law.error().front()));
    const auto at = std::ranges::find(law->calendars, id, [](const auto& each) -> std::string_view { return each->id(); });
    EXPECT_NE(at, law->calendars.end()) << id;
    return **at;
}

static const Calendar& montreal() { return calendar("secretariat-montreal"); }

static std::string why_off(const Calendar& of, std::string_view text) {
    const DayOff* off = of.why_off(day(text));
    return off ? off->id : "worked";
}

TEST(Calendar, finds_easter) {
    EXPECT_EQ(easter_sunday(1961), day("1961-04-02"));
    EXPECT_EQ(easter_sunday(2000), day("2000-04-23"));
    EXPECT_EQ(easter_sunday(2019), day("2019-04-21"));
    EXPECT_EQ(easter_sunday(2038), day("2038-04-25"));
}

TEST(Calendar, names_the_days_off_of_montreal) {
    const auto why = [](std::string_view text) { return why_off(montreal(), text); };
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
}

namespace {

// A calendar of one entry, which says when it falls.
std::expected<std::shared_ptr<const Calendar>, base::Faults> calendar_of(std::string_view falls, std::string_view top = "") {
    constexpr std::string_view names = "name.en = \"a\"\nname.fr = \"b\"\nname.es = \"c\"\n";
    constexpr std::string_view cited = "provision = \"s. 1\"\nsource = \"a book\"\nconfidence = \"recalled\"\n";
    const std::string text = "id = \"small\"\n" + std::string(names) + "source = \"a book\"\nconfidence = \"verified\"\n" +
                             std::string(top) + "[[day_off]]\nid = \"off\"\n" + std::string(names) + std::string(cited) +
                             std::string(falls);
    return calendar_from({"calendars/small.toml", text});
}

std::vector<std::string> days_off(const Calendar& calendar, std::string_view from, std::string_view to) {
    std::vector<std::string> found;
    for (base::Day at = day(from); at <= day(to); at += std::chrono::days{1})
        if (!calendar.is_working(at)) found.push_back(base::to_string(at));
    return found;
}

}  // namespace

TEST(Calendar, moves_a_day_that_falls_on_a_weekend) {
    const auto moved = [](std::string_view keys) {
        return days_off(**calendar_of("falls = \"fixed-date\"\ndate = \"01-01\"\n" + std::string(keys)), "2021-12-29",
                        "2023-01-05");
    };
    EXPECT_EQ(moved(""), (std::vector<std::string>{"2022-01-01", "2023-01-01"}));  // a Saturday, a Sunday
    EXPECT_EQ(moved("friday_if_saturday = true\nmonday_if_sunday = true\n"),
              (std::vector<std::string>{"2021-12-31", "2023-01-02"}));
    EXPECT_EQ(moved("monday_if_saturday = true\n"), (std::vector<std::string>{"2022-01-03", "2023-01-01"}));
    EXPECT_NE(
        to_string(calendar_of("falls = \"fixed-date\"\ndate = \"01-01\"\nfriday_if_saturday = true\nmonday_if_saturday = true\n")
                      .error()
                      .front())
            .find("one of the two"),
        std::string::npos);
}

TEST(Calendar, knows_the_last_weekday_of_a_month_and_days_of_every_few_years) {
    const auto memorial_day = calendar_of("falls = \"nth-weekday\"\nlast = true\nweekday = \"monday\"\nmonth = 5\n");
    EXPECT_EQ(days_off(**memorial_day, "2021-01-01", "2022-12-31"), (std::vector<std::string>{"2021-05-31", "2022-05-30"}));
    const auto inauguration =
        calendar_of("falls = \"fixed-date\"\ndate = \"01-20\"\nmonday_if_sunday = true\nevery_years = 4\nfirst_year = 2009\n");
    EXPECT_EQ(days_off(**inauguration, "2004-01-01", "2018-12-31"),
              (std::vector<std::string>{"2009-01-20", "2013-01-21", "2017-01-20"}));
    EXPECT_NE(to_string(calendar_of("falls = \"fixed-date\"\ndate = \"01-20\"\nevery_years = 4\n").error().front())
                  .find("first_year: is missing beside every_years"),
              std::string::npos);
}

TEST(Calendar, says_for_which_days_it_was_collected_and_how_far_its_days_can_be_trusted) {
    const auto calendar =
        calendar_of("falls = \"fixed-date\"\ndate = \"07-01\"\n", "covers.from = 2020-01-01\ncovers.to = 2021-12-31\n");
    EXPECT_EQ((*calendar)->covers(), (Span{day("2020-01-01"), day("2021-12-31")}));
    EXPECT_EQ((*calendar)->confidence_of_days_off(day("2020-06-30"), day("2020-07-01")), Confidence::recalled);
    EXPECT_EQ((*calendar)->confidence_of_days_off(day("2020-07-01"), day("2020-07-02")), Confidence::verified);
    // 26 December 2020 is recalled of Quebec, but it is a Saturday, and the closure of that year is derived from a docket.
    EXPECT_EQ(montreal().confidence_of_days_off(day("2020-12-25"), day("2020-12-26")), Confidence::derived);
    EXPECT_EQ(montreal().confidence_of_days_off(day("2018-12-25"), day("2018-12-26")), Confidence::recalled);
}

TEST(Calendar, moves_the_army_day_of_guatemala_as_the_law_of_the_year_says) {
    const auto why = [](std::string_view text) { return why_off(calendar("secretariat-guatemala"), text); };
    EXPECT_EQ(why("2010-06-30"), "army-day");
    EXPECT_EQ(why("2015-06-29"), "army-day-2015");  // a Tuesday's was kept on the Monday before
    EXPECT_EQ(why("2015-06-30"), "worked");
    EXPECT_EQ(why("2016-07-01"), "army-day-2016");    // a Thursday's on the Friday
    EXPECT_EQ(why("2023-07-03"), "army-day-monday");  // a Friday's on the Monday after
    EXPECT_EQ(why("2023-06-30"), "worked");
    EXPECT_EQ(why("2021-06-28"), "army-day-monday");  // a Wednesday's on the Monday before
    EXPECT_EQ(why("2012-04-05"), "holy-thursday");
    EXPECT_EQ(why("2023-08-15"), "assumption");
}

TEST(Calendar, keeps_a_holiday_of_panama_on_the_monday_if_it_is_a_sunday) {
    const auto why = [](std::string_view text) { return why_off(calendar("secretariat-panama"), text); };
    EXPECT_EQ(why("2024-11-04"), "separation-day");
    EXPECT_EQ(why("2024-11-11"), "first-cry");
    EXPECT_EQ(why("2026-02-17"), "carnival-tuesday");
    EXPECT_EQ(why("2021-12-20"), "worked");
    EXPECT_EQ(why("2022-12-20"), "national-mourning");
    EXPECT_EQ(why("2019-07-01"), "inauguration");  // every five years
    EXPECT_EQ(why("2020-07-01"), "worked");
}

TEST(Calendar, moves_ten_holidays_of_colombia_to_the_monday) {
    const auto why = [](std::string_view text) { return why_off(calendar("secretariat-bogota"), text); };
    EXPECT_EQ(why("2025-08-18"), "assumption");
    EXPECT_EQ(why("2025-11-03"), "all-saints");
    EXPECT_EQ(why("2025-11-17"), "cartagena");
    EXPECT_EQ(why("2026-01-12"), "epiphany");
    EXPECT_EQ(why("2026-01-06"), "worked");
    EXPECT_EQ(why("2025-06-02"), "ascension");
    EXPECT_EQ(why("2025-06-23"), "corpus-christi");
    EXPECT_EQ(why("2025-06-30"), "sacred-heart");  // and Saints Peter and Paul: one day for two feasts
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
