#include "collections/featured.hpp"

#include <algorithm>
#include <functional>

#include "collections/relations.hpp"

namespace comity::collections {

namespace {

constexpr std::size_t recent = 20, shown = 3, counted = 100;

}  // namespace

std::vector<Featured> featured(const store::Snapshot& snapshot, const Shelf& shelf, base::Day today) {
    std::vector<Featured> found;
    for (std::size_t at = 0, taken = 0; at < shelf.by_date.size() && taken < recent; ++at) {
        const Item& item = *shelf.items[shelf.by_date[at]];
        if (!item.date || item.date->first() > today) continue;
        ++taken;
        std::size_t links = 0;
        for (const Relation& relation : naming(snapshot, shelf.of->type->name, item.id, 0))
            links += std::min(relation.count, counted);
        if (links) found.push_back({&item, links});
    }
    std::ranges::stable_sort(found, std::greater{}, &Featured::links);
    if (found.size() > shown) found.resize(shown);
    return found;
}

}  // namespace comity::collections
