#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

struct Article {
    std::string number;
    base::Text subject;
    static std::span<const record::Field> fields();
};

enum class GovernanceEventKind {
    first_adopted,
    adopted,   // the version recorded here
    in_force,  // a source describes it as in force
    superseded,
    replaced,  // by another instrument
};
BOOST_DESCRIBE_ENUM(GovernanceEventKind, first_adopted, adopted, in_force, superseded, replaced)

struct GovernanceEvent {
    GovernanceEventKind event{};
    std::optional<base::Date> date;  // absent: not known
    static std::span<const record::Field> fields();
};

// A treaty, rules of procedure, a policy, a manual: what governs the body's own work.
struct GovernanceDocument {
    std::string id;
    base::Text title;
    std::string kind;
    base::Text governs;
    std::vector<record::Ref> bodies;        // whose work it governs
    std::optional<record::Ref> instrument;  // that it is, or on which it stands
    std::vector<record::Ref> decisions;     // that adopted it, advised on it or apply it
    std::optional<record::Ref> replaces;    // the document that it took the place of
    std::vector<GovernanceEvent> events;
    std::string legal_basis;
    std::vector<std::string> rules_cited;  // the rules of it that sources cite
    std::vector<Article> articles;
    std::vector<std::string> languages;  // in which a source shows it
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
