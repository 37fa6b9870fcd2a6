#include "web/pages/collection_list_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/format.hpp"
#include "collections/values.hpp"
#include "web/pages/field_values.hpp"
#include "web/pages/layout.hpp"
#include "web/pages/list_parts.hpp"
#include "web/site/collection_asked.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Collection;
using collections::Facet;
using collections::Sort;
using collections::ValueCount;
using server::Parameters;

constexpr std::size_t rows_on_a_page = 20;
constexpr std::size_t values_shown = 8;  // of a long facet, the most frequent ones and those chosen

struct List {
    const ValueView& of;
    site::Page page;
    const site::ListAsked& asked;
    Parameters query;  // the filter as it stands

    const Collection& collection() const { return *asked.collection; }
    std::string address(const Parameters& with) const { return site::address(page, of.language, {}, "", with); }
    // A message of this collection: "collection.publications.title".
    std::string key(std::string_view what) const { return fmt::format("collection.{}.{}", collection().type->collection, what); }
    std::string number(std::size_t n) const { return base::format_number(of.language, static_cast<std::int64_t>(n)); }
};

void facet(Html& h, const List& list, std::size_t at) {
    const Facet& facet = list.collection().facets[at];
    const auto& chosen = list.asked.filter.values[at];
    std::vector<ValueCount> values = list.asked.listing.facets[at];
    for (const std::string& value : chosen)
        if (std::ranges::find(values, value, &ValueCount::value) == values.end()) values.push_back({value, 0});
    std::size_t kept = 0;
    std::erase_if(values, [&](const ValueCount& value) { return kept++ >= values_shown && !chosen.contains(value.value); });
    if (values.empty()) return;
    h.fieldset([&] {
        h.legend(list.of.words(facet.label.data()));
        for (const auto& [value, count] : values)
            h.label([&] {
                h.input(type("checkbox"), html::name(facet.name), html::value(value), attr<"checked">(chosen.contains(value)));
                h.write(" ");
                h.span(site::facet_value(list.of.site, list.of.shelves, facet, value, list.of.language));
                h.write(" ");
                h.span(cls("count"), list.number(count));
            });
    });
}

void year_field(Html& h, const List& list, const char* parameter, const char* label, std::optional<int> year) {
    h.label([&] {
        h.write(list.of.words(label), " ");
        h.input(html::name(parameter), attr<"inputmode">("numeric"), attr<"pattern">("[0-9]{4}"), attr<"maxlength">(4),
                attr<"value">(year));
    });
}

// What the form of the filters keeps of the address: the parameters that it has no field for.
void kept_parameters(Html& h, const List& list) {
    for (const auto& [parameter, held] : list.query) {
        const Facet* facet = list.collection().facet(parameter);
        if (parameter == "q" || parameter == "sort" || parameter == "bbox" || (facet && !facet->offered))
            h.input(type("hidden"), html::name(parameter), html::value(held));
    }
}

void filters(Html& h, const List& list) {
    const auto& filter = list.asked.filter;
    h.form(cls("filters"), id("filters"), attr<"method">("get"), attr<"action">(list.address({})),
           attr<"aria-labelledby">("filters-h"), attr<"popover">(""), [&] {
               h.div(cls("head"), [&] {
                   h.h2(id("filters-h"), list.of.words("list.filters"));
                   h.write(" ");
                   h.button(type("button"), attr<"popovertarget">("filters"), attr<"popovertargetaction">("hide"),
                            list.of.words("nav.close"));
               });
               for (std::size_t at = 0; at < list.collection().facets.size(); ++at)
                   if (list.collection().facets[at].offered) facet(h, list, at);
               if (list.collection().dated())
                   h.fieldset([&] {
                       h.legend(list.of.words("facet.years"));
                       h.div(cls("years"), [&] {
                           year_field(h, list, "from", "facet.from", filter.from);
                           h.write(" ");
                           year_field(h, list, "to", "facet.to", filter.to);
                       });
                   });
               kept_parameters(h, list);
               h.menu([&] {
                   h.li([&] { h.button(cls("main"), list.of.words("results.show")); });
                   h.li([&] { h.a(href(list.address({})), list.of.words("list.clear")); });
               });
           });
}

// "Type: report": a chosen parameter in words.
std::string parameter_text(const List& list, const server::Parameter& parameter) {
    const Facet* facet = list.collection().facet(parameter.name);
    const auto said = [&](std::string_view name, std::string_view value) {
        return list.of.words("list.facet_value", {{"facet", name}, {"value", value}});
    };
    if (facet)
        return said(list.of.words(facet->label.data()),
                    site::facet_value(list.of.site, list.of.shelves, *facet, parameter.value, list.of.language));
    const char* name = parameter.name == "q"      ? "facet.words"
                       : parameter.name == "from" ? "facet.from"
                       : parameter.name == "to"   ? "facet.to"
                                                  : "facet.box";
    return said(list.of.words(name), parameter.value);
}

