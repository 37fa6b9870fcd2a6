#include <algorithm>
#include <functional>

#include "base/format.hpp"
#include "collections/having.hpp"
#include "collections/values.hpp"
#include "web/pages/home_parts.hpp"
#include "web/pages/layout.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/routes.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Item;
using record::Value;

constexpr std::size_t figures_shown = 3, meetings_shown = 3, looked_at = 60;

struct Entry {
    const Item* item;
    store::Stored stored;
};

// The newest records of a collection that are `good` as the shelf knows them and, where that is asked, have a summary.
std::vector<Entry> newest(const ValueView& view, std::string_view type, std::size_t most,
                          const std::function<bool(const Item&)>& good, bool with_summary = false) {
    std::vector<Entry> out;
    const collections::Shelf& shelf = *view.shelves.of(type);
    const store::Snapshot snapshot = view.site.store().snapshot();
    std::size_t read = 0;
    for (const collections::Row row : shelf.by_date) {
        if (out.size() == most || read == looked_at) break;
        const Item& item = *shelf.items[row];
        if (!good(item)) continue;
        auto stored = snapshot.read(type, item.id, record::Audience::everyone);
        ++read;
        if (!stored || (with_summary && collections::text_at(stored->record, shelf.of->summary).empty())) continue;
        out.push_back({&item, *std::move(stored)});
    }
    return out;
}

bool happened(const ValueView& view, const Item& item) { return item.date && item.date->first() <= view.site.today(); }

void teaser(Html& h, const ValueView& view, std::string_view type, const Entry& entry) {
    const collections::Collection& collection = *collections::find(type);
    h.article(cls("stack", "tight"), attr<"data-section">(collections::code(collection.section)), [&] {
        h.p(cls("kicker"), [&] {
            const std::string kind = "type_one." + std::string(type);
            h.write(view.words(kind.c_str()), ", ");
            time_short(h, view.language, *entry.item->date);
        });
        h.h3([&] { record_link(h, view, *collection.type, entry.item->id); });
        h.p([&] { record_text(h, collections::text_at(entry.stored.record, collection.summary), view.language); });
    });
}

void meeting_rows(Html& h, const ValueView& view, const std::vector<Entry>& meetings, const char* caption) {
    const collections::Collection& collection = *collections::find("meeting");
    h.table(cls("ledger"), [&] {
        h.caption(view.words(caption));
        h.thead([&] {
            h.tr([&] {
                for (const char* key : {"list.date", "list.name", "home.place"}) h.th(scope("col"), view.words(key));
            });
        });
        h.tbody([&] {
            for (const Entry& entry : meetings)
                h.tr([&] {
                    h.td(cls("date"), [&] { time_short(h, view.language, *entry.item->date); });
                    h.th(scope("row"), cls("name"), [&] {
                        record_link(h, view, *collection.type, entry.item->id);
                        const auto* body = entry.stored.record.as_object().if_contains("body");
                        h.span(cls("under"), value_in_line(view, *collection.type->field("body"), *body));
                    });
                    h.td(attr<"data-label">(view.words("home.place")), [&] {
                        if (const auto* place = entry.stored.record.as_object().if_contains("place"))
                            h.write(value_in_line(view, *collection.type->field("place"), *place));
                    });
                });
        });
    });
}

}  // namespace

void home_work(Html& h, const ValueView& view) {
    std::vector<std::pair<const char*, Entry>> shown;
    for (const char* type : {"project", "publication"})
        for (Entry& entry : newest(view, type, 1, [&](const Item& item) { return happened(view, item); }, true))
            shown.emplace_back(type, std::move(entry));
    if (shown.empty()) return;
    h.section(cls("part"), attr<"data-section">("program"), attr<"aria-labelledby">("work"), [&] {
        h.header([&] {
            h.h2(id("work"), view.words("home.work"));
            h.p(view.words("home.work_note"));
        });
        h.div(cls("columns"), [&] {
            for (const auto& [type, entry] : shown) teaser(h, view, type, entry);
        });
    });
}

void home_figures(Html& h, const ValueView& view) {
    const auto figures = newest(view, "impact_figure", figures_shown, [&](const Item& item) { return happened(view, item); });
    if (figures.empty()) return;
    const collections::Collection& collection = *collections::find("impact_figure");
    h.section(cls("part"), attr<"data-section">("impact"), attr<"aria-labelledby">("impact"), [&] {
        h.header([&] {
            h.h2(id("impact"), view.words("nav.impact"));
            h.p(view.words("home.impact_note"));
        });
        h.div(cls("text"), [&] {
            h.dl(cls("figures"), [&] {
                for (const Entry& entry : figures)
                    h.div([&] {
                        const Value& record = entry.stored.record;
                        const auto said = [&](const char* field) {
                            const Value* value = record.as_object().if_contains(field);
                            return value ? value_in_line(view, *collection.type->field(field), *value) : std::string();
                        };
                        h.dt([&] { record_link(h, view, *collection.type, entry.item->id); });
                        const std::string comparison = said("comparison"), value = said("value"), unit = said("unit");
                        h.dd(record.at("comparison").as_string() == "exactly" ? "" : comparison + " ", value);
                        h.dd(unit, ", ", [&] { time_short(h, view.language, *entry.item->date); });
                    });
            });
            h.p(cls("more"), [&] {
                h.a(href(site::address(site::Page::impact, view.language)),
                    view.words.plural("home.all_figures", static_cast<std::int64_t>(view.shelves.of(collection).items.size())));
            });
        });
    });
}

void home_meetings(Html& h, const ValueView& view) {
    const auto ahead = newest(view, "meeting", meetings_shown, [&](const Item& item) {
        return item.date && item.end.value_or(*item.date).last() >= view.site.today();
    });
    const auto open = collections::having(*view.shelves.of("news_item"), "open", "open", meetings_shown, view.language).rows;
    const std::string today = base::date(view.language, view.site.today());
    h.section(cls("part"), attr<"data-section">("council"), attr<"aria-labelledby">("meetings"), [&] {
        h.header([&] { h.h2(id("meetings"), view.words("home.meetings")); });
        h.div(cls("text"), [&] {
            if (ahead.empty())
                h.p(view.words("home.no_meeting", {{"day", today}}));
            else
                meeting_rows(h, view, ahead, "home.next_meetings");
            if (open.empty()) {
                h.p(view.words("home.no_consultation", {{"day", today}}));
            } else {
                h.h3(view.words("home.consultations"));
                h.ul([&] {
                    for (const Item* item : open)
                        h.li([&] { record_link(h, view, *collections::find("news_item")->type, item->id); });
                });
            }
            if (view.site.offers(site::Page::consultations))
                h.p(cls("more"), [&] {
                    h.a(href(site::address(site::Page::consultations, view.language)), view.words("consultations.title"));
                });
            const auto past = newest(view, "meeting", meetings_shown, [&](const Item& item) { return happened(view, item); });
            if (ahead.empty() && !past.empty()) meeting_rows(h, view, past, "home.last_meetings");
            h.p(cls("more"), [&] {
                h.a(href(site::address(site::Page::meetings, view.language)),
                    view.words.plural("home.all_meetings", static_cast<std::int64_t>(view.shelves.of("meeting")->items.size())));
            });
        });
    });
}

}  // namespace comity::pages
