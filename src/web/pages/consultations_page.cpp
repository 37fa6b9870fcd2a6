#include "web/pages/consultations_page.hpp"

#include <algorithm>

#include "base/format.hpp"
#include "body/outreach/news_item.hpp"
#include "collections/having.hpp"
#include "collections/relations.hpp"
#include "exchange/catalog.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/server/negotiate.hpp"

namespace comity::pages {

namespace {

using namespace html;
using outreach::NewsItem;

constexpr std::size_t most_shown = 50;  // of the closed ones; the rest is a list away
constexpr std::size_t most_open = 200;

struct Found {
    std::vector<NewsItem> items;  // by deadline
    std::size_t count = 0;        // of all of them
};

// Those with this value of the facet "open", the newest `most` of them.
Found consultations(const ValueView& view, const store::Snapshot& snapshot, std::string_view status, std::size_t most) {
    const collections::Having having = collections::having(*view.shelves.of("news_item"), "open", status, most, view.language);
    Found found{.items = {}, .count = having.count};
    for (const collections::Item* item : having.rows)
        if (const auto stored = snapshot.read("news_item", item->id, record::Audience::everyone))
            found.items.push_back(record::read_as<NewsItem>(stored->record));
    std::ranges::stable_sort(found.items, {}, [](const NewsItem& item) { return item.deadline->last(); });
    return found;
}

// What the record links it to: what it tells of, and what calls it its own announcement.
void came_of_it(Html& h, const ValueView& view, const store::Snapshot& snapshot, const NewsItem& item) {
    std::vector<std::pair<const record::RecordType*, std::string>> links;
    const auto add = [&](std::string_view field, const std::vector<record::Ref>& refs) {
        const record::RecordType* type = record::find_type(exchange::catalog(), NewsItem::type().field(field)->refers);
        for (const record::Ref& ref : refs) links.emplace_back(type, ref.id);
    };
    add("decisions", item.decisions);
    add("publications", item.publications);
    add("projects", item.projects);
    add("submissions", item.submissions);
    if (item.meeting) add("meeting", {*item.meeting});
    for (const collections::Relation& relation : collections::naming(snapshot, "news_item", item.id, most_named))
        for (const std::string& id : relation.ids) links.emplace_back(relation.type, id);
    if (links.empty()) {
        h.span(cls("soft"), view.words("consultations.nothing_came"));
        return;
    }
    h.ul([&] {
        for (const auto& [type, id] : links) h.li([&] { record_link(h, view, *type, id); });
    });
}

void name_cell(Html& h, const ValueView& view, const NewsItem& item) {
    h.th(scope("row"), cls("name"), [&] {
        record_link(h, view, NewsItem::type(), item.id);
        std::string under(site::label("news-kinds", item.kind, view.language));
        for (const record::Ref& body : item.bodies) {
            const base::Text* title = view.shelves.title("body", body.id);
            if (title) under += " · " + std::string(base::shown(*title, view.language).text);
        }
        h.span(cls("under"), under);
    });
}

void open_ones(Html& h, const ValueView& view, const Found& found) {
    const base::Day today = view.site.today();
    part(h, view.words, "open", "consultations.open", "consultations.open_note", [&] {
        if (found.items.empty()) {
            const std::string day = base::date(view.language, today);
            h.p(view.words("home.no_consultation", {{"day", day}}));
            return;
        }
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), view.words("consultations.open"));
            h.thead([&] {
                h.tr([&] {
                    for (const char* head : {"field.news_item.deadline", "list.name", "consultations.left"})
                        h.th(scope("col"), view.words(head));
                });
            });
            h.tbody([&] {
                for (const NewsItem& item : found.items)
                    h.tr([&] {
                        h.td(cls("date"), [&] { time_short(h, view.language, *item.deadline); });
                        name_cell(h, view, item);
                        const auto left = (item.deadline->last() - today).count();
                        h.td(attr<"data-label">(view.words("consultations.left")), [&] {
                            h.span(cls("state", "open"), [&] {
                                h.span(left == 0 ? std::string(view.words("consultations.last_day"))
                                                 : view.words.plural("consultations.days_left", left));
                            });
                        });
                    });
            });
        });
    });
}

void closed_ones(Html& h, const ValueView& view, const store::Snapshot& snapshot, Found found) {
    if (found.items.empty()) return;
    std::ranges::reverse(found.items);
    part(h, view.words, "closed", "consultations.closed", "consultations.closed_note", [&] {
        h.table(cls("ledger"), [&] {
            h.caption(cls("unseen"), view.words("consultations.closed"));
            h.thead([&] {
                h.tr([&] {
                    for (const char* head : {"consultations.closed_on", "list.name", "project.came_of_it"})
                        h.th(scope("col"), view.words(head));
                });
            });
            h.tbody([&] {
                for (const NewsItem& item : found.items)
                    h.tr([&] {
                        h.td(cls("date"), [&] { time_short(h, view.language, *item.deadline); });
                        name_cell(h, view, item);
                        h.td(attr<"data-label">(view.words("project.came_of_it")), [&] { came_of_it(h, view, snapshot, item); });
                    });
            });
        });
        if (found.count > found.items.size()) {
            const std::string n = base::format_number(view.language, static_cast<std::int64_t>(found.count));
            h.p(cls("more"), [&] {
                h.a(href(site::address(site::Page::news, view.language, {}, "", {{"open", "closed"}})),
                    view.words("related.all", {{"n", n}}));
            });
        }
    });
}

void follow(Html& h, const ValueView& view, const Frame& frame) {
    h.p(cls("formats"), [&] {
        h.span(view.words("consultations.follow"));
        h.write(" ");
        h.a(href(site::address(frame.page, view.language, {}, "ics")), type(*server::media_type("ics")), ".ics");
        for (const char* format : {"atom", "json", "csv"}) {
            h.write(" ");
            h.a(href(site::address(site::Page::news, view.language, {}, format, {{"open", "open"}, {"open", "closed"}})),
                type(*server::media_type(format)), ".", format);
        }
    });
}

}  // namespace

server::Response consultations_page(const site::Site& site, const server::Request&, const server::Match& match) {
    const auto shelves = site.shelves();
    const store::Snapshot snapshot = site.store().snapshot();
    const ValueView view{site, *shelves, match.language, base::Words(match.language)};
    const Frame frame{
        .language = match.language,
        .page = site::Page::consultations,
        .title = std::string(view.words("consultations.title")),
        .description = std::string(view.words("consultations.lead")),
        .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))},
                  {site::address(site::Page::news, match.language), std::string(view.words("collection.news.title"))}},
        .section = collections::Section::body};
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 title_band(h, frame);
                                 open_ones(h, view, consultations(view, snapshot, "open", most_open));
                                 closed_ones(h, view, snapshot, consultations(view, snapshot, "closed", most_shown));
                                 follow(h, view, frame);
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
