#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "law/vocabulary.hpp"
#include "web/site/site.hpp"

// The vocabulary that all mechanisms share, and what each of them calls the same thing.
namespace comity::site {

struct OwnTerm {
    const law::Mechanism* mechanism;
    std::string_view id;
    const base::Text* name;
};

struct SharedConcept {
    const law::Concept* of;
    std::vector<OwnTerm> terms;  // in the order of the mechanisms
};

struct SharedList {
    std::string_view id;   // "stage", "outcome", "actor"
    const char* name_key;  // message
    std::vector<SharedConcept> concepts;
};

std::vector<SharedList> shared_lists(const Site& site);

// Lists of data/codes that the docket uses, with the message that names each.
struct CodeList {
    const char* id;
    const char* name_key;
};
inline constexpr CodeList code_lists[] = {{"matters", "concepts.matters"},
                                          {"agreements", "concepts.agreements"},
                                          {"case-document-kinds", "concepts.case_document_kinds"}};

// The anchor on the page, which with the page's address is the concept's permanent address: "stage-review".
std::string concept_anchor(std::string_view list, std::string_view id);
// A term of one mechanism: "naaec-stage-review".
std::string term_anchor(const law::Mechanism& mechanism, std::string_view list, std::string_view id);

}  // namespace comity::site
