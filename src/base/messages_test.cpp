#include "base/messages.hpp"

#include <gtest/gtest.h>

#include "base/format.hpp"

namespace comity::base {

TEST(Messages, fill_their_placeholders_and_leave_other_braces_alone) {
    EXPECT_EQ(filled("{a} and {b}, {c} {", {{"a", "1"}, {"b", "{a}"}}), "1 and {a}, {c} {");
}

TEST(Messages, take_the_plural_of_their_language) {
    EXPECT_EQ(Words(Language::en).plural("duration.days", 0), "0 days");
    EXPECT_EQ(Words(Language::en).plural("duration.days", 1), "1 day");
    EXPECT_EQ(Words(Language::fr).plural("duration.days", 0), "0 jour");
    EXPECT_EQ(Words(Language::fr).plural("duration.days", 2), "2 jours");
    EXPECT_EQ(Words(Language::es).plural("duration.days", 12345), "12,345 días");
}

TEST(Format, writes_dates_as_each_language_does) {
    const Day day = parse_day("2021-06-28").value();
    EXPECT_EQ(long_date(Language::en, day), "Monday 28 June 2021");
    EXPECT_EQ(long_date(Language::fr, day), "lundi 28 juin 2021");
    EXPECT_EQ(long_date(Language::es, day), "lunes 28 de junio de 2021");
    EXPECT_EQ(date(Language::fr, parse_day("2020-07-01").value()), "1er juillet 2020");
    EXPECT_EQ(short_date(Language::fr, parse_date("2021-02").value()), "févr. 2021");
    EXPECT_EQ(date(Language::es, parse_date("2021-02").value()), "febrero de 2021");
    EXPECT_EQ(short_date(Language::en, parse_date("2021").value()), "2021");
    EXPECT_EQ(weekday_date(Language::en, day), "Mon 28 Jun 2021");
}

TEST(Format, writes_numbers_durations_and_lists) {
    EXPECT_EQ(format_number(Language::en, 1234567), "1,234,567");
    EXPECT_EQ(format_number(Language::fr, 18204), "18\u202f204");
    EXPECT_EQ(format_number(Language::en, 999), "999");
    EXPECT_EQ(duration(Language::en, 24), "24 days");
    EXPECT_EQ(duration(Language::en, 1217), "3\u00a0y 4\u00a0mo");
    EXPECT_EQ(duration(Language::en, 216), "7\u00a0mo");
    EXPECT_EQ(duration(Language::es, 60), "1\u00a0mes");
    EXPECT_EQ(duration(Language::fr, 400), "1\u00a0an 1\u00a0mois");
    const std::string items[] = {"Canada", "Mexico", "the United States"};
    EXPECT_EQ(list_of(Language::es, items), "Canada, Mexico y the United States");
}

}  // namespace comity::base
