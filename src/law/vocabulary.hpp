#pragma once

#include <expected>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "law/authority.hpp"

namespace comity::law {

// What the stages, outcomes and actors of all mechanisms have in common, so that their cases compare.
struct Concept {
    std::string id;
    base::Text name;
    base::Text definition;
};

struct Vocabulary {
    std::vector<Concept> stages;
    std::vector<Concept> outcomes;
    std::vector<Concept> actors;
};

std::expected<Vocabulary, base::Faults> vocabulary_from(const SourceFile& file);
// The one inside the program.
const std::expected<Vocabulary, base::Faults>& shipped_vocabulary();

// Null if the list has none of this id.
const Concept* find_concept(const std::vector<Concept>& list, std::string_view id);

}  // namespace comity::law
