#include "web/site/vocabulary.hpp"

namespace comity::site {

namespace {

template <class Item>
std::vector<SharedConcept> concepts_with_terms(const Site& site, const std::vector<law::Concept>& concepts,
                                               std::vector<Item> law::Mechanism::* items) {
    std::vector<SharedConcept> shared;
    for (const law::Concept& one : concepts) {
        SharedConcept& added = shared.emplace_back(SharedConcept{&one, {}});
        for (const law::Mechanism& mechanism : site.law().list)
            for (const Item& item : mechanism.*items)
                if (item.shared == one.id) added.terms.push_back({&mechanism, item.id, &item.name});
    }
    return shared;
}

}  // namespace

std::vector<SharedList> shared_lists(const Site& site) {
    const auto& vocabulary = law::shipped_vocabulary();
    COMITY_ASSERT(vocabulary);  // a test reads the law's files
    return {{"stage", "concepts.stages", concepts_with_terms(site, vocabulary->stages, &law::Mechanism::stages)},
            {"outcome", "concepts.outcomes", concepts_with_terms(site, vocabulary->outcomes, &law::Mechanism::outcomes)},
            {"actor", "concepts.actors", concepts_with_terms(site, vocabulary->actors, &law::Mechanism::actors)}};
}

std::string concept_anchor(std::string_view list, std::string_view id) { return std::string(list) + "-" + std::string(id); }

std::string term_anchor(const law::Mechanism& mechanism, std::string_view list, std::string_view id) {
    return mechanism.id + "-" + concept_anchor(list, id);
}

}  // namespace comity::site
