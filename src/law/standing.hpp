#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "law/mechanism.hpp"

// Who may file: the bars of a mechanism and the reservations of its Parties, for one filing.
namespace comity::law {

// A filing by one filer; joint filers are asked about one by one, because the pair of filer and respondent matters.
struct Filing {
    std::string_view filer_of;    // State of which the filer is a national or in which it is established; "": not known
    bool anonymous = false;       // nobody is named, not even to the office. A name kept confidential is not anonymous.
    std::string_view respondent;  // Party that it is about; "": not known
    base::Day day{};
};

enum class StandingCode : std::uint8_t {
    outside_regime,     // the mechanism does not govern filings of that day
    barred,             // a bar applies
    cannot_tell,        // a bar would apply to some filer or respondent, and which one this is is not known
    party_refuses,      // the Party refused such filings at that time
    reservation_ended,  // it had refused them, and took that back or its time was over: they are accepted
};
std::string_view code(StandingCode code);  // "outside-regime", "barred", "cannot-tell", "party-refuses", "reservation-ended"

struct StandingFinding {
    StandingCode code;
    const Bar* bar = nullptr;                  // of barred and cannot_tell
    const Reservation* reservation = nullptr;  // of party_refuses and reservation_ended
};
// What stands in the way of a filing, or did until then; empty where nothing does.
std::vector<StandingFinding> standing(const Mechanism& mechanism, const Filing& filing);
// Whether the findings leave it standing: nothing among them bars it.
bool may_file(const std::vector<StandingFinding>& findings);

// The last day of a time of so many years that begins on this day.
base::Day last_day(base::Day from, int years);
// The days for which a reservation held: what the Party said, no longer than the law lets it, up to its revocation.
Span effective(const Reservation& reservation);

// The rule behind a finding: of the mechanism where it is outside_regime.
const Authority& authority(const Mechanism& mechanism, const StandingFinding& finding);
base::Text describe(const Mechanism& mechanism, const Filing& filing, const StandingFinding& finding);

// The definition of a term for a Party: that Party's own before the one for all, of the version in force on that day with the
// highest rank, the later one of two. Null where there is none.
const OtherRule* definition(const Mechanism& mechanism, std::string_view term, std::string_view party, base::Day day);

}  // namespace comity::law
