#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "body/registry/docket.hpp"

// A day counts as known where the record has it to the day, or where the law fixes it from such a day (a time that ran out).
// The cases of a docket as far as the record tells of them, and the times that can be measured in them.
namespace comity::insight {

using Ids = std::vector<std::string_view>;  // of submissions; a case is named once for each time that it is counted

// Why something is not counted in a figure.
enum class Reason : std::uint8_t {
    filing_not_to_the_day,
    end_not_to_the_day,
    opening_not_on_record,
    opening_not_to_the_day,
    wrong_order,              // its end is dated before its beginning
    overtaken,                // something later overtook it; that it was done is not on the record
    ran_out,                  // a period of the law that ran out: nobody had to act
    not_yet_due,              // it still runs, within its limit
    no_due_date,              // no rule, a month with two readings, days outside the calendars
    extension_not_on_record,  // late for the limit, in time with the extension that the law allows and the record does not show
};
std::string_view code(Reason reason);  // "filing-not-to-the-day" …

struct LeftOut {
    Reason reason;
    Ids cases;
};
void leave_out(std::vector<LeftOut>& list, Reason reason, std::string_view id);
std::size_t count(const std::vector<LeftOut>& list);

// A case on the last day of which its sources tell, or on the day asked about if that is earlier: on.on.
struct Observed {
    registry::CaseOn on;
    std::string_view id;
    std::optional<base::Day> filed;  // where it is known to the day
    std::optional<base::Day> ended;  // likewise; empty while it is open
    bool is_open() const { return !on.evaluation.ended; }
};

// The last day of which the sources of a case tell for certain: the one that it names, or its last event's if that is later.
base::Day known_to(const registry::Case& of);

// Every case that was filed by the day, in the docket's order. Points into the docket and the mechanisms.
// With `under`, only those under that mechanism.
std::vector<Observed> observe(const registry::Docket& docket, const law::Mechanisms& mechanisms, base::Day day,
                              const law::Mechanism* under = nullptr);

// A case's way through a step, once each time.
struct Passage {
    const Observed* of = nullptr;
    const law::Clock* clock = nullptr;
    std::optional<base::Day> opened;  // where it is known to the day
    std::optional<int> days;          // from its opening until it was done, or so far; empty: it can't be measured
    bool running = false;
    Reason why{};  // it can't be measured
};
std::vector<Passage> passages(std::span<const Observed> cases);

// Which passages or cases a row is about.
struct Group {
    std::string_view by;     // "all", "party", "agreement", "version"; in a comparison its id
    std::string_view value;  // "", "CAN", "naaec", "guidelines-2012"; "before" or "after"
    friend bool operator==(const Group&, const Group&) = default;
};
// Everything, then each Party and each agreement of the cases, in the order of their codes.
std::vector<Group> groups_of(std::span<const Observed> cases);
bool holds(const Group& group, const Observed& of);
bool holds(const Group& group, const Passage& passage);  // its Party alone, where a case has several

}  // namespace comity::insight
