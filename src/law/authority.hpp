#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/text.hpp"

namespace comity::law {

// How far a rule can be trusted.
enum class Confidence : std::uint8_t {
    verified,  // read in the source named
    derived,   // not read in the rule's own text, but dated docket events or a page of the body reproduce it
    recalled,  // known, but its text has not been compared with the source
};
std::string_view code(Confidence confidence);  // "verified", "derived", "recalled"
std::optional<Confidence> confidence_from(std::string_view code);
// Of two links of a proof.
constexpr Confidence weaker(Confidence a, Confidence b) { return a < b ? b : a; }

// The days on which something is in force; both ends included, an open end is empty.
struct Span {
    std::optional<base::Day> from;
    std::optional<base::Day> to;
    bool holds(base::Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
    friend bool operator==(const Span&, const Span&) = default;
};

// What stands behind a rule.
struct Authority {
    std::string provision;  // "USMCA 24.27(4)"; for a day off, the regulation or the evidence
    std::string source;     // an address or a citation
    Confidence confidence = Confidence::recalled;
    base::Text note;  // may be empty
    Span in_force;
    int line = 0;  // in its file
};

// A file of the law as it was given: its name for messages, its text.
struct SourceFile {
    std::string name;
    std::string_view text;
};

}  // namespace comity::law