void chosen(Html& h, const List& list) {
    Parameters kept = list.query;
    std::erase_if(kept, [](const server::Parameter& p) { return p.name == "sort"; });
    if (kept.empty()) return;
    h.p(cls("chosen"), [&] {
        h.span(cls("soft"), list.of.words("list.chosen"));
        for (const server::Parameter& parameter : kept) {
            Parameters without = list.query;
            std::erase(without, parameter);
            h.write(" ");
            h.a(href(list.address(without)), [&] {
                h.span(cls("unseen"), list.of.words("list.remove"), " ");
                h.write(parameter_text(list, parameter));
            });
        }
        h.write(" ");
        h.a(cls("all"), href(list.address({})), list.of.words("list.clear_all"));
    });
}

void date_cell(Html& h, const List& list, const collections::Item& item) {
    h.td(cls("date"), [&] {
        if (!item.date) {
            h.span(cls("soft"), list.of.words("case.date_unknown"));
            return;
        }
        time_short(h, list.of.language, *item.date);
        if (item.end && *item.end != *item.date) {
            h.write(" – ");
            time_short(h, list.of.language, *item.end);
        }
    });
}

void row(Html& h, const List& list, const collections::Item& item, const record::Value& record) {
    const Collection& collection = list.collection();
    h.tr([&] {
        if (collection.dated()) date_cell(h, list, item);
        h.th(scope("row"), cls("name"), [&] {
            h.a(href(site::record_address(*collection.type, item.id, list.of.language)), lang_of(item.title, list.of.language),
                base::shown(item.title, list.of.language).text);
            std::string line;
            for (const std::string_view path : collection.under) {
                const record::Field* field = collection.type->field(path);
                const record::Value* value = record.as_object().if_contains(path);
                const std::string said = field && value ? value_in_line(list.of, *field, *value) : std::string();
                if (!said.empty()) line += (line.empty() ? "" : " · ") + said;
            }
            if (!line.empty()) h.span(cls("under"), line);
        });
        h.td(attr<"data-label">(list.of.words("list.summary")), [&] {
            const base::Text summary = collections::text_at(record, collection.summary);
            if (!summary.empty()) record_text(h, summary, list.of.language);
        });
    });
}

// The head of a column that the list can be ordered by; the second click turns the order round.
void sorting_head(Html& h, const List& list, Sort sort, Sort other, const char* key) {
    const Sort current = list.asked.listing.sort;
    const bool by_this = current == sort || current == other;
    collections::Filter filter = list.asked.filter;
    filter.sort = current == sort ? other : sort;
    const bool descending = current == Sort::newest || current == Sort::title_descending;
    h.th(scope("col"), only_if(by_this, attr<"aria-sort">(descending ? "descending" : "ascending")), [&] {
        h.a(href(list.address(site::query_of(list.collection(), filter))), list.of.words(key),
            by_this ? (descending ? " ↓" : " ↑") : "");
    });
}

void table(Html& h, const List& list) {
    const auto& listing = list.asked.listing;
    const std::string first = list.number(listing.before + 1), last = list.number(listing.before + listing.rows.size()),
                      count = list.number(listing.count);
    const std::string range = list.of.words("list.range", {{"first", first}, {"last", last}, {"count", count}});
    h.table(cls("ledger"), [&] {
        h.caption(cls("unseen"), list.of.words(list.key("title").c_str()), ", ", range);
        h.thead([&] {
            h.tr([&] {
                if (list.collection().dated()) sorting_head(h, list, Sort::newest, Sort::oldest, "list.date");
                sorting_head(h, list, Sort::title, Sort::title_descending, "list.name");
                h.th(scope("col"), list.of.words("list.summary"));
            });
        });
        h.tbody([&] {
            for (std::size_t i = 0; i < listing.rows.size(); ++i) row(h, list, *listing.rows[i], list.asked.records[i].record);
        });
    });
    h.nav(cls("pager"), aria_label(list.of.words("list.pages")), [&] {
        h.span(cls("soft"), range);
        Parameters query = list.query;
        if (listing.before) h.a(cls("button"), href(list.address(query)), list.of.words("list.first_page"));
        if (listing.next.empty()) return;
        query.push_back({"after", listing.next});
        const std::size_t left = std::min(rows_on_a_page, listing.count - listing.before - listing.rows.size());
        h.a(cls("button"), rel("next"), href(list.address(query)),
            list.of.words.plural("list.next", static_cast<std::int64_t>(left)));
    });
}

