#include "base/format.hpp"

#include <fmt/format.h>

#include <array>

#include "base/messages.hpp"

namespace comity::base {

namespace {

// The names of one language, looked up once: a docket page writes hundreds of dates.
struct Names {
    std::array<std::string_view, 12> month, short_month;
    std::array<std::string_view, 7> weekday, short_weekday;  // from Sunday
    std::string_view day_month_year, month_year, weekday_day, first_of_month;
};

Names read_names(Language language) {
    const Words words(language);
    Names names;
    for (std::size_t i = 0; i < 12; ++i) {
        names.month[i] = words(fmt::format("date.month.{}", i + 1).c_str());
        names.short_month[i] = words(fmt::format("date.month.short.{}", i + 1).c_str());
    }
    for (std::size_t i = 0; i < 7; ++i) {
        names.weekday[i] = words(fmt::format("date.weekday.{}", i).c_str());
        names.short_weekday[i] = words(fmt::format("date.weekday.short.{}", i).c_str());
    }
    names.day_month_year = words("date.day_month_year");
    names.month_year = words("date.month_year");
    names.weekday_day = words("date.weekday_day");
    names.first_of_month = words("date.first_of_month");
    return names;
}

const Names& names_of(Language language) {
    static const std::array<Names, 3> all{read_names(Language::en), read_names(Language::fr), read_names(Language::es)};
    return all[static_cast<std::size_t>(language)];
}

std::string day_number(const Names& names, unsigned day) {
    return day == 1 ? std::string(names.first_of_month) : std::to_string(day);
}

std::string with_months(Language language, const Date& date, const std::array<std::string_view, 12> Names::* months, bool brief) {
    const Names& names = names_of(language);
    const std::chrono::year_month_day ymd{date.first()};
    const std::string year = std::to_string(static_cast<int>(ymd.year()));
    const std::string_view month = (names.*months)[static_cast<unsigned>(ymd.month()) - 1];
    switch (date.precision()) {
        case Precision::year: return year;
        case Precision::month:
            return brief ? fmt::format("{} {}", month, year) : filled(names.month_year, {{"month", month}, {"year", year}});
        case Precision::day: break;
    }
    const std::string day = day_number(names, static_cast<unsigned>(ymd.day()));
    if (brief) return fmt::format("{} {} {}", day, month, year);
    return filled(names.day_month_year, {{"day", day}, {"month", month}, {"year", year}});
}

}  // namespace

std::string short_date(Language language, const Date& date) { return with_months(language, date, &Names::short_month, true); }
std::string short_date(Language language, Day day) { return short_date(language, Date(day)); }
std::string date(Language language, const Date& date) { return with_months(language, date, &Names::month, false); }
std::string date(Language language, Day day) { return date(language, Date(day)); }

std::string long_date(Language language, Day day) {
    return filled(names_of(language).weekday_day,
                  {{"weekday", weekday_name(language, std::chrono::weekday(day))}, {"date", date(language, day)}});
}

std::string weekday_date(Language language, Day day) {
    return fmt::format("{} {}", short_weekday_name(language, std::chrono::weekday(day)), short_date(language, day));
}

std::string_view weekday_name(Language language, std::chrono::weekday weekday) {
    return names_of(language).weekday[weekday.c_encoding()];
}
std::string_view short_weekday_name(Language language, std::chrono::weekday weekday) {
    return names_of(language).short_weekday[weekday.c_encoding()];
}
std::string_view short_month_name(Language language, std::chrono::month month) {
    return names_of(language).short_month[static_cast<unsigned>(month) - 1];
}

std::string format_number(Language language, std::int64_t number) {
    // English and Mexican Spanish group with a comma, French with a narrow no-break space.
    const std::string_view separator = language == Language::fr ? "\u202f" : ",";
    const std::string digits = std::to_string(number < 0 ? -number : number);
    std::string out = number < 0 ? "\u2212" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

std::string duration(Language language, std::int64_t days) {
    const Words words(language);
    if (days < 60) return words.plural("duration.days", days);
    const std::int64_t months = days * 12 / 365;
    if (months < 12) return words.plural("duration.months", months);
    const std::string rest = words.plural("duration.months", months % 12), years = words.plural("duration.years", months / 12);
    if (months % 12 == 0) return years;
    return words("duration.years_months", {{"years", years}, {"months", rest}});
}

std::string list_of(Language language, std::span<const std::string> items) {
    const Words words(language);
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i) out += i + 1 == items.size() ? words("list.last") : words("list.between");
        out += items[i];
    }
    return out;
}

}  // namespace comity::base
