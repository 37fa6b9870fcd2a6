#include "web/pages/featured.hpp"

#include "web/pages/layout.hpp"

namespace comity::pages {

using namespace html;

void featured(Html& h, const ListView& view, const char* title, const char* rule) {
    if (view.asked.listing.count != view.asked.listing.of || view.asked.listing.before) return;
    const std::vector<collections::Featured> found = view.of.site.featured(view.asked.shelves, view.asked.collection->type->name);
    if (found.empty()) return;
    const base::Language language = view.of.language;
    h.section(cls("stack"), attr<"aria-labelledby">("featured"), [&] {
        h.h3(id("featured"), view.of.words(title));
        h.ul(cls("days"), [&] {
            for (const collections::Featured& one : found)
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
