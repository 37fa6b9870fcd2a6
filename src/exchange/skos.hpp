#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

// Code lists as vocabularies in SKOS (JSON-LD). Addresses are whole and permanent: they are what others refer to.
namespace comity::exchange {

struct SkosConcept {
    std::string address;
    std::string notation;  // the code that records use
    base::Text name;
    base::Text definition;             // may be empty
    std::vector<std::string> broader;  // concepts of other schemes that say the same or more
    std::vector<std::string> same;     // the same idea in a public vocabulary
};

struct SkosScheme {
    std::string address;
    base::Text name;
    std::vector<SkosConcept> concepts;
};

// One JSON object with a graph of all schemes and concepts.
void append_skos(std::string& out, const std::vector<SkosScheme>& schemes);

}  // namespace comity::exchange
