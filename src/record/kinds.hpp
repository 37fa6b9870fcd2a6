#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace comity::record {

struct Place {
    base::Text name;
    std::string country;              // ISO 3166-1 alpha-3, or "" where it spans several
    std::optional<double> latitude;   // degrees north, -90 to 90; an approximate point
    std::optional<double> longitude;  // degrees east, -180 to 180; both or neither
    friend bool operator==(const Place&, const Place&) = default;
};

// How far a recorded fact can be trusted.
enum class Confidence {
    verified,  // read in the source and compared with it
    sourced,   // every value came from a page that is named
    partial,   // a value is inferred, shortened or known only in part
    inferred,  // concluded from other facts
    recalled,  // known, but its source could not be read
};
BOOST_DESCRIBE_ENUM(Confidence, verified, sourced, partial, inferred, recalled)

// Something said about one field: how sure its value is, or a value that competes with the one in use.
struct Claim {
    std::string field;  // public name of the field
    std::string value;  // the competing value as it would be written; empty where the claim is about the value in use
    std::optional<Confidence> confidence;
    std::string source;  // address or citation
    std::string note;    // what the source says of it, or why one value is preferred
    friend bool operator==(const Claim&, const Claim&) = default;
};

struct Provenance {
    std::vector<std::string> sources;
    Confidence confidence = Confidence::sourced;
    std::vector<Claim> claims;
    std::string note;
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace comity::record
