#include "law/calendar.hpp"

#include <algorithm>

#include "base/fault.hpp"

namespace comity::law {

using namespace std::chrono;

namespace {

std::size_t place(base::Day day) { return static_cast<std::size_t>((day - first_known_day).count()); }
bool known(base::Day day) { return first_known_day <= day && day <= last_known_day; }

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};

// Calls with every day of the year on which the rule falls. A YearEnd belongs to the year in which it begins.
template <class F>
void each_day(const DayRule& rule, int in_year, F&& found) {
    const year y{in_year};
    const auto fixed = [&](month_day date) { return year_month_day{y / date}; };
    std::visit(Overloaded{
                   [&](Weekend) {
                       for (sys_days day = y / January / 1; day <= sys_days{y / December / 31}; day += days{1})
                           if (weekday{day}.iso_encoding() > 5) found(day);
                   },
                   [&](const FixedDate& on) {
                       if (!fixed(on.date).ok()) return;  // 29 February
                       const sys_days day = fixed(on.date);
                       if (on.monday_if_sunday && weekday{day} == Sunday) return found(day + days{1});
                       if (on.monday_if_saturday && weekday{day} == Saturday) return found(day + days{2});
                       found(on.friday_if_saturday && weekday{day} == Saturday ? day - days{1} : day);
                   },
                   [&](const NthWeekday& on) {
                       if (on.nth == 0) return found(sys_days{y / on.month / on.weekday[last]});
                       const year_month_weekday day = y / on.month / on.weekday[on.nth];
                       if (day.ok()) found(sys_days{day});
                   },
                   [&](const WeekdayBefore& on) {
                       const sys_days limit = sys_days{fixed(on.date)} - days{1};
                       found(limit - (weekday{limit} - on.weekday));
                   },
                   [&](const FromEaster& on) { found(easter_sunday(in_year) + days{on.days}); },
                   [&](const OneDay& on) {
                       if (year_month_day{on.day}.year() == y) found(on.day);
                   },
                   [&](const YearEnd& on) {
                       const year ends = on.last < on.first ? y + years{1} : y;
                       const sys_days last_day = year_month_day{ends / on.last};
                       for (sys_days day = year_month_day{y / on.first}; day <= last_day; day += days{1}) found(day);
                   },
               },
               rule);
}

bool falls_in(const DayOff& off, int in_year) {
    return in_year >= off.first_year && (in_year - off.first_year) % off.every_years == 0;
}

}  // namespace

// Source: the "Meeus/Jones/Butcher" algorithm, Jean Meeus, Astronomical Algorithms (1991), chapter 8, after Nature, 20 April
// 1876.
base::Day easter_sunday(int in_year) {
    const int a = in_year % 19, b = in_year / 100, c = in_year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month_and_day = h + l - 7 * m + 114;
    return sys_days{year{in_year} / (month_and_day / 31) / (month_and_day % 31 + 1)};
}

Calendar::Calendar(std::string id, base::Text name, Authority authority, std::vector<DayOff> days_off, Span covers,
                   std::string file)
    : id_(std::move(id)),
      name_(std::move(name)),
      authority_(std::move(authority)),
      days_off_(std::move(days_off)),
      covers_(covers),
      file_(std::move(file)) {
    COMITY_ASSERT(days_off_.size() <= most_days_off);
    reasons_.resize(place(last_known_day) + 1);
    std::vector<Confidence> best(reasons_.size(), Confidence::recalled);
    const int first_year = static_cast<int>(year_month_day{first_known_day}.year());
    const int last_year = static_cast<int>(year_month_day{last_known_day}.year());
    for (std::size_t entry = 0; entry < days_off_.size(); ++entry) {
        const DayOff& off = days_off_[entry];
        // A closure that begins in the year before reaches into the first; a New Year's Day on a Saturday into the last.
        for (int y = first_year - 1; y <= last_year + 1; ++y) {
            if (!falls_in(off, y)) continue;
            each_day(off.rule, y, [&](sys_days day) {
                if (!known(day) || !off.authority.in_force.holds(day)) return;
                std::uint16_t& reason = reasons_[place(day)];
                if (reason == 0) reason = static_cast<std::uint16_t>(entry + 1);
                best[place(day)] = std::min(best[place(day)], off.authority.confidence);
            });
        }
    }
    working_before_.reserve(reasons_.size() + 1);
    for (std::vector<std::uint32_t>* before : {&derived_before_, &recalled_before_}) before->assign(1, 0);
    for (std::size_t at = 0; at < reasons_.size(); ++at) {
        working_before_.push_back(static_cast<std::uint32_t>(working_days_.size()));
        if (reasons_[at] == 0) working_days_.push_back(first_known_day + days{static_cast<int>(at)});
        derived_before_.push_back(derived_before_.back() + (reasons_[at] != 0 && best[at] >= Confidence::derived));
        recalled_before_.push_back(recalled_before_.back() + (reasons_[at] != 0 && best[at] == Confidence::recalled));
    }
    working_before_.push_back(static_cast<std::uint32_t>(working_days_.size()));
}

const DayOff* Calendar::why_off(base::Day day) const {
    if (!known(day)) return nullptr;
    const std::uint16_t reason = reasons_[place(day)];
    return reason == 0 ? nullptr : &days_off_[reason - 1U];
}

Confidence Calendar::confidence_of_days_off(base::Day start, base::Day end) const {
    if (!known(start) || !known(end) || end <= start) return Confidence::verified;
    const auto any = [&](const std::vector<std::uint32_t>& before) { return before[place(end) + 1] > before[place(start) + 1]; };
    if (any(recalled_before_)) return Confidence::recalled;
    return any(derived_before_) ? Confidence::derived : Confidence::verified;
}

std::optional<base::Day> Calendar::add_working_days(base::Day start, int n) const {
    if (!known(start) || n < 0) return std::nullopt;
    if (n == 0) return start;
    const std::size_t at = working_before_[place(start) + 1] + static_cast<std::size_t>(n) - 1;
    if (at >= working_days_.size()) return std::nullopt;
    return working_days_[at];
}

int Calendar::count_working_days(base::Day start, base::Day end) const {
    COMITY_ASSERT(known(start) && known(end));
    return static_cast<int>(working_before_[place(end) + 1]) - static_cast<int>(working_before_[place(start) + 1]);
}

std::optional<base::Day> Calendar::roll_forward(base::Day day) const {
    if (!known(day)) return std::nullopt;
    const std::size_t at = working_before_[place(day)];
    if (at >= working_days_.size()) return std::nullopt;
    return working_days_[at];
}

}  // namespace comity::law
