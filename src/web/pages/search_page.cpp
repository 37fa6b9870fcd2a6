#include "web/pages/search_page.hpp"

#include <fmt/format.h>

#include "base/format.hpp"
#include "collections/values.hpp"
#include "record/codec.hpp"
#include "store/snippet.hpp"
#include "web/pages/field_values.hpp"
#include "web/pages/layout.hpp"
#include "web/site/collection_asked.hpp"
#include "web/site/routes.hpp"
#include "web/site/search_asked.hpp"

namespace comity::pages {

namespace {

using namespace html;
using collections::Collection;

struct Search {
    const ValueView& of;
    const site::SearchAsked& asked;

    std::string address(std::string_view words, std::string_view type, std::string_view after = "") const {
        server::Parameters query;
        if (!words.empty()) query.push_back({"q", std::string(words)});
        if (!type.empty()) query.push_back({"type", std::string(type)});
        if (!after.empty()) query.push_back({"after", std::string(after)});
        return site::address(site::Page::search, of.language, {}, "", query);
    }
    // "more than 1,000" where nobody counted further.
    std::string count(std::size_t n) const {
        const std::size_t most = asked.result.most;
        if (n <= most) return base::format_number(of.language, static_cast<std::int64_t>(n));
        return of.words("search.more_than", {{"n", base::format_number(of.language, static_cast<std::int64_t>(most))}});
    }
};

// A text with the words that match marked.
void marked(Html& h, std::string_view text, const std::vector<store::Mark>& marks) {
    std::size_t at = 0;
    for (const store::Mark& mark : marks) {
        h.write(text.substr(at, mark.begin - at));
        h.mark(text.substr(mark.begin, mark.end - mark.begin));
        at = mark.end;
    }
    h.write(text.substr(at));
}

// The texts of a record that everyone may read, its title left out.
std::vector<base::Text> texts_of(const Collection& collection, const record::Value& record) {
    std::vector<base::Text> texts;
    for (const record::Field& field : collection.type->fields) {
        const bool is_title = !collection.title.empty() && field.name == collection.title.front();
        if (field.of.kind != record::Kind::text || is_title) continue;
        for (const record::Value* value : collections::values_at(record, field.name))
            if (auto text = record::Codec<base::Text>::in(*value)) texts.push_back(*std::move(text));
    }
    return texts;
}

void result(Html& h, const Search& search, store::Highlighter& highlighter, const store::Found& found,
            const store::Snapshot& snapshot) {
    const Collection& collection = *collections::find(found.type);
    const auto stored = snapshot.read(found.type, found.id, record::Audience::everyone);
    if (!stored) return;  // removed since it was found
    const base::Text title = collections::title_of(collection, stored->record);
    const base::Shown shown = base::shown(title, search.of.language);
    h.li(attr<"data-section">(collections::code(collection.section)), [&] {
        const std::string kind = fmt::format("type.{}", found.type);
        h.p(cls("kicker"), search.of.words(kind.c_str()), [&] {
            const collections::Item* item = search.of.shelves.of(collection).find(found.id);
            if (!item || !item->date) return;
            h.write(" · ");
            time_short(h, search.of.language, *item->date);
        });
        h.h3([&] {
            h.a(href(site::record_address(*collection.type, found.id, search.of.language)), lang_of(title, search.of.language),
                [&] { marked(h, shown.text, highlighter.marks(shown.text, shown.language)); });
        });
        const store::Snippet snippet = highlighter.snippet(texts_of(collection, stored->record));
        if (!snippet.text.empty())
            h.p(only_if(snippet.language != search.of.language, lang(base::code(snippet.language))),
                [&] { marked(h, snippet.text, snippet.marks); });
    });
}

// How many of each kind, each a link that narrows the search to it, and one to its list with the same words.
void kinds(Html& h, const Search& search) {
    h.nav(cls("kinds"), aria_label(search.of.words("search.by_kind")), [&] {
        h.ul(cls("plain"), [&] {
            const auto entry = [&](std::string_view type, std::string_view name, std::size_t count) {
                h.li([&] {
                    h.a(href(search.address(search.asked.words, type)),
                        only_if(search.asked.type == type, attr<"aria-current">("true")), name);
                    h.write(" ");
                    h.span(cls("count"), search.count(count));
                });
            };
            std::size_t all = 0;
            for (const Collection& collection : collections::all())
                if (const auto at = search.asked.result.counts.find(collection.type->name);
                    at != search.asked.result.counts.end())
                    all += at->second;
            entry("", search.of.words("search.all_kinds"), all);
            for (const Collection& collection : collections::all()) {
                const auto at = search.asked.result.counts.find(collection.type->name);
                if (at == search.asked.result.counts.end() || !search.of.site.offers(site::shown(collection.type->name)->list))
                    continue;
                const std::string kind = fmt::format("type.{}", collection.type->name);
                entry(collection.type->name, search.of.words(kind.c_str()), at->second);
            }
        });
    });
}

void results(Html& h, const Search& search) {
    const auto& found = search.asked.result.found;
    h.section(id("results"), cls("stack"), attr<"aria-live">("polite"), aria_label(search.of.words("search.results")), [&] {
        if (search.asked.words.empty()) {
            h.p(search.of.words("search.hint"));
            return;
        }
        if (search.asked.suggestion)
            h.p(cls("notice"), search.of.words("search.did_you_mean"), " ",
                [&] { h.a(href(search.address(*search.asked.suggestion, search.asked.type)), *search.asked.suggestion); });
        h.h2(search.of.words("search.count", {{"n", search.count(search.asked.result.count)}, {"words", search.asked.words}}));
        if (search.asked.result.query.words_ignored)
            h.p(search.of.words.plural("list.words_ignored", static_cast<std::int64_t>(search.asked.result.query.words_ignored)));
        kinds(h, search);
        if (found.empty()) {
            h.p(search.of.words("search.nothing"));
            return;
        }
        const store::Snapshot snapshot = search.of.site.store().snapshot();
        store::Highlighter highlighter(search.asked.result.query, search.of.language);
        h.ol(cls("results"), [&] {
            for (const store::Found& one : found) result(h, search, highlighter, one, snapshot);
        });
        h.nav(cls("pager"), aria_label(search.of.words("list.pages")), [&] {
            if (!search.asked.type.empty())
                if (const site::Shown* shown = site::shown(search.asked.type))
                    h.a(cls("button"), href(site::address(shown->list, search.of.language, {}, "", {{"q", search.asked.words}})),
                        search.of.words("search.in_list"));
            if (!search.asked.next.empty())
                h.a(cls("button"), rel("next"), href(search.address(search.asked.words, search.asked.type, search.asked.next)),
                    search.of.words("search.next"));
        });
    });
}

void form(Html& h, const Search& search) {
    h.form(cls("search"), role("search"), aria_label(search.of.words("search.title")), attr<"method">("get"),
           attr<"action">(search.address("", "")), [&] {
               h.label(label_for("q"), search.of.words("seek.label"));
               h.input(id("q"), html::name("q"), type("search"), attr<"maxlength">(200), html::value(search.asked.words));
               if (!search.asked.type.empty()) h.input(type("hidden"), html::name("type"), html::value(search.asked.type));
               h.button(cls("main"), search.of.words("seek.button"));
           });
}

}  // namespace

server::Response search_page(const site::Site& site, const server::Request& request, const server::Match& match) {
    const site::SearchAsked asked = site::search_asked(site, request);
    const ValueView view{site, *asked.shelves, match.language, base::Words(match.language)};
    const Search search{view, asked};
    server::Parameters query;
    if (!asked.words.empty()) query.push_back({"q", asked.words});
    if (!asked.type.empty()) query.push_back({"type", asked.type});
    const Frame frame{.language = match.language,
                      .page = site::Page::search,
                      .query = query,
                      .title = std::string(view.words("search.title")),
                      .description = std::string(view.words("search.lead")),
                      .trail = {{site::address(site::Page::home, match.language), std::string(view.words("nav.home"))}},
                      .indexed = false,
                      .section = collections::Section::body,
                      .stylesheet = "lookup.css",
                      .script = "lookup.js"};
    const auto content = [&](Html& h) {
        h.div(cls("title"), [&] {
            trail(h, frame);
            h.h1(frame.title);
            h.p(cls("lead"), frame.description);
            form(h, search);
        });
        results(h, search);
        formats(h, frame, view.words("results.as"));
    };
    return {.body = document(site, frame, content), .caching = server::Caching::by_stamp};
}

}  // namespace comity::pages
