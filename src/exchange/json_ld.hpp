#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "exchange/geojson.hpp"

// A submission in the words of schema.org (JSON-LD). It is a CreativeWork: schema.org has no type for a legal proceeding, its
// Legislation is the law complained of, its LegalService a firm, its Claim belongs to fact-checking, its Event is what people
// attend.
namespace comity::exchange {

struct LdFiler {
    std::string name;
    bool organization = true;
};

struct LdPart {  // a document of the case
    base::Text title;
    std::string address;
    std::vector<std::string> languages;
    std::optional<base::Date> date;
};

struct LdPlace {
    base::Text name;
    std::string country;  // ISO 3166-1 alpha-3, or empty
    std::optional<Point> point;
};

struct LdCountry {
    base::Text name;
    std::string code;  // ISO 3166-1 alpha-3
};

struct LdSubmission {
    std::string address;  // of its page, which is also its identity
    std::string id;       // "SEM-21-001"
    base::Text title;
    base::Text summary;
    std::optional<base::Date> filed;
    base::Text status;
    std::vector<LdFiler> filers;
    std::vector<LdCountry> parties;
    std::vector<base::Text> laws;
    std::vector<base::Text> matters;
    std::optional<LdPlace> place;
    std::vector<LdPart> parts;
    std::vector<std::string> sources;
    std::string publisher;
    std::string publisher_address;
};

// One JSON object. Texts are given in every language that they have.
void append_json_ld(std::string& out, const LdSubmission& submission);

}  // namespace comity::exchange
