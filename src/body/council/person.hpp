#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

// A person as some source names them in some capacity.
struct NamedPerson {
    std::string name;                   // as the source writes it
    std::optional<record::Ref> person;  // their own record, where there is one
    std::string party;                  // whom they act for, or "" where that is not said
    base::Text capacity;                // "Deputy Administrator", "interim", "national co-chair", or empty
    static std::span<const record::Field> fields();
};

// Someone who holds or held an office.
struct Person {
    std::string id;  // a slug of the name: "victor-lichtinger"
    std::string name;
    std::string country;  // of which they are a national or for which they act, or ""
    record::Provenance provenance;
    static const record::RecordType& type();
};

// The time for which a person holds an office; a person can hold several, at once or one after the other.
struct OfficeTerm {
    std::string id;  // "victor-lichtinger/executive-director"
    record::Ref person;
    std::optional<record::Ref> body;  // in which the office is
    std::string office;
    base::Text title;                      // the office or the national post in words
    std::string party;                     // whom they represent there, or ""
    std::optional<base::Date> start_date;  // absent: not known
    std::optional<base::Date> end_date;    // absent: not known, or not over
    bool acting = false;                   // for a member who was absent, or before an appointment
    std::optional<record::Ref> meeting;    // the session at which they acted, where it was for one only
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