// Whether a row says something in another language than the reader's.
bool any_foreign(const List& list) {
    const auto& rows = list.asked.listing.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const base::Text summary = collections::text_at(list.asked.records[i].record, list.collection().summary);
        if (is_foreign(rows[i]->title, list.of.language) || is_foreign(summary, list.of.language)) return true;
    }
    return false;
}

void results(Html& h, const List& list, const Frame& frame) {
    const auto& listing = list.asked.listing;
    h.section(cls("stack"), attr<"aria-labelledby">("results"), [&] {
        h.div(cls("results-head"), [&] {
            h.h2(id("results"), [&] {
                h.write(list.of.words.plural(list.key("count").c_str(), static_cast<std::int64_t>(listing.count)), " ");
                if (listing.count != listing.of) h.small(cls("soft"), list.of.words("list.of", {{"n", list.number(listing.of)}}));
            });
            h.p([&] {
                const auto chosen = std::ranges::count_if(list.query, [](auto& p) { return p.name != "q" && p.name != "sort"; });
                const std::string n = std::to_string(chosen);
                h.button(type("button"), cls("opens-filters"), attr<"popovertarget">("filters"),
                         chosen ? list.of.words("list.filters_chosen", {{"n", n}}) : std::string(list.of.words("list.filters")));
            });
        });
        chosen(h, list);
        if (list.asked.words_ignored)
            h.p(list.of.words.plural("list.words_ignored", static_cast<std::int64_t>(list.asked.words_ignored)));
        if (list.asked.only_best) only_best(h, list.of.words, list.asked.only_best);
        if (listing.of == 0)
            h.p(list.of.words("list.none_on_record"));
        else if (listing.rows.empty())
            h.p(list.of.words("results.nothing"), " ", [&] { h.a(href(list.address({})), list.of.words("list.clear_all")); });
        else {
            if (const ListParts* parts = list_parts(list.collection().type->name)) parts->above(h, {list.of, list.asked});
            table(h, list);
            if (any_foreign(list)) h.p(cls("small", "soft"), list.of.words("list.untranslated"));
        }
        formats(h, frame, list.of.words("results.as"));
        if (list.collection().placed()) {
            Parameters query = list.query;
            std::erase_if(query, [](const server::Parameter& p) { return p.name == "sort"; });
            query.insert(query.begin(), {"layer", std::string(list.collection().type->collection)});
            h.p([&] {
                h.a(href(site::address(site::Page::map, list.of.language, {}, "", query)), list.of.words("map.from_list"));
            });
        }
    });
}

void search_form(Html& h, const List& list) {
    h.form(cls("search"), role("search"), aria_label(list.of.words(list.key("title").c_str())), attr<"method">("get"),
           attr<"action">(list.address({})), [&] {
               h.label(label_for("q"), list.of.words("results.search"));
               h.input(id("q"), html::name("q"), type("search"), attr<"maxlength">(200), html::value(list.asked.filter.words));
               for (const auto& [parameter, held] : list.query)
                   if (parameter != "q" && parameter != "sort") h.input(type("hidden"), html::name(parameter), html::value(held));
               h.button(cls("main"), list.of.words("seek.button"));
           });
}

}  // namespace

server::Response collection_list_page(site::Page page, const site::Site& site, const server::Request& request,
                                      const server::Match& match) {
    const site::ListAsked asked = site::list_asked(site, page, request, match, rows_on_a_page);
    const ValueView view{site, *asked.shelves, match.language, base::Words(match.language)};
    const List list{view, page, asked, site::query_of(*asked.collection, asked.filter)};
    const ListParts* parts = list_parts(asked.collection->type->name);
    const Frame frame{.language = match.language,
                      .page = page,
                      .query = list.query,
                      .title = std::string(view.words(list.key("title").c_str())),
                      .description = std::string(view.words(list.key("lead").c_str())),
                      .trail = trail_to(site, asked.collection->section, match.language, page),
                      .indexed = asked.filter.after.empty(),
                      .section = asked.collection->section,
                      .stylesheet = parts ? parts->stylesheet : std::string_view()};
    return {.body = document(site, frame,
                             [&](Html& h) {
                                 h.div(cls("title"), [&] {
                                     trail(h, frame);
                                     h.h1(frame.title);
                                     h.p(cls("lead"), frame.description);
                                     search_form(h, list);
                                 });
                                 h.div(cls("found"), [&] {
                                     filters(h, list);
                                     results(h, list, frame);
                                 });
                             }),
            .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
