#include "web/pages/featured.hpp"

#include <algorithm>

#include "collections/relations.hpp"
#include "collections/values.hpp"
#include "web/pages/layout.hpp"

namespace comity::pages {

using namespace html;

namespace {

constexpr std::size_t recent = 20, shown_ones = 3, counted = 100;  // links of a field beyond the last don't count

struct Candidate {
    const collections::Item* item;
    std::size_t links = 0;
};

// Of the most recent records that have begun by today those that others name, best first.
std::vector<Candidate> candidates(const ListView& view) {
    const collections::Shelf& shelf = view.asked.shelf();
    const store::Snapshot snapshot = view.of.site.store().snapshot();
    std::vector<Candidate> found;
    for (std::size_t at = 0, taken = 0; at < shelf.by_date.size() && taken < recent; ++at) {
        const collections::Item& item = *shelf.items[shelf.by_date[at]];
        if (!item.date || item.date->first() > view.of.site.today()) continue;
        ++taken;
        std::size_t links = 0;
        for (const collections::Relation& relation : collections::naming(snapshot, shelf.of->type->name, item.id, 0))
            links += std::min(relation.count, counted);
        if (links) found.push_back({&item, links});
    }
    std::ranges::stable_sort(found, std::greater{}, &Candidate::links);
    if (found.size() > shown_ones) found.resize(shown_ones);
    return found;
}

}  // namespace

void featured(Html& h, const ListView& view, const char* title, const char* rule) {
    if (view.asked.listing.count != view.asked.listing.of || view.asked.listing.before) return;
    const std::vector<Candidate> found = candidates(view);
    if (found.empty()) return;
    const base::Language language = view.of.language;
    h.section(cls("stack"), attr<"aria-labelledby">("featured"), [&] {
        h.h3(id("featured"), view.of.words(title));
        h.ul(cls("days"), [&] {
            for (const Candidate& one : found)
                h.li([&] {
                    h.p(cls("soft"), view.of.words.plural("featured.links", static_cast<std::int64_t>(one.links)));
                    h.div([&] {
                        h.p(cls("t-h3"), [&] {
                            h.a(href(site::record_address(*view.asked.collection->type, one.item->id, language)),
                                lang_of(one.item->title, language), base::shown(one.item->title, language).text);
                        });
                        if (one.item->date) h.p(cls("small", "soft"), [&] { time_short(h, language, *one.item->date); });
                    });
                });
        });
        h.p(cls("small", "soft"), view.of.words(rule));
    });
}

}  // namespace comity::pages
