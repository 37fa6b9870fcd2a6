#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "law/mechanism.hpp"

namespace comity::law {

// The rules of one mechanism as they stood on one day, to be read, compared or replayed.
struct Edition {
    const Mechanism* mechanism = nullptr;
    const Version* version = nullptr;  // the one that names it; null where a day does
    base::Day day;                     // the first day of that version, or the day itself
};
std::string to_string(const Edition& edition);  // "NAAEC@guidelines-2012", "NAAEC@2012-07-11": find_edition takes it back

// The edition that a person means by a mechanism's code or id, in any case, and after an "@"
//   a version's id                              NAAEC@guidelines-2012
//   the end of a version's id, or the year in   NAAEC@2012, NAAEC@1994
//   which one begins
//   a day                                       NAAEC@2012-07-11
//   nothing, without the "@": as it was last    USMCA
//   changed
// or what is wrong with the name, with what there is.
std::expected<Edition, std::string> find_edition(const Mechanisms& mechanisms, std::string_view name);

// One for each version, in the order in which they begin.
std::vector<Edition> editions(const Mechanism& mechanism);

bool is_in_force(const Mechanism& mechanism, const Limit& limit, base::Day day);
// Whether a limit that is in force gives way to others that are, for every event that opens its step.
bool is_replaced(const Mechanism& mechanism, const Limit& limit, base::Day day);

// The mechanism with the steps, versions, limits, tests, votes, rules, bars and reservations of one day alone, in force for every
// filing and every day: evaluate(pinned(m, day), …) is the case under the rules of that day. Calendars keep their years.
Mechanism pinned(const Mechanism& mechanism, base::Day day);
inline Mechanism pinned(const Edition& edition) { return pinned(*edition.mechanism, edition.day); }

}  // namespace comity::law
