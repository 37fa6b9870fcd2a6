#include "web/pages/collection_record_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/format.hpp"
#include "collections/relations.hpp"
#include "collections/values.hpp"
#include "exchange/schema_org.hpp"
#include "record/codec.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/part_forms.hpp"
#include "web/pages/record_parts.hpp"
#include "web/pages/sources.hpp"
#include "web/site/public_record.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Relation;

constexpr std::size_t related_shown = 12;  // of each field; the rest is a list away

bool told(const RecordParts* parts, std::string_view field) {
    return parts && std::ranges::find(parts->told, field) != parts->told.end();
}

// What stands in the title and is not said again among the facts.
bool in_title(const collections::Collection& collection, std::string_view field) {
    return field == collection.summary ||
           (!collection.title.empty() && field == collection.title.front() && collection.title_words.empty());
}

void facts(Html& h, const RecordView& view, const RecordParts* parts) {
    h.section(cls("part"), attr<"aria-labelledby">("facts"), [&] {
        h.header([&] { h.h2(id("facts"), view.of.words("facts.of_record")); });
        h.div(cls("text"), [&] {
            h.dl(cls("facts"), [&] {
                for (const record::Field& field : view.asked.type().fields) {
                    const record::Value* value = view.record.as_object().if_contains(field.name);
                    if (!value || field.of.kind == record::Kind::provenance || field.name == "site_slug" ||
                        in_title(*view.asked.collection, field.name) || told(parts, field.name))
                        continue;
                    h.div([&] {
                        h.dt(view.of.words(field.label.data()));
                        h.dd([&] { field_value(h, view.of, field, *value); });
                    });
                }
            });
        });
    });
}

void related(Html& h, const RecordView& view, const RecordParts* parts) {
    const store::Snapshot snapshot = view.of.site.store().snapshot();
    std::vector<Relation> relations = collections::naming(snapshot, view.asked.type().name, view.asked.stored.id, related_shown);
    std::erase_if(relations, [&](const Relation& relation) {
        return parts && std::ranges::find(parts->told_of, relation.type->name) != parts->told_of.end();
    });
    if (relations.empty()) return;
    h.section(cls("part"), attr<"aria-labelledby">("related"), [&] {
        h.header([&] {
            h.h2(id("related"), view.of.words("related.title"));
            h.p(view.of.words("related.note"));
        });
        h.div(cls("text"), [&] {
            h.dl(cls("facts"), [&] {
                for (const Relation& relation : relations)
                    h.div([&] {
                        const std::string kind = fmt::format("type.{}", relation.type->name);
                        h.dt(view.of.words(kind.c_str()), " ", [&] {
                            h.span(cls("under"),
                                   view.of.words("related.as", {{"field", view.of.words(relation.field->label.data())}}));
                        });
                        h.dd([&] {
                            record_links(h, view.of, *relation.type, relation.ids);
                            const std::string list = narrowed_list(view, relation);
                            if (relation.count > relation.ids.size() && !list.empty())
                                h.p(cls("more"), [&] {
                                    h.a(href(list),
                                        view.of.words("related.all",
                                                      {{"n", base::format_number(view.of.language,
                                                                                 static_cast<std::int64_t>(relation.count))}}));
                                });
                        });
                    });
            });
        });
    });
}

// "Council Resolution", "24-02": what the list says of it too, without links.
std::vector<std::string> under(const RecordView& view) {
    std::vector<std::string> parts;
    for (const std::string_view path : view.asked.collection->under) {
        const record::Field* field = view.asked.type().field(path);
        const record::Value* value = view.record.as_object().if_contains(path);
        if (!field || !value) continue;
        if (std::string said = value_in_line(view.of, *field, *value); !said.empty()) parts.push_back(std::move(said));
    }
    return parts;
}

// A topic, a project and a decision may bear one name, as may the figures of several years: in the window's title each says which
// it is.
std::string window_title(const RecordView& view, const std::string& title, const std::vector<std::string>& said) {
    const std::string kind = fmt::format("type.{}", view.asked.type().name);
    std::string line = title + " · " + (said.empty() ? std::string(view.of.words(kind.c_str())) : said.front());
    const collections::Item* item = view.asked.shelves->of(*view.asked.collection).find(view.asked.stored.id);
    if (item && item->date) line += " · " + base::to_string(*item->date).substr(0, 4);
    return line;
}

}  // namespace

server::Response collection_record_page(site::Page page, const site::Site& site, const server::Request&,
                                        const server::Match& match) {
    const site::RecordAsked asked = site::record_asked(site, page, match);
    const RecordView view{
        .of = {site, *asked.shelves, match.language, base::Words(match.language)}, .asked = asked, .record = asked.stored.record};
    const collections::Collection& collection = *asked.collection;
    const RecordParts* parts = record_parts(collection.type->name);
    const base::Text summary = collections::text_at(view.record, collection.summary);
    const std::string list_title = fmt::format("collection.{}.title", collection.type->collection);
    const site::Shown& pages = *site::shown_at(page);
    const std::string title(base::shown(asked.title, match.language).text);
    const std::vector<std::string> said = under(view);
    std::string linked_data, links;
    site::as_public_record(site, asked, [&](const exchange::PublicRecord& record) {
        exchange::append_schema_org(linked_data, record);
        links = exchange::link_header(site::signposts(site, asked, record, match.language));
    });
    std::vector<Crumb> above = trail_to(site, collection.section, match.language, page);
    above.push_back({site::address(pages.list, match.language), std::string(view.of.words(list_title.c_str()))});
    const Frame frame{.language = match.language,
                      .page = page,
                      .captured = {{"id", site::in_address(asked.stored.id)}},
                      .title = window_title(view, title, said),
                      .description = summary.empty() ? title : std::string(base::shown(summary, match.language).text),
                      .trail = std::move(above),
                      .section = collection.section,
                      .linked_data = std::move(linked_data),
                      .stylesheet = parts ? parts->stylesheet : std::string_view()};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            if (!said.empty()) h.p(cls("kicker"), fmt::format("{}", fmt::join(said, " · ")));
            h.h1(lang_of(asked.title, match.language), title);
            if (!summary.empty()) h.p(cls("lead"), lang_of(summary, match.language), base::shown(summary, match.language).text);
            if (is_foreign(asked.title, match.language) || is_foreign(summary, match.language))
                h.p(cls("small", "soft"), view.of.words("text.untranslated"));
            if (parts && parts->standing) parts->standing(h, view);
        });
        if (parts && parts->parts) parts->parts(h, view);
        facts(h, view, parts);
        related(h, view, parts);
        if (const record::Value* held = view.record.as_object().if_contains("provenance"))
            if (const auto provenance = record::Codec<record::Provenance>::in(*held))
                sources_part(h, view.of.words, asked.type(), *provenance);
        formats(h, frame, view.of.words("record.as"));
    };
    return {
        .body = document(site, frame, content), .caching = server::Caching::by_stamp, .headers = {{"Link", std::move(links)}}};
}

}  // namespace comity::pages
