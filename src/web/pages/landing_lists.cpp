#include <algorithm>

#include "base/format.hpp"
#include "web/pages/landing_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/site/collection_asked.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Facet;
using collections::Item;
using site::LandingPart;

// The value that the item has of a facet, in words; "" where it has none.
std::string facet_text(const ValueView& view, const LandingPart& part, const Item& item, std::string_view name) {
    const Facet* facet = part.collection->facet(name);
    if (!facet) return {};
    const auto at = static_cast<std::uint8_t>(facet - part.collection->facets.data());
    std::vector<std::string> values;
    for (const auto& [of, value] : item.values)
        if (of == at) values.push_back(site::facet_value(view.site, view.shelves, *facet, value, view.language));
    return base::list_of(view.language, values);
}

// Which facet says most about a record of the collection, beside its date and title.
std::string_view telling(const LandingPart& part) {
    for (const std::string_view facet : {"kind", "type", "status", "body"})
        if (part.collection->facet(facet) && (facet != "kind" || part.collection->type->name != "meeting")) return facet;
    return "";
}

// Writes the row at `at` and those below it, and goes on to the next of its depth; gives the row after them.
std::size_t branch(Html& h, const LandingView& view, const LandingPart& part, std::size_t at) {
    const std::size_t depth = part.depths[at];
    h.ul(cls(depth == 0 ? "tree" : ""), [&] {
        while (at < part.rows.size() && part.depths[at] == depth)
            h.li([&] {
                const Item& item = *part.rows[at];
                h.div([&] {
                    record_link(h, view.of, *part.collection->type, item.id);
                    h.span(cls("under"), capital(facet_text(view.of, part, item, "kind")), [&] {
                        // That a body is there needs no words; that it is no more does.
                        const std::string status = facet_text(view.of, part, item, "status");
                        if (status == view.of.words("body_status.ended")) h.write(" · ", status);
                    });
                });
                ++at;
                if (at < part.rows.size() && part.depths[at] > depth) at = branch(h, view, part, at);
            });
    });
    return at;
}

}  // namespace

void landing_tree(Html& h, const LandingView& view, const LandingPart& part) {
    if (!part.rows.empty()) branch(h, view, part, 0);
}

void landing_counts(Html& h, const LandingView& view, const LandingPart& part) {
    const site::Page list = site::shown(part.collection->type->name)->list;
    h.ul(cls("tallies"), [&] {
        for (const auto& [value, count] : part.values)
            h.li([&] {
                const std::string name = site::facet_value(view.of.site, view.of.shelves, *part.by, value, view.of.language);
                h.a(href(site::address(list, view.of.language, {}, "", {{std::string(part.by->name), value}})), capital(name));
                h.write(" ");
                h.span(cls("count"), base::format_number(view.of.language, static_cast<std::int64_t>(count)));
            });
    });
}

void landing_rows(Html& h, const LandingView& view, const LandingPart& part) {
    const base::Words& words = view.of.words;
    const Facet* facet = part.collection->facet(telling(part));
    const bool dated = part.collection->dated();
    const std::string caption = "landing." + std::string(part.name);
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), words(caption.c_str()));
        h.thead([&] {
            h.tr([&] {
                if (dated) h.th(scope("col"), words("list.date"));
                h.th(scope("col"), words("list.name"));
                if (facet) h.th(scope("col"), words(facet->label.data()));
            });
        });
        h.tbody([&] {
            for (const Item* item : part.rows)
                h.tr([&] {
                    if (dated) h.td(cls("date"), [&] { date_or_unknown(h, view.of, item->date); });
                    h.th(scope("row"), cls("name"), [&] { record_link(h, view.of, *part.collection->type, item->id); });
                    if (facet)
                        h.td(attr<"data-label">(words(facet->label.data())),
                             capital(facet_text(view.of, part, *item, facet->name)));
                });
        });
    });
}

}  // namespace comity::pages
