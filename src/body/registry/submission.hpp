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

namespace comity::registry {

// A law that a Party is said not to enforce, as the sources name it.
struct Law {
    base::Text name;       // original: the language in which the source names it
    std::string citation;  // the articles or sections in question, "ss. 35, 36", or ""
    static std::span<const record::Field> fields();
};

// One of the things that a submission asserts, where it can be settled apart from the others.
struct Assertion {
    std::string id;  // "cabo-cortes", unique in the submission
    base::Text name;
    static std::span<const record::Field> fields();
};

// A submission on enforcement matters. It has no status and no outcome: both follow from its events on a given day.
struct Submission {
    std::string id;  // as the Secretariat numbers it: "SEM-21-001"
    base::Text title;
    std::vector<std::string> parties;  // the Parties it is about: ISO 3166-1 alpha-3, of the code list "countries"
    std::string agreement;             // under which it was filed: the id of a mechanism, "naaec", "usmca"
    base::Text summary;
    std::vector<std::string> matters;  // of the code list "matters"
    std::vector<Law> laws;
    std::vector<Assertion> assertions;   // none: it was dealt with as a whole
    std::optional<record::Ref> repeats;  // an earlier submission on the same matter, filed again
    std::optional<record::Place> place;
    base::Date as_of;  // the day to which the sources tell its state
    record::Provenance provenance;
    static const record::RecordType& type();
};

// How a group of filers is named.
enum class FilerKind {
    organization,  // one organization, by its name
    individuals,   // persons, counted and not named
};
BOOST_DESCRIBE_ENUM(FilerKind, organization, individuals)

struct Filer {
    std::string id;  // "SEM-21-001/01", in the order of the source
    record::Ref submission;
    FilerKind kind{};
    std::string name;                   // empty for individuals
    std::optional<std::int64_t> count;  // of individuals, where it is known
    bool confidential = false;          // asked not to be named: the name is for officers only
    static const record::RecordType& type();
};

}  // namespace comity::registry
