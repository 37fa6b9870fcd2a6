#include <fmt/format.h>

#include "base/format.hpp"
#include "body/outreach/topic.hpp"
#include "web/pages/part_forms.hpp"

// What the page of a topic shows of its own: how much there is about it, by kind.
namespace comity::pages {

namespace {

using namespace html;

void about_it(Html& h, const RecordView& view) {
    const base::Words& words = view.of.words;
    const auto relations =
        collections::naming(view.of.site.store().snapshot(), outreach::Topic::type().name, view.asked.stored.id, 0);
    part(h, words, "about-it", "topic.about_it", "topic.about_it_note", [&] {
        if (relations.empty()) {
            h.p(cls("soft"), words("topic.nothing"));
            return;
        }
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), words("topic.about_it"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), words("topic.kind"));
                    h.th(scope("col"), words("topic.count"));
                });
            });
            h.tbody([&] {
                for (const collections::Relation& relation : relations)
                    h.tr([&] {
                        const std::string key = fmt::format("collection.{}.title", relation.type->collection);
                        const std::string list = narrowed_list(view, relation);
                        h.th(scope("row"), cls("name"), [&] {
                            if (list.empty())
                                h.write(words(key.c_str()));
                            else
                                h.a(href(list), words(key.c_str()));
                        });
                        h.td(attr<"data-label">(words("topic.count")),
                             base::format_number(view.of.language, static_cast<std::int64_t>(relation.count)));
                    });
            });
        });
    });
}

}  // namespace

RecordParts topic_parts() { return {.type = "topic", .parts = about_it}; }

}  // namespace comity::pages
