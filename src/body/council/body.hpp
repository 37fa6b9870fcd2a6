#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "body/council/person.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

// Which department leads for a Party.
struct LeadDepartment {
    std::string party;
    base::Text department;
    static std::span<const record::Field> fields();
};

// What is known of a body's life, with or without its date.
enum class BodyEventKind {
    established,
    active,  // a source describes it as at work
    ended,
};
BOOST_DESCRIBE_ENUM(BodyEventKind, established, active, ended)

struct BodyEvent {
    BodyEventKind event{};
    std::optional<base::Date> date;  // absent: not known
    static std::span<const record::Field> fields();
};

// An instrument on which a body stands, and for how long.
struct BodyInstrument {
    record::Ref instrument;
    std::optional<base::Date> start_date;  // absent: not known
    std::optional<base::Date> end_date;    // absent: not known, or it still stands on it
    static std::span<const record::Field> fields();
};

// An organ, committee, working group, secretariat, fund or forum. Whether it exists on a day follows from its events.
struct Body {
    std::string id;  // "jpac", "sound-management-of-chemicals-working-group"
    base::Text name;
    base::Text abbreviation;
    std::string kind;
    std::optional<record::Ref> parent;
    std::vector<std::string> parties;  // that it unites, where it is not those of its parent
    base::Text founding_instrument;    // in the source's words
    std::optional<record::Ref> founding_decision;
    base::Text current_instrument;            // on which it stands today, where that is another one
    std::vector<BodyInstrument> instruments;  // one after the other
    base::Text composition;
    base::Text role;
    std::vector<LeadDepartment> lead_departments;
    std::vector<std::string> partners;
    std::vector<base::Text> working_groups;  // those that have no record of their own
    std::vector<NamedPerson> members;        // on the day members_as_of
    std::optional<base::Date> members_as_of;
    base::Text chair_rule;
    base::Text term_rule;
    base::Text appointment_rule;
    base::Text funding_rule;
    base::Text meeting_rule;
    base::Text headquarters;
    base::Text liaison_office;
    base::Text budget_note;
    std::vector<BodyEvent> events;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
